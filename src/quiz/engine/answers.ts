import { type Six, six, TYPES, type Type } from './types.ts';

/** From 1, strongly dislike, to 5, strongly like. */
export type Answer = 1 | 2 | 3 | 4 | 5;

/**
 * All answers given so far: for each type those to its first, second, third and fourth question.
 * Results depend on nothing else, so the order in which the types took turns is not kept.
 */
export type Answers = Six<readonly Answer[]>;

/** Nothing answered yet. */
export const NO_ANSWERS: Answers = six(() => []);

/** How many questions are answered. */
export function countAnswers(answers: Answers): number {
  return answers.flat().length;
}

/** `answers` and one more: to the next question of `type`. */
export function withAnswer(answers: Answers, type: Type, answer: Answer): Answers {
  return six((other) => (other === type ? [...answers[other], answer] : answers[other]));
}

/** Whether every answer is the same, so that there is no profile to speak of. */
export function isFlat(answers: Answers): boolean {
  return new Set(answers.flat()).size < 2;
}

/** The types that have a question left, in order. `perType`: how many questions a type has. */
export function openTypes(answers: Answers, perType: number): readonly Type[] {
  return TYPES.filter((type) => answers[type].length < perType);
}
