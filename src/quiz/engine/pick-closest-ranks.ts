import { type Belief, differenceVariance, rankTypes } from './belief.ts';
import type { Model } from './model.ts';
import { TYPES, type Type } from './types.ts';

/** How many pairs of neighboring ranks the rule looks at: 1-2, 2-3 and 3-4. */
const PAIRS = 3;

/**
 * The reference rule for the next question. Of the first four ranks it takes the two neighbors
 * that are hardest to tell apart, and asks the type of `open` whose answer would most reduce the
 * variance of their difference. Ties go to the higher ranks and the earlier type. `open` must not
 * be empty.
 */
export function pickClosestRanks(
  belief: Belief,
  open: readonly Type[],
  { errorVariance }: Model,
): Type | undefined {
  const ranked = rankTypes(belief, TYPES);
  const pairs = ranked.slice(1, PAIRS + 1).flatMap((lower, rank) => {
    const higher = ranked[rank];
    return higher === undefined ? [] : [[higher, lower] as const];
  });
  const { mean, covariance } = belief;
  const [closest] = pairs.toSorted(
    ([a, b], [c, d]) =>
      (mean[a] - mean[b]) / Math.sqrt(differenceVariance(belief, a, b)) -
      (mean[c] - mean[d]) / Math.sqrt(differenceVariance(belief, c, d)),
  );
  if (!closest) return undefined;
  const [a, b] = closest;
  const reduction = (type: Type) =>
    (covariance[type][a] - covariance[type][b]) ** 2 /
    (covariance[type][type] + errorVariance[type]);
  return open.toSorted((type, other) => reduction(other) - reduction(type))[0];
}
