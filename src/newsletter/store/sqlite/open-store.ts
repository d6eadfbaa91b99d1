import type { DatabaseSync } from 'node:sqlite';
import { keyedHashes } from '../../hashes.ts';
import { returnAddresses } from '../../letters/return-address.ts';
import { SetupError } from '../../setup-error.ts';
import type { Counts } from '../list.ts';
import type { ListOptions } from '../open-list.ts';
import { checking } from './check.ts';
import { departures } from './departures.ts';
import { erasures } from './erasures.ts';
import { letterMails } from './letter-mails.ts';
import { letters } from './letters.ts';
import { openDatabase } from './open-database.ts';
import { outbox } from './outbox.ts';
import { providerErrands } from './provider-errands.ts';
import { pruning } from './prune.ts';
import { records } from './records.ts';
import { mailReturns } from './returns.ts';
import { integer, text } from './row.ts';
import type { Store } from './store.ts';
import { subscriptions } from './subscriptions.ts';
import { transaction } from './transaction.ts';

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

/** Seals the addresses that a list from before there was sealing still holds in its outbox. */
function sealAll(database: DatabaseSync, seal: (email: string) => string): void {
  // Nothing that is sealed holds an "@".
  const open = database.prepare(`
    SELECT id, sealed FROM outbox WHERE state = 'waiting' AND sealed LIKE '%@%'`);
  const save = database.prepare('UPDATE outbox SET sealed = ? WHERE id = ?');
  transaction(database, () => {
    for (const row of open.all()) save.run(seal(text(row, 'sealed')), integer(row, 'id'));
  });
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
export interface StoreOptions extends ListOptions {
  /** How long to wait for another process that writes, in milliseconds. */
  readonly patience: number;
}

/**
 * Opens the store. Several processes may have it open at once.
 *
 * @throws SetupError where the database cannot be used, with what to do about it
 */
export function openStore(options: StoreOptions): Store {
  const { path, key, patience, mostPages, mustExist = false, providerKnows } = options;
  const hashes = keyedHashes(key);
  const database = openDatabase(path, patience, mustExist);
  try {
    if (mostPages !== undefined) database.exec(`PRAGMA max_page_count = ${mostPages}`);
    requireSameKey(database, hashes.address, path);
    sealAll(database, hashes.seal);
    // `add` and the like are for inside a transaction, and no business of the callers.
    const lines = outbox(database, hashes);
    const removal = erasures(database, path);
    const provider = providerErrands(database, hashes, lines, providerKnows);
    const departing = departures(database, lines, removal, provider);
    const { add: _add, confirmMails: _mails, cancel: _cancel, remove: _remove, ...ofLines } = lines;
    return {
      ...subscriptions(database, hashes, lines, removal, departing),
      ...records(database, hashes.address, lines, removal, provider, departing),
      ...ofLines,
      ...pruning(database),
      ...checking(database, path),
      ...letters(database, hashes),
      ...letterMails(database),
      ...mailReturns(database, returnAddresses(key).letterTag, departing),
      leaveProvider: provider.leaveProvider,
      counts: counter(database),
      scrub: removal.scrub,
      close: () => {
        if (!database.isOpen) return;
        database.close();
        removal.close();
      },
    };
  } catch (error) {
    database.close();
    throw error;
  }
}
