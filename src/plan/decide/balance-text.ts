import { fillBlanks } from '../../site/fill-blanks.ts';
import type { Tip } from './decide.ts';
import type { ElementWords } from './element-words.ts';
import type { Names } from './names.ts';
import type { TurningChange } from './smallest-change.ts';

/** Which rows tip the balance, and what it would be without them. */
export function tipText({ rows, without }: Tip, { outcome }: ElementWords, names: Names): string {
  const { tip: says } = outcome;
  const { blanks } = names;
  const [first = '', ...more] = rows.map(names.row);
  const one = more.length === 0;
  const rest = one
    ? says[without]
    : { same: says.severalSame, tie: says.severalTie, turn: says.severalTurn }[without];
  const tipping = { ...blanks, row: first, rows: [first, ...more].join('; ') };
  return `${fillBlanks(one ? says.one : says.several, tipping)} ${fillBlanks(rest, blanks)}`;
}

/** Which single answer would take the lead away. */
export function changeText(
  change: TurningChange | undefined,
  { outcome, scores, weights }: ElementWords,
  { sides, row, blanks }: Names,
): string {
  const { change: says } = outcome;
  if (!change) return says.none;
  const steps = change.kind === 'score' ? scores : weights;
  const sentences = {
    score: { tie: says.scoreTie, turn: says.scoreTurn },
    weight: { tie: says.weightTie, turn: says.weightTurn },
  };
  const sentence = fillBlanks(sentences[change.kind][change.result], {
    ...blanks,
    row: row(change.id),
    from: steps[change.from] ?? change.from,
    to: steps[change.to] ?? change.to,
    ...(change.kind === 'score' && { side: sides[change.side] }),
  });
  return `${sentence} ${says.limit}`;
}
