import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { SetupError } from '../setup-error.ts';
import { erasures } from './erasures.ts';
import { openDatabase } from './open-database.ts';
import { outbox } from './outbox.ts';
import { type Records, records } from './records.ts';
import { integer, text } from './row.ts';
import type { Counts, Store } from './store.ts';
import { subscriptions } from './subscriptions.ts';
import { transaction } from './transaction.ts';

/** The path of the database in a data folder. */
export function databasePath(folder: string): string {
  return join(folder, 'newsletter.sqlite');
}

// No address: an "@" at the end never passes parseAddress.
const CHECKED_TEXT = 'key check@';

/** With another key nobody would be found, and those who unsubscribed would get mail again. */
function requireSameKey(
  database: DatabaseSync,
  hashAddress: (email: string) => string,
  path: string,
): void {
  const hash = hashAddress(CHECKED_TEXT);
  const made = transaction(database, () => {
    database
      .prepare('INSERT INTO key_check (id, hash) VALUES (1, ?) ON CONFLICT DO NOTHING')
      .run(hash);
    return text(database.prepare('SELECT hash FROM key_check').get(), 'hash');
  });
  if (made === hash) return;
  throw new SetupError(
    `The newsletter's database ${path} was made with another key. Put back the file "key" that lay beside it, or set NEWSLETTER_KEY to what it was then.`,
  );
}

function counter(database: DatabaseSync): () => Counts {
  const count = database.prepare(`
    SELECT
      COUNT(*) FILTER (WHERE status = 'pending') AS pending,
      COUNT(*) FILTER (WHERE status = 'subscribed') AS subscribed,
      (SELECT COUNT(*) FROM suppressions WHERE reason = 'left') AS unsubscribed,
      (SELECT COUNT(*) FROM suppressions) AS suppressed,
      (SELECT COUNT(*) FROM outbox WHERE state = 'waiting' AND errand <> 'nothing') AS waiting,
      (SELECT COUNT(*) FROM outbox WHERE state = 'failed') AS failed
    FROM subscribers`);
  return () => {
    const row = count.get();
    return {
      pending: integer(row, 'pending'),
      subscribed: integer(row, 'subscribed'),
      unsubscribed: integer(row, 'unsubscribed'),
      suppressed: integer(row, 'suppressed'),
      waiting: integer(row, 'waiting'),
      failed: integer(row, 'failed'),
    };
  };
}

/** What the newsletter's store needs to know. */
export interface StoreOptions {
  /** The file of the database; made with its folder where there is none. */
  readonly path: string;
  /** The keyed hash of an address, as `keyedHashes` makes it. */
  readonly hashAddress: (email: string) => string;
}

/**
 * Opens the store. Several processes may have it open at once.
 *
 * @throws SetupError where the database cannot be used, with what to do about it
 */
export function openStore({ path, hashAddress }: StoreOptions): Store & Records {
  const database = openDatabase(path);
  try {
    requireSameKey(database, hashAddress, path);
    // `add` and the like are for inside a transaction, and no business of the callers.
    const removal = erasures(database, path);
    const lines = outbox(database, removal);
    const { takeDue, stillWaits, nextDue, done, retry, giveUp } = lines;
    return {
      ...subscriptions(database, hashAddress, lines, removal),
      ...records(database, hashAddress, lines, removal),
      takeDue,
      stillWaits,
      nextDue,
      done,
      retry,
      giveUp,
      counts: counter(database),
      scrub: removal.scrub,
      close: () => {
        database.close();
        removal.close();
      },
    };
  } catch (error) {
    database.close();
    throw error;
  }
}
