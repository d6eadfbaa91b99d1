import type { KeyedHashes } from '../../hashes.ts';
import type { List, ProviderKnows } from '../list.ts';
import type { Database, Transaction } from './database.ts';
import type { Outbox } from './outbox.ts';
import { text } from './row.ts';

const SETTING = 'provider-knows';

/** What a provider is told of those who go. */
export interface ProviderErrands extends Pick<List, 'leaveProvider'> {
  /**
   * Queues that the provider takes somebody off its list, or forgets them, where it may know them.
   * Inside the caller's transaction.
   */
  readonly tell: (
    database: Transaction,
    errand: 'leave' | 'forget',
    email: string,
    at: number,
  ) => Promise<void>;
  /** Whether the provider may know somebody who is told of so, by the log of consents. */
  readonly mayKnow: (database: Transaction, subscriber: string) => Promise<boolean>;
}

const SAVE = `
  INSERT INTO settings (name, value) VALUES ('${SETTING}', ?)
  ON CONFLICT (name) DO UPDATE SET value = excluded.value WHERE settings.value <> excluded.value`;

/** Notes whom a provider is told of, for who does not decide it, such as the command line. */
export async function noteProvider(database: Database, knows: ProviderKnows): Promise<void> {
  await database.run(SAVE, knows);
}

const EVENTS = {
  everyone: ['confirm', 'import', 'sign-up'],
  confirmed: ['confirm', 'import', 'confirm'],
} as const;

/** The errands for a provider. */
export function providerErrands(
  database: Database,
  hashes: KeyedHashes,
  lines: Outbox,
): ProviderErrands {
  const mayKnow = async (within: Transaction, subscriber: string): Promise<boolean> => {
    const row = await within.get(`SELECT value FROM settings WHERE name = '${SETTING}'`);
    const whom = row === undefined ? 'nobody' : text(row, 'value');
    if (whom === 'nobody') return false;
    const events = EVENTS[whom === 'everyone' ? 'everyone' : 'confirmed'];
    const found = await within.get(
      'SELECT 1 FROM consents WHERE subscriber = ? AND event IN (?, ?, ?) LIMIT 1',
      subscriber,
      ...events,
    );
    return found !== undefined;
  };
  const add = (
    within: Transaction,
    errand: 'leave' | 'forget',
    email: string,
    at: number,
  ): Promise<void> =>
    lines.add(within, {
      errand,
      subscriber: hashes.address(email),
      mailbox: hashes.mailbox(email),
      page: '',
      at,
      email,
    });
  return {
    mayKnow,
    async tell(within, errand, email, at) {
      if (await mayKnow(within, hashes.address(email))) await add(within, errand, email, at);
    },
    leaveProvider: (email, at) => database.transaction((within) => add(within, 'leave', email, at)),
  };
}
