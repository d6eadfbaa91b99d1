import {
  type Answer,
  type Answers,
  countAnswers,
  NO_ANSWERS,
  withAnswer,
} from '../engine/answers.ts';
import {
  changeAnswer,
  LENGTHS,
  type Length,
  lengthOf,
  nextType,
  typesAsked,
} from '../engine/session.ts';
import { six, type Type } from '../engine/types.ts';

/** Where a person is in the quiz. */
export interface QuizState {
  readonly answers: Answers;
  /** After how many questions the result comes. */
  readonly goal: Length;
  /** The question in front of the person, from 0; `goal` is the result. */
  readonly position: number;
  /**
   * The answers ever given, by question. Changing an answer may change which questions follow; if a
   * question that was left out returns, its answer is still known.
   */
  readonly remembered: Answers;
}

/** A question as it is asked. */
export interface AskedQuestion {
  readonly type: Type;
  /** Its place among the questions of its type, from 0. */
  readonly place: number;
  /** What the person answered before, if they did. */
  readonly answer: Answer | undefined;
}

/** The start, or where `answers` leave off; those of a finished quiz lead to its result. */
export function quizStateWith(answers: Answers = NO_ANSWERS, goal: Length = LENGTHS[0]): QuizState {
  return moveTo({ answers, goal, position: 0, remembered: answers }, goal);
}

/** The question at the state's position, or undefined at the result. */
export function askedAt({
  answers,
  goal,
  position,
  remembered,
}: QuizState): AskedQuestion | undefined {
  if (position >= goal) return undefined;
  const order = typesAsked(answers);
  const type = order[position] ?? nextType(answers);
  if (type === undefined) return undefined;
  const place = order.slice(0, position).filter((other) => other === type).length;
  return { type, place, answer: answers[type][place] ?? remembered[type][place] };
}

/** The state after `answer` to the question at its position: one question further. */
export function answerHere(state: QuizState, answer: Answer): QuizState {
  const { answers, position } = state;
  const type = askedAt(state)?.type;
  if (type === undefined) return state;
  const changed =
    position < countAnswers(answers)
      ? changeAnswer(answers, position, answer)
      : withAnswer(answers, type, answer);
  const remembered = six((each) => [
    ...changed[each],
    ...state.remembered[each].slice(changed[each].length),
  ]);
  return moveTo({ ...state, answers: changed, remembered }, position + 1);
}

/** The state at `position`, or at the first unanswered question where that is nearer. */
export function moveTo(state: QuizState, position: number): QuizState {
  const farthest = Math.min(countAnswers(state.answers), state.goal);
  return { ...state, position: Math.max(0, Math.min(position, farthest)) };
}

/** One step back: the question before, or from the first of six more questions the result before. */
export function moveBack(state: QuizState): QuizState {
  const { position, goal } = state;
  const result = position < goal ? lengthOf(position) : undefined;
  return result ? { ...state, goal: result } : moveTo(state, position - 1);
}

/** The state with six more questions ahead, or as it is where all are asked. */
export function moveOn(state: QuizState): QuizState {
  const goal = LENGTHS.find((length) => length > state.goal);
  return goal ? { ...state, goal } : state;
}
