import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Answers, countAnswers } from '../../../../src/quiz/engine/answers.ts';
import { type Belief, observe, rankTypes, standings } from '../../../../src/quiz/engine/belief.ts';
import { beliefAfter, MODEL } from '../../../../src/quiz/engine/model.ts';
import { six, TYPES, type Type } from '../../../../src/quiz/engine/types.ts';
import { anAnswer, anyAnswers } from '../answers.ts';

/** The pivots of elimination without row swaps: all positive for a positive definite matrix only. */
function pivots(matrix: readonly (readonly number[])[]): number[] {
  const rows = matrix.map((row) => [...row]);
  return rows.map((row, k) => {
    const pivot = row[k] ?? Number.NaN;
    for (const below of rows.slice(k + 1)) {
      const factor = (below[k] ?? Number.NaN) / pivot;
      for (let j = k; j < row.length; j++) below[j] = (below[j] ?? 0) - factor * (row[j] ?? 0);
    }
    return pivot;
  });
}

/** Kalman's update once for each answer, in the order given. */
function oneByOne(given: readonly (readonly [Type, number])[]): Belief {
  return given.reduce<Belief>(
    (belief, [type, answer]) => observe(belief, type, answer, MODEL.errorVariance[type]),
    MODEL.prior,
  );
}

const turns = (answers: Answers) =>
  TYPES.flatMap((type) => answers[type].map((answer) => [type, answer] as const));

describe('observe', () => {
  it('moves the mean and narrows the variance as a hand calculation does', () => {
    const unit: Belief = {
      mean: six(() => 3),
      covariance: six((i) => six((j) => (i === j ? 1 : i + j === 1 ? 0.5 : 0))),
    };
    const { mean, covariance } = observe(unit, 0, 5, 1);
    expect(mean).toEqual([4, 3.5, 3, 3, 3, 3]);
    expect(covariance.slice(0, 2).map((row) => row.slice(0, 2))).toEqual([
      [0.5, 0.25],
      [0.25, 0.875],
    ]);
    expect(covariance[2][2]).toBe(1);
  });
});

describe('beliefAfter', () => {
  it('keeps the covariance symmetric and positive definite, and never widens a variance', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const { covariance } = beliefAfter(answers, MODEL);
        for (const i of TYPES) {
          for (const j of TYPES) expect(covariance[i][j]).toBe(covariance[j][i]);
          expect(covariance[i][i]).toBeLessThanOrEqual(MODEL.prior.covariance[i][i]);
        }
        expect(Math.min(...pivots(covariance))).toBeGreaterThan(0);
      }),
    );
  });

  it('is what the answers give one by one, in whatever order', () => {
    const anOrder = anyAnswers.chain((answers) =>
      fc.record({
        answers: fc.constant(answers),
        order: fc.shuffledSubarray(turns(answers), { minLength: countAnswers(answers) }),
      }),
    );
    fc.assert(
      fc.property(anOrder, ({ answers, order }) => {
        const atOnce = beliefAfter(answers, MODEL);
        const inTurn = oneByOne(order);
        for (const i of TYPES) {
          expect(inTurn.mean[i]).toBeCloseTo(atOnce.mean[i], 9);
          for (const j of TYPES) {
            expect(inTurn.covariance[i][j]).toBeCloseTo(atOnce.covariance[i][j], 9);
          }
        }
      }),
    );
  });

  it('rises in a type with each liking of it', () => {
    fc.assert(
      fc.property(anyAnswers, fc.constantFrom(...TYPES), anAnswer, (answers, type, answer) => {
        fc.pre(answer < 5 && answers[type].length < 4);
        const meanAfter = (last: typeof answer) =>
          beliefAfter(
            six((other) => (other === type ? [...answers[other], last] : answers[other])),
            MODEL,
          ).mean[type];
        expect(meanAfter(5)).toBeGreaterThan(meanAfter(answer));
      }),
    );
  });
});

describe('rankTypes', () => {
  it('puts the earlier of two equals first', () => {
    const belief = { ...MODEL.prior, mean: [2, 3, 1, 3, 2, 4] as const };
    expect(rankTypes(belief, TYPES)).toEqual([5, 1, 3, 0, 4, 2]);
  });
});

describe('standings', () => {
  it('are what a hand calculation gives', () => {
    const unit: Belief = {
      mean: [6, 0, 0, 0, 0, 0],
      covariance: six((i) => six((j) => (i === j ? 1 : 0))),
    };
    // The mean is 1, and the variance of a type's distance from it 1 - 1/6.
    const deviation = Math.sqrt(5 / 6);
    for (const [type, standing] of standings(unit).entries()) {
      expect(standing).toBeCloseTo((type === 0 ? 5 : -1) / deviation, 12);
    }
  });

  it('are distances from the mean by their own standard deviations, whatever the answers', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const belief = beliefAfter(answers, MODEL);
        for (const [type, standing] of standings(belief).entries()) {
          const weights = TYPES.map((other) => Number(other === type) - 1 / 6);
          const weigh = (values: readonly number[]) =>
            values.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0);
          const variance = weigh(belief.covariance.map(weigh));
          expect(standing).toBeCloseTo(weigh(belief.mean) / Math.sqrt(variance), 9);
        }
      }),
    );
  });
});
