import fc from 'fast-check';
import {
  type Answer,
  type Answers,
  NO_ANSWERS,
  withAnswer,
} from '../../../src/quiz/engine/answers.ts';
import { type Course, nextType } from '../../../src/quiz/engine/session.ts';
import { six, type Type } from '../../../src/quiz/engine/types.ts';

/** Any of the five answers. */
export const anAnswer = fc.constantFrom<Answer>(1, 2, 3, 4, 5);

const answersToAType = fc.array(anAnswer, { maxLength: 4 });

/** Any answers, to up to four questions of each type. */
export const anyAnswers: fc.Arbitrary<Answers> = fc.tuple(
  answersToAType,
  answersToAType,
  answersToAType,
  answersToAType,
  answersToAType,
  answersToAType,
);

const person = fc.array(anAnswer, { minLength: 24, maxLength: 24 });

/** What somebody would answer to all 24 questions: `[type][question]`. */
export const aPerson = person.map((answers) =>
  six((type) => answers.slice(4 * type, 4 * type + 4)),
);

/** A person and a number of questions after which there is a result. */
export const anInterview = fc.record({ person: aPerson, length: fc.constantFrom(12, 18, 24) });

/** Asks `person` so many questions; the types asked, in order, and the answers. */
export function interview(
  person: Answers,
  length: number,
  course?: Course,
): { asked: readonly Type[]; answers: Answers } {
  const asked: Type[] = [];
  let answers = NO_ANSWERS;
  for (let question = 0; question < length; question++) {
    const type = nextType(answers, course);
    const answer = type === undefined ? undefined : person[type][answers[type].length];
    if (type === undefined || answer === undefined) break;
    asked.push(type);
    answers = withAnswer(answers, type, answer);
  }
  return { asked, answers };
}
