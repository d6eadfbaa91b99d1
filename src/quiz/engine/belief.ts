import { type Six, six, type Type } from './types.ts';

/**
 * What is known about a person's six interests: a normal distribution over them, on the scale of
 * the answers (1 to 5). The covariance is symmetric and positive definite.
 */
export interface Belief {
  readonly mean: Six<number>;
  readonly covariance: Six<Six<number>>;
}

/**
 * `belief` after seeing `value`, which is the interest in `type` plus normal noise of `variance`.
 * The conjugate update of a normal prior in closed form, one step of Kalman (1960), "A New Approach
 * to Linear Filtering and Prediction Problems".
 */
export function observe(belief: Belief, type: Type, value: number, variance: number): Belief {
  const { mean, covariance } = belief;
  const row = covariance[type];
  const total = row[type] + variance;
  const surprise = (value - mean[type]) / total;
  return {
    mean: six((i) => mean[i] + row[i] * surprise),
    // Each entry and its mirror image multiply the same two numbers: exactly symmetric.
    covariance: six((i) => six((j) => covariance[i][j] - (row[i] * row[j]) / total)),
  };
}

/** The variance of the difference between the interests in `a` and in `b`. */
export function differenceVariance({ covariance }: Belief, a: Type, b: Type): number {
  return covariance[a][a] + covariance[b][b] - 2 * covariance[a][b];
}

/** The types from the highest mean to the lowest; of equals the earlier in R I A S E C first. */
export function rankTypes({ mean }: Belief, types: readonly Type[]): readonly Type[] {
  return types.toSorted((a, b) => mean[b] - mean[a] || a - b);
}

/**
 * How far the interest in each type is above the mean of all six, in standard deviations of that
 * difference; negative where it is below.
 */
export function standings({ mean, covariance }: Belief): Six<number> {
  const average = (values: readonly number[]) =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  const [middle, all] = [average(mean), average(covariance.map(average))];
  // Var(θᵢ - θ̄) = Var(θᵢ) - 2 Cov(θᵢ, θ̄) + Var(θ̄)
  return six((type) => {
    const variance = covariance[type][type] - 2 * average(covariance[type]) + all;
    return (mean[type] - middle) / Math.sqrt(variance);
  });
}
