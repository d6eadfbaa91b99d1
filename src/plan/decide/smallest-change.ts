import { type Row, SCORES, type Side, WEIGHTS } from './question.ts';
import { differenceOf, leaderOf, rivalOf } from './weigh.ts';

/** One answer changed from one step to another: how much a row matters, or how a side does in it. */
export type Change =
  | { readonly kind: 'weight'; readonly id: string; readonly from: number; readonly to: number }
  | {
      readonly kind: 'score';
      readonly id: string;
      readonly side: Side;
      readonly from: number;
      readonly to: number;
    };

/** A change that takes the lead away: the sides are then level, or the other one leads. */
export type TurningChange = Change & { readonly result: 'tie' | 'turn' };

/** By how many steps a change departs from what was answered. */
export function stepsOf({ from, to }: Change): number {
  return Math.abs(to - from);
}

/** `rows` with one answer changed. */
export function changed(rows: readonly Row[], change: Change): readonly Row[] {
  return rows.map((row) => {
    if (row.id !== change.id) return row;
    return change.kind === 'weight'
      ? { ...row, weight: change.to }
      : { ...row, scores: { ...row.scores, [change.side]: change.to } };
  });
}

/** Every change of one answer of `rows` within its range. `first` names the side to begin with. */
function changesOf(rows: readonly Row[], first: Side): readonly Change[] {
  return rows.flatMap(({ id, weight, scores }) => [
    ...[first, rivalOf(first)].flatMap((side) =>
      stepsFrom(scores[side], SCORES).map((to): Change => {
        return { kind: 'score', id, side, from: scores[side], to };
      }),
    ),
    ...stepsFrom(weight, WEIGHTS).map((to): Change => ({ kind: 'weight', id, from: weight, to })),
  ]);
}

/**
 * The smallest change of one answer that takes the lead away, in whole steps within its range: the
 * one-way sensitivity of Triantaphyllou & Sánchez (1997), Decision Sciences 28(1), 151-194, for
 * weights and scores alike. Of equally small ones it is one that turns the balance before one that
 * makes it a tie, then the first row's, then the leader's score before the rival's before the
 * weight. None where nobody leads, or where no single change does it.
 */
export function smallestChange(rows: readonly Row[]): TurningChange | undefined {
  const leader = leaderOf(differenceOf(rows));
  if (!leader) return undefined;
  return changesOf(rows, leader)
    .flatMap((change): TurningChange[] => {
      const after = leaderOf(differenceOf(changed(rows, change)));
      return after === leader ? [] : [{ ...change, result: after ? 'turn' : 'tie' }];
    })
    .sort((a, b) => stepsOf(a) - stepsOf(b) || rankOf(a) - rankOf(b))[0];
}

/**
 * Whether one step of one score takes the lead away. Nobody scores a job to the step, so this is
 * where a lead says nothing.
 */
export function isTooClose(rows: readonly Row[]): boolean {
  const leader = leaderOf(differenceOf(rows));
  return (
    !leader ||
    changesOf(rows, leader).some(
      (change) =>
        change.kind === 'score' &&
        stepsOf(change) === 1 &&
        leaderOf(differenceOf(changed(rows, change))) !== leader,
    )
  );
}

function rankOf({ result }: TurningChange): number {
  return result === 'turn' ? 0 : 1;
}

function stepsFrom(from: number, { low, high }: { low: number; high: number }): number[] {
  return Array.from({ length: high - low + 1 }, (_, step) => low + step).filter(
    (step) => step !== from,
  );
}
