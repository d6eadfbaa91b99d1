import type { ConsentCircumstances, Evidence } from '../list.ts';
import { logConsent } from './consents.ts';
import type { Transaction } from './database.ts';
import type { Erasures } from './erasures.ts';
import { FOR_THE_LISTED, type Outbox } from './outbox.ts';
import type { ProviderErrands } from './provider-errands.ts';
import { suppress } from './suppressions.ts';

/** How people leave the list, by whichever way. */
export interface Departures {
  /**
   * Deletes an address by its keyed hash and suppresses it, and tells the provider. Returns whether it
   * was here. Inside the caller's transaction, which holds the person's lock.
   */
  readonly leave: (
    database: Transaction,
    subscriber: string,
    how: ConsentCircumstances,
    evidence?: Evidence,
  ) => Promise<boolean>;
}

/** The departures from a list. */
export function departures(
  lines: Outbox,
  { erase }: Erasures,
  provider: ProviderErrands,
): Departures {
  return {
    async leave(database, subscriber, how, evidence) {
      // Their tokens go too: a link to confirm in the inbox must not bring them back by accident.
      const email = await erase(database, subscriber);
      const news = await suppress(database, subscriber, 'left', how.at);
      if (email === undefined && !news) return false;
      await lines.cancel(database, subscriber, FOR_THE_LISTED, how.at);
      if (email !== undefined) await provider.tell(database, 'leave', email, how.at);
      await logConsent(database, subscriber, 'unsubscribe', how, evidence);
      return email !== undefined;
    },
  };
}
