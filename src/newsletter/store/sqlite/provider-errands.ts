import type { DatabaseSync } from 'node:sqlite';
import type { KeyedHashes } from '../../hashes.ts';
import type { ProviderKnows } from '../list.ts';
import type { Outbox } from './outbox.ts';
import { text } from './row.ts';
import type { Store } from './store.ts';
import { transaction } from './transaction.ts';

const SETTING = 'provider-knows';

/** What a provider is told of those who go. */
export interface ProviderErrands extends Pick<Store, 'leaveProvider'> {
  /**
   * Queues that the provider takes somebody off its list, or forgets them, where it may know them.
   * Inside the caller's transaction.
   */
  tell(errand: 'leave' | 'forget', email: string, at: number): void;
  /** Whether the provider may know somebody who is told of so, by the log of consents. */
  mayKnow(subscriber: string): boolean;
}

/**
 * The errands for a provider.
 *
 * @param knows whom it is told of; undefined where the server said so before
 */
export function providerErrands(
  database: DatabaseSync,
  hashes: KeyedHashes,
  lines: Outbox,
  knows: ProviderKnows | undefined,
): ProviderErrands {
  const save = database.prepare(`
    INSERT INTO settings (name, value) VALUES ('${SETTING}', ?)
    ON CONFLICT (name) DO UPDATE SET value = excluded.value WHERE value <> excluded.value`);
  const read = database.prepare(`SELECT value FROM settings WHERE name = '${SETTING}'`);
  const find = database.prepare(`
    SELECT 1 FROM consents
    WHERE subscriber = ? AND event IN ('confirm', 'import', iif(?, 'sign-up', 'confirm')) LIMIT 1`);
  if (knows !== undefined) transaction(database, () => save.run(knows));

  const mayKnow = (subscriber: string): boolean => {
    const row = read.get();
    const whom = row === undefined ? 'nobody' : text(row, 'value');
    return whom !== 'nobody' && find.get(subscriber, whom === 'everyone' ? 1 : 0) !== undefined;
  };
  const add = (errand: 'leave' | 'forget', email: string, at: number): void =>
    lines.add({
      errand,
      subscriber: hashes.address(email),
      mailbox: hashes.mailbox(email),
      page: '',
      at,
      email,
    });
  return {
    mayKnow,
    tell(errand, email, at) {
      if (mayKnow(hashes.address(email))) add(errand, email, at);
    },
    leaveProvider: (email, at) => transaction(database, () => add('leave', email, at)),
  };
}
