import type { Counts, Retried, Trouble } from '../store/list.ts';

const LABELS: Readonly<Record<keyof Counts, string>> = {
  subscribed: 'subscribed',
  pending: 'signed up, not confirmed yet',
  unsubscribed: 'have left',
  suppressed: 'addresses that are never imported',
  waiting: 'mails and hand-overs that wait to go out',
  failed: 'mails and hand-overs that were given up',
};

const ORDER = [
  ...['subscribed', 'pending', 'unsubscribed', 'suppressed', 'waiting', 'failed'],
] as const satisfies (keyof Counts)[];

const row = (count: number, label: string): string => `${String(count).padStart(7)}  ${label}`;

/** How many there are of each, and why lines of the outbox wait again or were given up. */
export function statsOf(counts: Counts, troubles: readonly Trouble[]): string {
  return [
    ...(ORDER as readonly (keyof Counts)[]).map((key) => row(counts[key], LABELS[key])),
    ...troubles.map(({ state, why, count }) =>
      row(count, `${state === 'failed' ? 'given up' : 'to be tried again'}: ${why}`),
    ),
  ].join('\n');
}

/** What became of lines that had been given up. */
export function retriedOf({ taken, lost }: Retried): string {
  const lines = taken === 1 ? '1 line' : `${taken} lines`;
  const again = `${lines} of the outbox will be tried again within a minute, while the server runs.`;
  if (lost === 0) return again;
  return `${again}\n${lost} cannot be: the address is gone, or nobody wants it any longer. Where it is a provider that did not hear who left, take them off there.`;
}
