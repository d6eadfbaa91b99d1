import {
  type Answer,
  type Answers,
  countAnswers,
  NO_ANSWERS,
  openTypes,
  withAnswer,
} from './answers.ts';
import type { Belief } from './belief.ts';
import { beliefAfter, MODEL, type Model } from './model.ts';
import { pickLargestGain } from './pick-largest-gain.ts';
import type { Type } from './types.ts';

/** After how many questions there is a result: the short form, then sharper and sharper. */
export const LENGTHS = [12, 18, 24] as const;

/** One of them. */
export type Length = (typeof LENGTHS)[number];

/** `number` as a length, or undefined where the quiz never ends there. */
export function lengthOf(number: number): Length | undefined {
  return LENGTHS.find((length) => length === number);
}

/**
 * Chooses the type of the next question among `open`, once every type has had one. Undefined only
 * where `open` is empty.
 */
export type PickRule = (belief: Belief, open: readonly Type[], model: Model) => Type | undefined;

/** How a session goes: by which rule, on which model. */
export interface Course {
  readonly pick: PickRule;
  readonly model: Model;
}

/** The course of the site's quiz. */
export const COURSE: Course = { pick: pickLargestGain, model: MODEL };

/**
 * The type of the next question: each type once, in order, then as the rule picks. The question is
 * that type's next in the order of `questions.yaml`: `answers[type].length` counts from 0.
 * Undefined once all questions are answered.
 */
export function nextType(answers: Answers, { pick, model }: Course = COURSE): Type | undefined {
  const open = openTypes(answers, model.perType);
  return (
    open.find((type) => answers[type].length === 0) ??
    pick(beliefAfter(answers, model), open, model)
  );
}

/**
 * The types of the questions in the order in which they were asked. The rule is deterministic, so
 * the order follows from the answers. Answers given under another rule keep a place: each stands
 * where this rule would next have come to its type.
 */
export function typesAsked(answers: Answers, course: Course = COURSE): readonly Type[] {
  return replay(answers, course).map(({ type }) => type);
}

/**
 * `answers` with another one at `position` (from 0, in the order asked). Later answers stay as long
 * as the rule still asks their questions there, because a changed answer may change what is asked.
 */
export function changeAnswer(
  answers: Answers,
  position: number,
  answer: Answer,
  course: Course = COURSE,
): Answers {
  let changed = NO_ANSWERS;
  for (const [index, given] of replay(answers, course).entries()) {
    if (index > position && nextType(changed, course) !== given.type) break;
    changed = withAnswer(changed, given.type, index === position ? answer : given.answer);
  }
  return changed;
}

function replay(answers: Answers, course: Course): readonly { type: Type; answer: Answer }[] {
  const asked: { type: Type; answer: Answer }[] = [];
  let replayed = NO_ANSWERS;
  const remaining = (type: Type) => answers[type].length > replayed[type].length;
  while (countAnswers(replayed) < countAnswers(answers)) {
    const open = openTypes(answers, course.model.perType + 1).filter(remaining);
    const next = nextType(replayed, course);
    const type = next !== undefined && remaining(next) ? next : open[0];
    const answer = type === undefined ? undefined : answers[type][replayed[type].length];
    if (type === undefined || answer === undefined) break;
    asked.push({ type, answer });
    replayed = withAnswer(replayed, type, answer);
  }
  return asked;
}
