import { type Answers, countAnswers, isFlat } from './answers.ts';
import { differenceVariance, rankTypes } from './belief.ts';
import { beliefAfter, MODEL, type Model } from './model.ts';
import { type Six, six, TYPES, type Type } from './types.ts';

/**
 * From this many standard deviations between two neighboring ranks their order is called clear. In
 * the benchmark (`npm run bench:quiz`) a first type this far ahead is the right one in about nine
 * cases of ten, a closer one in about three of five.
 */
const CLEAR_FROM = 1;

/** A type at its rank. */
export interface Rank {
  readonly type: Type;
  /** The posterior mean of the interest, on the scale of the answers (1 to 5). */
  readonly interest: number;
  /** How far it is ahead of the next rank. The last rank has none. */
  readonly lead?: 'clear' | 'close';
}

/** A result with something to tell. */
export interface Profile {
  readonly kind: 'profile';
  readonly questions: number;
  /** All six types, from the strongest interest to the weakest. */
  readonly ranks: readonly Rank[];
  /** How many of the ranks to speak of: two, or three where the third is close to the second. */
  readonly leading: 2 | 3;
  /** The interests in R I A S E C order, for the hexagon and for matching. */
  readonly profile: Six<number>;
}

/** What a person is told after 12, 18 or 24 questions. */
export type Result =
  /** Every answer was the same: nothing can be told apart and nothing is matched. */
  { readonly kind: 'flat'; readonly questions: number } | Profile;

/** The result that `answers` give. */
export function resultOf(answers: Answers, model: Model = MODEL): Result {
  const questions = countAnswers(answers);
  if (isFlat(answers)) return { kind: 'flat', questions };
  const belief = beliefAfter(answers, model);
  const ranked = rankTypes(belief, TYPES);
  const ranks = ranked.map((type, index): Rank => {
    const interest = belief.mean[type];
    const next = ranked[index + 1];
    if (next === undefined) return { type, interest };
    const z = (interest - belief.mean[next]) / Math.sqrt(differenceVariance(belief, type, next));
    return { type, interest, lead: z >= CLEAR_FROM ? 'clear' : 'close' };
  });
  return {
    kind: 'profile',
    questions,
    ranks,
    leading: ranks[1]?.lead === 'close' ? 3 : 2,
    profile: six((type) => belief.mean[type]),
  };
}
