import { type Answers, countAnswers, isFlat } from './answers.ts';
import { type Belief, differenceVariance, rankTypes, standings } from './belief.ts';
import { beliefAfter, MODEL, type Model } from './model.ts';
import { type Six, TYPES, type Type } from './types.ts';

/**
 * From this many standard deviations between two ranks their order is called clear. In the benchmark
 * (`npm run bench:quiz`) a first type this far ahead agrees with a 48-question form in nine cases of
 * ten and with questions never asked in seven; a closer one in about two of three and in under half.
 */
const CLEAR_FROM = 1;

/**
 * A type stands out if its interest is above the mean of the person's six with a probability of 90%:
 * from this many standard deviations, one-tailed. In the benchmark one person in eight has no such
 * type after 12 questions, and one in eleven after 18 and 24. Their first type then agrees with
 * questions never asked in about one case of three, less often than one and the same type for all of
 * them would (.35 against .42).
 */
const STANDS_OUT_FROM = 1.28;

/** A type at its rank. */
export interface Rank {
  readonly type: Type;
  /** The posterior mean of the interest, on the scale of the answers (1 to 5). */
  readonly interest: number;
  /** How far it is ahead of the next rank. The last rank has none. */
  readonly lead?: 'clear' | 'close';
}

/**
 * How the first three ranks stand to each other: which neighbors are `clear` of each other or
 * `close`, from the first on. In a `chain` each is close to its neighbor but the first is clear of the
 * third. A first type is `alone` where it is clear and no other is above the mean of the six.
 */
export type Order = 'alone' | 'clear' | 'clearThenClose' | 'close' | 'chain' | 'allClose';

/** How many ranks to explain, by order: as far as the first or second is close to the next. */
const LEADING = {
  alone: 1,
  clear: 2,
  clearThenClose: 3,
  close: 2,
  chain: 3,
  allClose: 3,
} as const satisfies Readonly<Record<Order, number>>;

interface Ranking {
  readonly questions: number;
  /** All six types, from the strongest interest to the weakest. */
  readonly ranks: readonly Rank[];
  /** The interests in R I A S E C order, for the hexagon and for matching. */
  readonly profile: Six<number>;
}

/** A result in which no type stands out: nearly flat. Nothing is named first and nothing matched. */
export interface LevelProfile extends Ranking {
  readonly kind: 'level';
  /** The lowest type, where it is below the mean of the six with a probability of 90%. */
  readonly lowest: Type | undefined;
}

/** A result with something to tell. */
export interface Profile extends Ranking {
  readonly kind: 'profile';
  readonly order: Order;
}

/** The types that a profile speaks of. */
export interface Spoken {
  /** Those to explain, from the first on: one to three. */
  readonly leading: readonly Type[];
  /** A fourth that is close to the third of them, to be named, too. */
  readonly fourth: Type | undefined;
}

/** A profile speaks of so many types at most. */
export const MOST_SPOKEN = 4;

/** What a person is told after 12, 18 or 24 questions. */
export type Result =
  /** Every answer was the same: nothing can be told apart and nothing is matched. */
  { readonly kind: 'flat'; readonly questions: number } | LevelProfile | Profile;

/** The result that `answers` give. */
export function resultOf(answers: Answers, model: Model = MODEL): Result {
  const questions = countAnswers(answers);
  if (isFlat(answers)) return { kind: 'flat', questions };
  const belief = beliefAfter(answers, model);
  const ranked = rankTypes(belief, TYPES);
  const ranks = ranked.map((type, index): Rank => {
    const interest = belief.mean[type];
    const next = ranked[index + 1];
    return next === undefined
      ? { type, interest }
      : { type, interest, lead: leadOf(belief, type, next) };
  });
  const ranking = { questions, ranks, profile: belief.mean };
  const standing = standings(belief);
  if (Math.max(...standing) < STANDS_OUT_FROM) {
    const lowest = ranked.slice(-1).find((type) => standing[type] <= -STANDS_OUT_FROM);
    return { kind: 'level', ...ranking, lowest };
  }
  return { kind: 'profile', ...ranking, order: orderOf(belief, standing, ranked) };
}

/** The types that `profile` speaks of. */
export function spokenOf({ ranks, order }: Profile): Spoken {
  const leading = ranks.slice(0, LEADING[order]);
  const isLevel = leading.length === 3 && leading[2]?.lead === 'close';
  return {
    leading: leading.map(({ type }) => type),
    fourth: isLevel ? ranks[3]?.type : undefined,
  };
}

/** How far the interest in `type` is ahead of that in `next`. */
function leadOf(belief: Belief, type: Type, next: Type): 'clear' | 'close' {
  const lead = belief.mean[type] - belief.mean[next];
  return lead / Math.sqrt(differenceVariance(belief, type, next)) >= CLEAR_FROM ? 'clear' : 'close';
}

function orderOf(
  belief: Belief,
  standing: Six<number>,
  [first = 0, second = 1, third = 2]: readonly Type[],
): Order {
  const isClear = (type: Type, next: Type) => leadOf(belief, type, next) === 'clear';
  if (isClear(first, second)) {
    if (standing[second] <= 0) return 'alone';
    return isClear(second, third) ? 'clear' : 'clearThenClose';
  }
  if (isClear(second, third)) return 'close';
  return isClear(first, third) ? 'chain' : 'allClose';
}
