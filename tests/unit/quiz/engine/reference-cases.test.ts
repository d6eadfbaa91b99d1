import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../../src/quiz/engine/answers.ts';
import { beliefAfter, ESTIMATED_MODEL } from '../../../../src/quiz/engine/model.ts';
import { pickClosestRanks } from '../../../../src/quiz/engine/pick-closest-ranks.ts';
import { sixOf, TYPE_LETTERS, TYPES } from '../../../../src/quiz/engine/types.ts';
import { interview } from '../answers.ts';
import reference from './reference-cases.json' with { type: 'json' };

const course = { pick: pickClosestRanks, model: ESTIMATED_MODEL };

/** The file's numbers from 1 to 5, which a test below makes sure of. */
const answersOf = (answers: readonly (readonly number[])[]) =>
  sixOf(answers as readonly (readonly Answer[])[]);

describe('the reference rule and model, beside an independent implementation', () => {
  it('have 20 cases, whose answers are from 1 to 5', () => {
    expect(reference.cases).toHaveLength(20);
    const given = new Set(reference.cases.flatMap(({ answers }) => answers.flat()));
    expect([...given].sort()).toEqual([1, 2, 3, 4, 5]);
  });

  it('start from the same model', () => {
    expect(reference.order).toBe(TYPE_LETTERS.join(''));
    expect(reference.prior.mean).toEqual(ESTIMATED_MODEL.prior.mean);
    expect(reference.prior.covariance).toEqual(ESTIMATED_MODEL.prior.covariance);
    expect(reference.answer_error_variance).toEqual(ESTIMATED_MODEL.errorVariance);
    expect(reference.max_per_type).toBe(ESTIMATED_MODEL.perType);
  });

  it.each(reference.cases)('$name, $questions questions', (expected) => {
    const { asked, answers } = interview(answersOf(expected.answers), expected.questions, course);
    expect(asked.map((type) => TYPE_LETTERS[type])).toEqual(expected.trace.map(([type]) => type));
    expect(answers.map((given) => given.length)).toEqual(expected.asked);
    const { mean, covariance } = beliefAfter(answers, ESTIMATED_MODEL);
    for (const type of TYPES) {
      expect(mean[type].toFixed(6)).toBe(expected.mean[type]?.toFixed(6));
      expect(covariance[type][type].toFixed(6)).toBe(expected.variance[type]?.toFixed(6));
    }
  });
});
