import type { DatabaseSync } from 'node:sqlite';
import type { Circumstances, Evidence } from '../list.ts';
import { consentLog } from './consents.ts';
import type { Erasures } from './erasures.ts';
import { FOR_THE_LISTED, type Outbox } from './outbox.ts';
import type { ProviderErrands } from './provider-errands.ts';
import { suppressionList } from './suppressions.ts';

/** How people leave the list, by whichever way. */
export interface Departures {
  /**
   * Deletes an address by its keyed hash and suppresses it, and tells the provider. Returns whether it
   * was here. Inside the caller's transaction.
   */
  readonly leave: (subscriber: string, how: Circumstances, evidence?: Evidence) => boolean;
}

/** The departures from a list. */
export function departures(
  database: DatabaseSync,
  lines: Outbox,
  { erase }: Erasures,
  provider: ProviderErrands,
): Departures {
  const log = consentLog(database);
  const suppressions = suppressionList(database);
  return {
    leave(subscriber, how, evidence) {
      // Their tokens go too: a link to confirm in the inbox must not bring them back by accident.
      const email = erase(subscriber);
      const news = suppressions.add(subscriber, 'left', how.at);
      if (email === undefined && !news) return false;
      lines.cancel(subscriber, FOR_THE_LISTED, how.at);
      if (email !== undefined) provider.tell('leave', email, how.at);
      log(subscriber, 'unsubscribe', how, evidence);
      return email !== undefined;
    },
  };
}
