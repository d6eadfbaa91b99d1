import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Answers, openTypes } from '../../../../src/quiz/engine/answers.ts';
import type { Belief } from '../../../../src/quiz/engine/belief.ts';
import { beliefAfter, MODEL } from '../../../../src/quiz/engine/model.ts';
import { pickLargestGain } from '../../../../src/quiz/engine/pick-largest-gain.ts';
import { six, TYPES, type Type } from '../../../../src/quiz/engine/types.ts';
import { anyAnswers } from '../answers.ts';

const pickAfter = (answers: Answers, open: readonly Type[] = openTypes(answers, MODEL.perType)) =>
  pickLargestGain(beliefAfter(answers, MODEL), open, MODEL);

/** How far an answer to `type` is expected to lift the highest mean, by summing over the normal. */
function exactGain({ mean, covariance }: Belief, type: Type): number {
  const spread = Math.sqrt(covariance[type][type] + MODEL.errorVariance[type]);
  let weights = 0;
  let sum = 0;
  for (let z = -8; z <= 8; z += 0.01) {
    const weight = Math.exp((-z * z) / 2);
    weights += weight;
    sum += weight * Math.max(...TYPES.map((i) => mean[i] + (z * covariance[i][type]) / spread));
  }
  return sum / weights - Math.max(...mean);
}

describe('pickLargestGain', () => {
  it('asks for one of two types that lead side by side, not for one far behind', () => {
    const answers = [[1], [5], [2], [5], [1], [1]] as const satisfies Answers;
    expect([1, 3]).toContain(pickAfter(answers));
  });

  it('asks only what is open, and nothing when nothing is', () => {
    const answers = [[1], [5], [2], [5], [1], [1]] as const satisfies Answers;
    expect(pickAfter(answers, [0, 5])).toBeOneOf([0, 5]);
    expect(pickAfter(answers, [])).toBeUndefined();
  });

  it('picks a type whose exact gain is nearly the largest', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const open = openTypes(answers, MODEL.perType);
        fc.pre(open.length > 0 && answers.every((given) => given.length > 0));
        const belief = beliefAfter(answers, MODEL);
        const picked = pickAfter(answers);
        if (picked === undefined) throw new Error('Found: no pick. Allowed: an open type.');
        const largest = Math.max(...open.map((type) => exactGain(belief, type)));
        expect(exactGain(belief, picked)).toBeGreaterThanOrEqual(0.75 * largest - 1e-9);
      }),
    );
  });

  it('takes the earlier of equal types', () => {
    const level = { mean: six(() => 3), covariance: six((i) => six((j) => (i === j ? 1 : 0))) };
    const noise = { ...MODEL, errorVariance: six(() => 1) };
    expect(pickLargestGain(level, TYPES, noise)).toBe(0);
    expect(pickLargestGain(level, [4, 5], noise)).toBe(4);
  });
});
