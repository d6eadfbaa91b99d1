import { type Row, SIDES, type Side } from './question.ts';

/** What one row adds to the balance. */
export interface Contribution {
  readonly id: string;
  /** Weight times the difference of the scores: above 0 it speaks for the job accepted. */
  readonly points: number;
}

/** The contribution of every row, in the order of `rows`: the weighted additive model, row by row. */
export function contributionsOf(rows: readonly Row[]): readonly Contribution[] {
  // Adding 0 makes 0 of -0.
  return rows.map(({ id, weight, scores }) => ({
    id,
    points: weight * (scores.accepted - scores.other) + 0,
  }));
}

/** How far the job accepted is ahead: the sum of all contributions, below 0 where it is behind. */
export function differenceOf(rows: readonly Row[]): number {
  return contributionsOf(rows).reduce((sum, { points }) => sum + points, 0);
}

/** The side that a difference, or a contribution, speaks for; none where it is 0. */
export function leaderOf(difference: number): Side | undefined {
  const [accepted, other] = SIDES;
  if (difference === 0) return undefined;
  return difference > 0 ? accepted : other;
}

/** The other one of the two. */
export function rivalOf(side: Side): Side {
  return side === 'accepted' ? 'other' : 'accepted';
}
