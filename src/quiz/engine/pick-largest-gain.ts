import { type Belief, rankTypes } from './belief.ts';
import type { Model } from './model.ts';
import { TYPES, type Type } from './types.ts';

/**
 * The rule for the next question: ask the type whose answer promises most for naming the first type
 * rightly. It is the correlated knowledge gradient of Frazier, Powell and Dayanik (2009), "The
 * Knowledge-Gradient Policy for Correlated Normal Beliefs", with its envelope over all types cut
 * down to the best pair: how far, on average, one more answer lifts another type above the first.
 * `open` must not be empty; ties go to its earlier types.
 */
export function pickLargestGain(
  belief: Belief,
  open: readonly Type[],
  { errorVariance }: Model,
): Type | undefined {
  const { mean, covariance } = belief;
  const [first = 0, ...others] = rankTypes(belief, TYPES);
  const gain = (type: Type) => {
    const row = covariance[type];
    const spread = Math.sqrt(row[type] + errorVariance[type]);
    return Math.max(
      ...others.map((other) =>
        expectedRise(mean[first] - mean[other], Math.abs(row[other] - row[first]) / spread),
      ),
    );
  };
  return open.toSorted((a, b) => gain(b) - gain(a))[0];
}

/**
 * Up to a constant factor the expectation of max(0, X), X normal with mean -`behind` and standard
 * deviation `deviation`. That is deviation × (φ(x) - x Φ(-x)) at x = behind / deviation; Φ(-x) is
 * taken as φ(x) × 4 / (3x + √(x² + 8)), Sampford's (1953) bound on Mills' ratio, within 13%.
 */
function expectedRise(behind: number, deviation: number): number {
  if (deviation === 0) return 0;
  const x = behind / deviation;
  const root = Math.sqrt(x * x + 8);
  return (deviation * Math.exp((-x * x) / 2) * (root - x)) / (3 * x + root);
}
