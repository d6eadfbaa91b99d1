import type { ConsentCircumstances, Evidence } from '../list.ts';
import type { Transaction } from './database.ts';

/** What the log of consents can say. */
export type ConsentEvent = 'sign-up' | 'trapped' | 'confirm' | 'unsubscribe' | 'import' | 'forget';

const INSERT = `
  INSERT INTO consents (subscriber, event, at, page, wording, network, source, given_on)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?)`;

/**
 * Writes a line of the log of consents, which only grows: who (by keyed hash), what, under which
 * circumstances.
 */
export async function logConsent(
  database: Transaction,
  subscriber: string,
  event: ConsentEvent,
  { at, page, wording, network }: ConsentCircumstances,
  evidence?: Evidence,
): Promise<void> {
  const { source = null, givenOn } = evidence ?? {};
  await database.run(
    ...([INSERT, subscriber, event, at, page, wording, network, source] as const),
    givenOn ?? null,
  );
}
