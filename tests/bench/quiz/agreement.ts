import { type Six, six, TYPES, type Type } from '../../../src/quiz/engine/types.ts';
import type { FormAnswers } from './responses.ts';

/** What the long form says about a person: its first two types. */
export type FirstTwo = readonly [Type, Type];

/** How a quiz's first types agree with those of a form, as shares from 0 to 1. */
export interface Agreement {
  readonly same: number;
  readonly inFirstTwo: number;
}

/**
 * Numbers from 0 up to 1 that only look random: the same ones for the same `seed`, so that two runs
 * print the same table. Steele and Vigna's (2014) SplitMix, in 32 bits.
 */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
  };
}

/** The first two types of a form by the sums of its `items` (from 0); ties fall at random. */
export function firstTwoOf(
  form: FormAnswers,
  items: readonly number[],
  random: () => number,
): FirstTwo {
  const sums: Six<number> = six((type) =>
    items.reduce<number>((sum, item) => sum + (form[type][item] ?? 0), 0),
  );
  const lots = six(random);
  const [first = 0, second = 1] = TYPES.toSorted((a, b) => sums[b] - sums[a] || lots[a] - lots[b]);
  return [first, second];
}

/** The share of people whose first type on a form is that of most of them. */
export function commonestFirst(forms: readonly FirstTwo[]): number {
  const counts = TYPES.map((type) => forms.filter(([first]) => first === type).length);
  return Math.max(...counts) / forms.length;
}

/** How `firsts`, the quiz's first type of each person, agree with `forms` of the same people. */
export function agreement(firsts: readonly Type[], forms: readonly FirstTwo[]): Agreement {
  const share = (hits: readonly boolean[]) => hits.filter(Boolean).length / hits.length;
  return {
    same: share(forms.map(([first], person) => firsts[person] === first)),
    inFirstTwo: share(forms.map((form, person) => form.some((type) => firsts[person] === type))),
  };
}

/**
 * The recall of the first type, meant over the six types: a quiz does not rise in it by naming the
 * commonest type more often.
 */
export function recallMean(firsts: readonly Type[], forms: readonly FirstTwo[]): number {
  const recalls = TYPES.flatMap((type) => {
    const of = forms.flatMap(([first], person) =>
      first === type ? [firsts[person] === type] : [],
    );
    return of.length === 0 ? [] : [of.filter(Boolean).length / of.length];
  });
  return recalls.reduce((sum, recall) => sum + recall, 0) / recalls.length;
}

/**
 * The standard error of the difference between two quizzes on the same people, as a share. `a` and
 * `b`: whether each of the two was right about each person.
 */
export function pairedError(a: readonly boolean[], b: readonly boolean[]): number {
  const differences = a.map((right, person) => Number(right) - Number(b[person]));
  const mean = differences.reduce((sum, value) => sum + value, 0) / differences.length;
  const square = differences.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return Math.sqrt(square) / differences.length;
}
