import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { databasePath, openStore } from '../../../../src/newsletter/store/open-store.ts';
import { dataFolder } from '../data-folder.ts';
import { tracesOf } from '../traces.ts';
import { at, DAY, HOUR, hashOf, MINUTE, NOW, newStore, signUp } from './opened-store.ts';

const ADA = 'ada@example.com';
const EVIDENCE = { source: 'paper list at the March workshop', givenOn: '2025-03-01' };

describe('an import', () => {
  it('takes new and pending addresses, with the evidence, and no others', () => {
    const { store, rows, subscribe } = newStore();
    subscribe('on@example.com');
    subscribe('left@example.com');
    store.unsubscribe(hashOf('left@example.com'), at(NOW));
    store.forget('forgotten@example.com', NOW);
    store.signUp(signUp('pending@example.com'));
    const names = ['new', 'pending', 'on', 'left', 'forgotten', 'NEW'];
    const emails = names.map((name) => `${name}@example.com`);
    expect(store.importBatch(emails, EVIDENCE, NOW + DAY)).toEqual([
      'imported',
      'imported',
      'subscribed',
      'suppressed',
      'suppressed',
      'subscribed',
    ]);
    expect(store.counts()).toEqual({
      pending: 0,
      subscribed: 3,
      unsubscribed: 1,
      suppressed: 2,
      waiting: 0,
      failed: 0,
    });
    const consents = rows("SELECT * FROM consents WHERE event = 'import'");
    expect(consents).toMatchObject([
      { subscriber: hashOf('new@example.com'), at: NOW + DAY, source: EVIDENCE.source },
      { subscriber: hashOf('pending@example.com'), given_on: EVIDENCE.givenOn },
    ]);
  });

  it('is all or nothing for a batch', () => {
    const hashAddress = (email: string): string => {
      if (email.startsWith('broken')) throw new Error('The power fails.');
      return hashOf(email);
    };
    const store = openStore({ path: databasePath(dataFolder()), hashAddress });
    onTestFinished(() => store.close());
    expect(() => store.importBatch([ADA, 'broken@example.com'], EVIDENCE, NOW)).toThrow('power');
    expect([...store.subscribers()]).toEqual([]);
    store.signUp(signUp(ADA));
    expect(store.counts().pending).toBe(1);
  });
});

describe('an import of people who left elsewhere', () => {
  it('suppresses them, deletes those who are here, and says no address in the log', async () => {
    const { folder, store, rows, sendAll, subscribe } = newStore();
    subscribe('listed@example.com');
    store.signUp(signUp('waiting@example.com'));
    store.forget('deleted@example.com', NOW);
    const names = ['new', 'listed', 'waiting', 'deleted', 'NEW'];
    const emails = names.map((name) => `${name}@example.com`);
    store.suppressBatch(emails, 'the old provider', NOW + DAY);
    expect(store.counts()).toMatchObject({ subscribed: 0, pending: 0, waiting: 0, suppressed: 4 });
    expect(rows("SELECT reason FROM suppressions WHERE reason = 'forgotten'")).toHaveLength(1);
    expect(rows("SELECT * FROM consents WHERE event = 'unsubscribe'")).toMatchObject([
      { subscriber: hashOf('new@example.com'), source: 'the old provider', given_on: null },
      { subscriber: hashOf('listed@example.com') },
      { subscriber: hashOf('waiting@example.com') },
    ]);
    expect(await store.scrub()).toBe(true);
    expect(emails.flatMap((email) => tracesOf(folder, email))).toEqual([]);
    expect(store.importBatch(emails, EVIDENCE, NOW + DAY)).toEqual(Array(5).fill('suppressed'));

    // They may come back by themselves.
    store.signUp(signUp('new@example.com', NOW + DAY));
    expect(sendAll(NOW + DAY)).toEqual(['confirm new@example.com']);
  });
});

describe('forgetting', () => {
  it('leaves the suppression and the hashed consents, and no trace of the address in any file', async () => {
    const { folder, store, rows } = newStore();
    store.signUp(signUp(ADA));
    store.signUp(signUp('bob@example.com'));
    store.takeDue(NOW, NOW + MINUTE, 1);
    store.giveUp(1, NOW, 'no such mailbox');
    store.signUp(signUp(ADA, NOW + HOUR));
    expect(store.forget('ADA@example.com', NOW + DAY)).toEqual({ known: true, lines: 2 });
    expect(store.counts()).toMatchObject({ pending: 1, suppressed: 1, failed: 0, waiting: 1 });
    const events = rows(`SELECT event FROM consents WHERE subscriber = '${hashOf(ADA)}'`);
    expect(events.map(({ event }) => event)).toEqual(['sign-up', 'sign-up', 'forget']);
    expect(await store.scrub()).toBe(true);
    expect(tracesOf(folder, 'bob@example.com')).not.toEqual([]);
    expect(tracesOf(folder, ADA)).toEqual([]);
    expect(store.forget(ADA, NOW + DAY)).toEqual({ known: false, lines: 0 });
    expect(store.counts().suppressed).toBe(1);
  });

  it('also forgets one who had left', () => {
    const { store, sendAll, subscribe } = newStore();
    subscribe(ADA);
    store.unsubscribe(hashOf(ADA), at(NOW));
    store.forget(ADA, NOW);
    store.signUp(signUp(ADA, NOW + DAY));
    expect(sendAll(NOW + DAY)).toEqual(['nothing ']);
    expect(store.counts()).toMatchObject({ unsubscribed: 0, suppressed: 1 });
  });
});

describe('copies', () => {
  it('are remembered, the oldest first, each once', () => {
    const { store } = newStore();
    store.noteCopy({ path: '/b', madeAt: NOW });
    store.noteCopy({ path: '/a', madeAt: NOW + DAY });
    store.noteCopy({ path: '/b', madeAt: NOW + HOUR });
    expect(store.copies()).toEqual([
      { path: '/b', madeAt: NOW + HOUR },
      { path: '/a', madeAt: NOW + DAY },
    ]);
  });
});

describe('a backup', () => {
  it('is a whole store, taken while there are more writes', async () => {
    const { store } = newStore();
    for (let index = 0; index < 200; index += 1) store.signUp(signUp(`a${index}@example.com`));
    const path = join(dataFolder(), 'copy.sqlite');
    const copying = store.backup(path);
    store.signUp(signUp('later@example.com'));
    await copying;
    const copy = openStore({ path, hashAddress: hashOf });
    expect(copy.counts().pending).toBeGreaterThanOrEqual(200);
    copy.close();
  });
});
