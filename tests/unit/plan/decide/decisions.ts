import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { parse } from 'yaml';
import { setupOf } from '../../../../src/plan/decide/element-words.ts';
import type { DecideQuestion, Row, Side } from '../../../../src/plan/decide/question.ts';
import type { Change } from '../../../../src/plan/decide/smallest-change.ts';
import { rivalOf } from '../../../../src/plan/decide/weigh.ts';
import { decideSchema } from '../../../../src/plan/decide/words-schema.ts';

/** The tool's own words, as they are written and as they are checked. */
export const WRITTEN_WORDS: unknown = parse(readFileSync('content/plan/decide.yaml', 'utf8'));
export const WORDS = decideSchema.parse(WRITTEN_WORDS);
export const SETUP = setupOf(WORDS);

/** A row of `[weight, accepted, other]`. */
export function row(id: string, weight: number, accepted: number, other: number): Row {
  return { id, weight, scores: { accepted, other } };
}

const NO_FACTS = { pros: [], cons: [] };

/** A decision between two offers, the other one in hand, with `rows`. */
export function question(rows: readonly Row[], rest: Partial<DecideQuestion> = {}): DecideQuestion {
  return {
    against: 'offer',
    names: {},
    ownRows: {},
    rows,
    idle: [],
    unfinished: [],
    ticked: SETUP.boxes.offer.map(({ id }) => id),
    facts: { accepted: NO_FACTS, other: NO_FACTS },
    ...rest,
  };
}

/** The same rows with the two sides in each other's place. */
export function swapped(rows: readonly Row[]): readonly Row[] {
  return rows.map(({ id, weight, scores }) => row(id, weight, scores.other, scores.accepted));
}

/** Side or change, with the two sides in each other's place. */
export function swappedSide(side: Side | undefined): Side | undefined {
  return side && rivalOf(side);
}
export function swappedChange<Kind extends Change>(change: Kind | undefined): Kind | undefined {
  return change?.kind === 'score' ? { ...change, side: rivalOf(change.side) } : change;
}

/** Up to eight rows, with weights up to `heaviest`. */
export function someRows(heaviest = 5): fc.Arbitrary<readonly Row[]> {
  const score = fc.integer({ min: 1, max: 5 });
  return fc
    .array(fc.tuple(fc.integer({ min: 0, max: heaviest }), score, score), { maxLength: 8 })
    .map((cells) => cells.map((cell, at) => row(`row-${at}`, ...cell)));
}
