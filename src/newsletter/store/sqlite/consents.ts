import type { DatabaseSync } from 'node:sqlite';
import type { Circumstances, Evidence } from '../list.ts';

/** What the log of consents can say. */
export type ConsentEvent = 'sign-up' | 'trapped' | 'confirm' | 'unsubscribe' | 'import' | 'forget';

/** Writes a line of the log: who (by keyed hash), what, under which circumstances. */
export type LogConsent = (
  subscriber: string,
  event: ConsentEvent,
  circumstances: Circumstances,
  evidence?: Evidence,
) => void;

/** The log of consents, which only grows. */
export function consentLog(database: DatabaseSync): LogConsent {
  const insert = database.prepare(`
    INSERT INTO consents (subscriber, event, at, page, wording, network, source, given_on)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?)`);
  return (subscriber, event, { at, page, wording, network }, evidence) => {
    const { source = null, givenOn } = evidence ?? {};
    insert.run(subscriber, event, at, page, wording, network, source, givenOn ?? null);
  };
}
