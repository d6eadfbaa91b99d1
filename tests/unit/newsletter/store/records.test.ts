import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ListError } from '../../../../src/newsletter/store/list-error.ts';
import { openList } from '../../../../src/newsletter/store/open-list.ts';
import { dataFolder } from '../data-folder.ts';
import { inEveryDatabase } from './every-database.ts';
import {
  at,
  DAY,
  EVERY,
  everybodyOn,
  HOUR,
  hashOf,
  KEY,
  MINUTE,
  NOW,
  newStore,
  signUp,
} from './opened-store.ts';

const ADA = 'ada@example.com';
const EVIDENCE = { source: 'paper list at the March workshop', givenOn: '2025-03-01' };

inEveryDatabase((newStore) => {
  describe('an import', () => {
    it('takes new and pending addresses, with the evidence, and no others', async () => {
      const { store, rows, subscribe } = await newStore();
      await subscribe('on@example.com');
      await subscribe('left@example.com');
      await store.unsubscribe(hashOf('left@example.com'), at(NOW));
      await store.forget('forgotten@example.com', NOW);
      await store.signUp(signUp('pending@example.com'));
      const names = ['new', 'pending', 'on', 'left', 'forgotten', 'NEW'];
      const emails = names.map((name) => `${name}@example.com`);
      expect(await store.importBatch(emails, EVIDENCE, NOW + DAY)).toEqual([
        'imported',
        'imported',
        'subscribed',
        'suppressed',
        'suppressed',
        'subscribed',
      ]);
      expect(await store.counts()).toEqual({
        pending: 0,
        subscribed: 3,
        unsubscribed: 1,
        suppressed: 2,
        waiting: 0,
        failed: 0,
      });
      const consents = await rows("SELECT * FROM consents WHERE event = 'import'");
      expect(consents).toMatchObject([
        { subscriber: hashOf('new@example.com'), at: NOW + DAY, source: EVIDENCE.source },
        { subscriber: hashOf('pending@example.com'), given_on: EVIDENCE.givenOn },
      ]);
    });

    it('is all or nothing for a batch', async () => {
      const { store } = await newStore();
      // It has a hash as a text has, and neither database takes it, in the middle of the batch.
      const refuse = () => {
        throw new Error('This is no text.');
      };
      const broken = Object.assign(Object('bob@example.com'), { toPostgres: refuse });
      await expect(store.importBatch([ADA, broken], EVIDENCE, NOW)).rejects.toThrow(ListError);
      expect(await everybodyOn(store)).toEqual([]);
      await store.signUp(signUp(ADA));
      expect((await store.counts()).pending).toBe(1);
    });
  });

  describe('an import of people who left elsewhere', () => {
    it('suppresses them, deletes those who are here, and says no address in the log', async () => {
      const { store, traces, rows, sendAll, subscribe } = await newStore();
      await subscribe('listed@example.com');
      await store.signUp(signUp('waiting@example.com'));
      await store.forget('deleted@example.com', NOW);
      const names = ['new', 'listed', 'waiting', 'deleted', 'NEW'];
      const emails = names.map((name) => `${name}@example.com`);
      await store.suppressBatch(emails, 'the old provider', NOW + DAY);
      expect(await store.counts()).toMatchObject({
        subscribed: 0,
        pending: 0,
        waiting: 0,
        suppressed: 4,
      });
      expect(await rows("SELECT reason FROM suppressions WHERE reason = 'forgotten'")).toHaveLength(
        1,
      );
      expect(await rows("SELECT * FROM consents WHERE event = 'unsubscribe'")).toMatchObject([
        { subscriber: hashOf('new@example.com'), source: 'the old provider', given_on: null },
        { subscriber: hashOf('listed@example.com') },
        { subscriber: hashOf('waiting@example.com') },
      ]);
      expect(await store.scrub()).toBe(true);
      for (const email of emails) expect(await traces(email)).toEqual([]);
      expect(await store.importBatch(emails, EVIDENCE, NOW + DAY)).toEqual(
        Array(5).fill('suppressed'),
      );

      // They may come back by themselves.
      await store.signUp(signUp('new@example.com', NOW + DAY));
      expect(await sendAll(NOW + DAY)).toEqual(['confirm new@example.com']);
    });
  });

  describe('forgetting', () => {
    it('leaves the suppression and the hashed consents, and no trace of the address in any file', async () => {
      const { store, traces, rows } = await newStore();
      await store.signUp(signUp(ADA));
      await store.signUp(signUp('bob@example.com'));
      await store.takeDue(NOW, NOW + MINUTE, 1, EVERY);
      await store.giveUp(1, NOW, 'no such mailbox');
      await store.signUp(signUp(ADA, NOW + HOUR));
      expect(await store.forget('ADA@example.com', NOW + DAY)).toEqual({
        known: true,
        lines: 2,
        provider: false,
      });
      expect(await store.counts()).toMatchObject({
        pending: 1,
        suppressed: 1,
        failed: 0,
        waiting: 1,
      });
      const events = await rows(`SELECT event FROM consents WHERE subscriber = '${hashOf(ADA)}'`);
      expect(events.map(({ event }) => event)).toEqual(['sign-up', 'sign-up', 'forget']);
      expect(await store.scrub()).toBe(true);
      expect(await traces('bob@example.com')).not.toEqual([]);
      expect(await traces(ADA)).toEqual([]);
      expect(await store.forget(ADA, NOW + DAY)).toEqual({
        known: false,
        lines: 0,
        provider: false,
      });
      expect((await store.counts()).suppressed).toBe(1);
    });

    it('also forgets one who had left', async () => {
      const { store, sendAll, subscribe } = await newStore();
      await subscribe(ADA);
      await store.unsubscribe(hashOf(ADA), at(NOW));
      await store.forget(ADA, NOW);
      await store.signUp(signUp(ADA, NOW + DAY));
      expect(await sendAll(NOW + DAY)).toEqual(['nothing ']);
      expect(await store.counts()).toMatchObject({ unsubscribed: 0, suppressed: 1 });
    });
  });

  describe('copies', () => {
    it('are remembered, the oldest first, each once', async () => {
      const { store } = await newStore();
      await store.noteCopy({ path: '/b', madeAt: NOW });
      await store.noteCopy({ path: '/a', madeAt: NOW + DAY });
      await store.noteCopy({ path: '/b', madeAt: NOW + HOUR });
      expect(await store.copies()).toEqual([
        { path: '/b', madeAt: NOW + HOUR },
        { path: '/a', madeAt: NOW + DAY },
      ]);
    });
  });
});

describe('a backup', () => {
  it('is a whole store, taken while there are more writes', async () => {
    const { store } = newStore();
    for (let index = 0; index < 200; index += 1)
      await store.signUp(signUp(`a${index}@example.com`));
    const path = join(dataFolder(), 'copy.sqlite');
    const copying = store.backup(path);
    await store.signUp(signUp('later@example.com'));
    await copying;
    const copy = openList({ path, key: KEY });
    expect((await copy.counts()).pending).toBeGreaterThanOrEqual(200);
    await copy.close();
  });
});
