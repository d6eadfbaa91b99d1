import { DatabaseSync, type SQLOutputValue } from 'node:sqlite';
import { onTestFinished } from 'vitest';
import { hashToken, keyedHashes } from '../../../../src/newsletter/hashes.ts';
import { databasePath, openStore } from '../../../../src/newsletter/store/open-store.ts';
import type { Circumstances, SignUp } from '../../../../src/newsletter/store/store.ts';
import { dataFolder } from '../data-folder.ts';

/** The key of all stores in these tests. */
export const KEY = 'a key that is long enough to be one';

/** The keyed hash of an address in these tests. */
export const hashOf = keyedHashes(KEY).address;

/** The time at which these tests begin. */
export const NOW = Date.UTC(2026, 0, 5, 9);
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** Circumstances of something done at a time. */
export const at = (time: number): Circumstances => ({
  at: time,
  page: '/newsletter/',
  wording: 'Send me the weekly letter.',
  network: 'network-hash',
});

/** A sign-up at a time. */
export const signUp = (email: string, time: number = NOW, trapped = false): SignUp => ({
  ...at(time),
  email,
  trapped,
});

/** Opens the store in a folder, closed after the test. */
export function openIn(folder: string) {
  const store = openStore({ path: databasePath(folder), hashAddress: hashOf });
  onTestFinished(() => store.close());
  return store;
}

/** A new store, and a way to look into its file past it. */
export function newStore() {
  const folder = dataFolder();
  const store = openIn(folder);
  const rows = (sql: string): Record<string, SQLOutputValue>[] => {
    const database = new DatabaseSync(databasePath(folder), { timeout: 5_000 });
    try {
      return database.prepare(sql).all();
    } finally {
      database.close();
    }
  };

  /** Takes all that is due, calls it done, and returns what it was. */
  const sendAll = (time: number = NOW) => {
    const items = store.takeDue(time, time + MINUTE, 1_000);
    for (const { id } of items) store.done(id, time);
    return items.map(({ errand, email }) => `${errand} ${email}`);
  };

  /** Brings an address onto the list. */
  const subscribe = (email: string, time: number = NOW): void => {
    store.signUp(signUp(email, time));
    store.issueToken(hashToken(email), hashOf(email), time + DAY);
    store.confirm(hashToken(email), at(time), []);
    sendAll(time);
  };
  return { folder, store, rows, sendAll, subscribe };
}
