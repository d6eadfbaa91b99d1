import type { Match } from './matching.ts';

/** How much preparation an occupation needs, from little or none to extensive. */
export const LEVELS = [1, 2, 3, 4, 5] as const;

/** One of O*NET's job zones. */
export type Level = (typeof LEVELS)[number];

/** How many rows stand in the list at first, and how many come with each "Show more". */
export const ROWS = { first: 10, more: 20 } as const;

interface Leveled {
  readonly zone: number;
}

/** Those of `matches` that need the preparation of `level`, or all of them where it is undefined. */
export function atLevel<Occupation extends Leveled>(
  matches: readonly Match<Occupation>[],
  level: Level | undefined,
): readonly Match<Occupation>[] {
  return level ? matches.filter(({ occupation }) => occupation.zone === level) : matches;
}

/** How many rows the next "Show more" brings, where `shown` of `count` stand already. */
export function rowsToAdd(shown: number, count: number): number {
  return Math.min(shown ? ROWS.more : ROWS.first, count - shown);
}
