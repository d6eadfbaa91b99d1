import model from '../../../content/quiz/model.json' with { type: 'json' };
import type { Answers } from './answers.ts';
import { type Belief, observe } from './belief.ts';
import { type Six, six, sixOf, TYPES } from './types.ts';

/** How answers come from interests. */
export interface Model {
  /** What is known about anybody before the first answer. */
  readonly prior: Belief;
  /** Variance of one answer around the person's interest in its type. */
  readonly errorVariance: Six<number>;
  /** How many questions each type has. */
  readonly perType: number;
}

const covariance = sixOf(model.prior.covariance.map(sixOf));

/** The model as it was estimated: `content/quiz/model.json`, means all equal. */
export const ESTIMATED_MODEL: Model = {
  prior: { mean: sixOf(model.prior.mean), covariance },
  errorVariance: sixOf(model.answer_error_variance),
  perType: model.max_per_type,
};

/**
 * The model of the site's quiz. Its prior is wider than estimated, so that answers count for more
 * and the types that vary least, Social and Enterprising among them, are found more often. What
 * that gains is in README.md beside this.
 */
export const MODEL: Model = {
  ...ESTIMATED_MODEL,
  prior: {
    mean: ESTIMATED_MODEL.prior.mean,
    covariance: six((i) => six((j) => covariance[i][j] * model.prior_widening)),
  },
};

/**
 * What `answers` say about the person. Several answers to one type count as one, their mean, with
 * the noise divided by their number: the same as one by one, but equal to the last digit in
 * whatever order they came.
 */
export function beliefAfter(answers: Answers, { prior, errorVariance }: Model): Belief {
  let belief = prior;
  for (const type of TYPES) {
    const given = answers[type];
    if (given.length === 0) continue;
    const sum = given.reduce<number>((total, answer) => total + answer, 0);
    belief = observe(belief, type, sum / given.length, errorVariance[type] / given.length);
  }
  return belief;
}
