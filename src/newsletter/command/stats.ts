import type { Counts, Retried, Trouble } from '../store/list.ts';
import type { LetterFigures } from '../store/returns.ts';

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

type Figure = Exclude<keyof LetterFigures, 'letter' | 'subject'>;

const FIGURES: Readonly<Record<Figure, string>> = {
  sent: 'were taken by the mail server',
  failed: 'were refused by it',
  unsure: 'are unsure',
  returned: 'came back',
  complaints: 'complained',
  left: 'left after it',
};

const FIGURE_ORDER = [
  ...['sent', 'failed', 'unsure', 'returned', 'complaints', 'left'],
] as const satisfies Figure[];

const ofLetter = (figures: LetterFigures): readonly string[] => [
  `Letter ${figures.letter}, "${figures.subject}":`,
  ...(FIGURE_ORDER as readonly Figure[]).map((key) => row(figures[key], FIGURES[key])),
];

/**
 * How many there are of each, why lines of the outbox wait again or were given up, and what became of
 * each letter.
 */
export function statsOf(
  counts: Counts,
  troubles: readonly Trouble[],
  letters: readonly LetterFigures[],
): string {
  return [
    ...(ORDER as readonly (keyof Counts)[]).map((key) => row(counts[key], LABELS[key])),
    ...troubles.map(({ state, why, count }) =>
      row(count, `${state === 'failed' ? 'given up' : 'to be tried again'}: ${why}`),
    ),
    ...letters.flatMap(ofLetter),
  ].join('\n');
}

/** What became of lines that had been given up. */
export function retriedOf({ taken, lost }: Retried): string {
  const lines = taken === 1 ? '1 line' : `${taken} lines`;
  const again = `${lines} of the outbox will be tried again within a minute, while the server runs.`;
  if (lost === 0) return again;
  return `${again}\n${lost} cannot be: the address is gone, or nobody wants it any longer. Where it is a provider that did not hear who left, take them off there.`;
}
