import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { databasePath, openStore } from '../../../../src/newsletter/store/open-store.ts';
import { dataFolder } from '../data-folder.ts';
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

describe('forgetting', () => {
  it('leaves the suppression and the hashed consents, and no trace of the address in any file', () => {
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
    const files = readdirSync(folder).map((file) => readFileSync(join(folder, file), 'latin1'));
    expect(files.some((content) => content.includes('bob@example.com'))).toBe(true);
    expect(files.some((content) => content.includes(ADA))).toBe(false);
    expect(store.forget(ADA, NOW + DAY)).toEqual({ known: false, lines: 0 });
    expect(store.counts().suppressed).toBe(1);
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
