import { type KeyedHashes, keyedHashes } from '../../hashes.ts';
import { returnAddresses } from '../../letters/return-address.ts';
import type { List } from '../list.ts';
import { checking } from './check.ts';
import { counting } from './counts.ts';
import type { Database } from './database.ts';
import { departures } from './departures.ts';
import { erasures, type NoteGone } from './erasures.ts';
import { letterMails } from './letter-mails.ts';
import { letters } from './letters.ts';
import { outbox } from './outbox.ts';
import { providerErrands } from './provider-errands.ts';
import { pruning } from './prune.ts';
import { records } from './records.ts';
import { mailReturns } from './returns.ts';
import { subscriptions } from './subscriptions.ts';

/** What each kind of database does in its own way. */
type Own = 'scrub' | 'backup' | 'close';

/** What a store tells the database that it is in, and asks of it. */
export interface StoreHooks {
  readonly noteGone: NoteGone;
  /** Throws a ListError where there is too little room to write. */
  readonly requireRoom: () => void;
}

/** The list as any database with SQL keeps it. */
export function sqlStore(
  database: Database,
  key: string,
  { noteGone, requireRoom }: StoreHooks,
): Omit<List, Own> {
  const hashes: KeyedHashes = keyedHashes(key);
  // `add` and the like are for inside a transaction, and no business of the callers.
  const lines = outbox(database, hashes);
  const removal = erasures(noteGone);
  const provider = providerErrands(database, hashes, lines);
  const departing = departures(lines, removal, provider);
  const { add: _add, confirmMails: _mails, cancel: _cancel, remove: _remove, ...ofLines } = lines;
  return {
    ...subscriptions(database, hashes, lines, removal, departing),
    ...records(database, hashes.address, lines, removal, provider, departing),
    ...ofLines,
    ...pruning(database),
    ...checking(database, requireRoom),
    ...counting(database),
    ...letters(database, hashes),
    ...letterMails(database),
    ...mailReturns(database, returnAddresses(key).letterTag, departing),
    leaveProvider: provider.leaveProvider,
  };
}
