import { DatabaseSync, type SQLOutputValue } from 'node:sqlite';
import { onTestFinished } from 'vitest';
import { hashToken, keyedHashes } from '../../../../src/newsletter/hashes.ts';
import { databasePath } from '../../../../src/newsletter/store/data-folder.ts';
import type {
  ConsentCircumstances,
  Errand,
  List,
  ProviderKnows,
  SignUp,
} from '../../../../src/newsletter/store/list.ts';
import { openList } from '../../../../src/newsletter/store/open-list.ts';
import { dataFolder } from '../data-folder.ts';

/** The key of all stores in these tests. */
export const KEY = 'a key that is long enough to be one';

/** The keyed hash of an address in these tests. */
export const hashOf = keyedHashes(KEY).address;

/** All that an outbox may be asked for. */
export const EVERY: readonly Errand[] = [
  ...(['confirm', 'welcome', 'hand-over', 'leave', 'forget', 'nothing'] as const),
];

/** The time at which these tests begin. */
export const NOW = Date.UTC(2026, 0, 5, 9);
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** Circumstances of something done at a time. */
export const at = (time: number): ConsentCircumstances => ({
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

/** All who are on a list. */
export async function everybodyOn(list: List) {
  return (await list.subscribers(undefined, 1_000_000)).people;
}

/** Opens the store in a folder, closed after the test. */
export function openIn(folder: string, providerKnows?: ProviderKnows) {
  const store = openList({
    path: databasePath(folder),
    key: KEY,
    ...(providerKnows && { providerKnows }),
  });
  onTestFinished(() => store.close());
  return store;
}

/** Works with a store as the service does, for tests. */
export function handlesOf(store: List) {
  /** Takes all that is due, calls it done, and returns what it was. */
  const sendAll = async (time: number = NOW) => {
    const items = await store.takeDue(time, time + MINUTE, 1_000, EVERY);
    for (const { id } of items) await store.done(id, time);
    return items.map(({ errand, email }) => `${errand} ${email}`);
  };

  /** Brings an address onto the list. */
  const subscribe = async (email: string, time: number = NOW): Promise<void> => {
    await store.signUp(signUp(email, time));
    await store.issueToken(hashToken(email), hashOf(email), time + DAY);
    await store.confirm(hashToken(email), at(time), []);
    await sendAll(time);
  };
  return { sendAll, subscribe };
}

/** A new store in a file, and a way to look into its file past it. */
export function newStore(providerKnows?: ProviderKnows) {
  const folder = dataFolder();
  const store = openIn(folder, providerKnows);
  const rows = (sql: string): Record<string, SQLOutputValue>[] => {
    const database = new DatabaseSync(databasePath(folder), { timeout: 5_000 });
    try {
      return database.prepare(sql).all();
    } finally {
      database.close();
    }
  };
  return { folder, store, rows, ...handlesOf(store) };
}
