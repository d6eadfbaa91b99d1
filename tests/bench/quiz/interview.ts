import {
  type Answers,
  countAnswers,
  NO_ANSWERS,
  withAnswer,
} from '../../../src/quiz/engine/answers.ts';
import { differenceVariance, rankTypes } from '../../../src/quiz/engine/belief.ts';
import { beliefAfter, type Model } from '../../../src/quiz/engine/model.ts';
import { type Result, resultOf } from '../../../src/quiz/engine/result.ts';
import { type Course, nextType } from '../../../src/quiz/engine/session.ts';
import { type Six, six, TYPES, type Type } from '../../../src/quiz/engine/types.ts';
import type { FormAnswers } from './responses.ts';

/** The items, from 0, that play the quiz's four questions of a type: 2, 4, 6 and 8 of the form. */
export const BANK: readonly number[] = [1, 3, 5, 7];

/** What a quiz says about a person: the first type, how far ahead it is (z), and what is told. */
export interface Verdict {
  readonly first: Type;
  readonly z: number;
  readonly result: Result;
  /** The estimated interests. */
  readonly profile: Six<number>;
}

function bankOf(form: FormAnswers): Answers {
  return six((type) => BANK.flatMap((item) => form[type][item] ?? []));
}

/** Asks a person `length` questions by `course`. */
export function interview(form: FormAnswers, length: number, course: Course): Verdict {
  const bank = bankOf(form);
  let answers = NO_ANSWERS;
  while (countAnswers(answers) < length) {
    const type = nextType(answers, course);
    const answer = type === undefined ? undefined : bank[type][answers[type].length];
    if (type === undefined || answer === undefined) break;
    answers = withAnswer(answers, type, answer);
  }
  return verdict(answers, course.model);
}

/** Asks a person the same number of questions of each type, as a paper form does. */
export function fixedInterview(form: FormAnswers, perType: number, model: Model): Verdict {
  const bank = bankOf(form);
  return verdict(
    six((type) => bank[type].slice(0, perType)),
    model,
  );
}

function verdict(answers: Answers, model: Model): Verdict {
  const belief = beliefAfter(answers, model);
  const [first = 0, second = 1] = rankTypes(belief, TYPES);
  const lead = belief.mean[first] - belief.mean[second];
  return {
    first,
    z: lead / Math.sqrt(differenceVariance(belief, first, second)),
    result: resultOf(answers, model),
    profile: belief.mean,
  };
}
