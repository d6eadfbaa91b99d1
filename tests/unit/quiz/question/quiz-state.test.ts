import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Answers, countAnswers, NO_ANSWERS } from '../../../../src/quiz/engine/answers.ts';
import { TYPES } from '../../../../src/quiz/engine/types.ts';
import {
  answerHere,
  askedAt,
  moveBack,
  moveOn,
  moveTo,
  type QuizState,
  quizStateWith,
} from '../../../../src/quiz/question/quiz-state.ts';
import { anAnswer, anInterview, aPerson, interview } from '../answers.ts';

/** The state after `person` has answered all that is asked up to its goal. */
function answerAll(state: QuizState, person: Answers): QuizState {
  let now = state;
  for (let asked = askedAt(now); asked; asked = askedAt(now)) {
    now = answerHere(now, person[asked.type][asked.place] ?? 3);
  }
  return now;
}

describe('a state', () => {
  it('starts at the first question of the first type', () => {
    expect(quizStateWith()).toMatchObject({ answers: NO_ANSWERS, goal: 12, position: 0 });
    expect(askedAt(quizStateWith())).toEqual({ type: TYPES[0], place: 0, answer: undefined });
  });

  it('asks what the engine asks, and ends after twelve questions', () => {
    fc.assert(
      fc.property(aPerson, (person) => {
        const finished = answerAll(quizStateWith(), person);
        expect(finished.answers).toEqual(interview(person, 12).answers);
        expect(finished.position).toBe(12);
      }),
    );
  });

  it('goes on where answers leave off', () => {
    fc.assert(
      fc.property(aPerson, fc.nat({ max: 12 }), (person, count) => {
        const { answers } = interview(person, count);
        expect(quizStateWith(answers).position).toBe(count);
        expect(answerAll(quizStateWith(answers), person)).toEqual(
          answerAll(quizStateWith(), person),
        );
      }),
    );
  });

  it('returns to each question with the answer it got', () => {
    fc.assert(
      fc.property(aPerson, fc.nat({ max: 11 }), (person, position) => {
        const asked = askedAt(moveTo(answerAll(quizStateWith(), person), position));
        expect(asked?.answer).toBe(asked && person[asked.type][asked.place]);
      }),
    );
  });

  it('forgets no answer when an earlier one is changed', () => {
    fc.assert(
      fc.property(anInterview, fc.nat({ max: 11 }), anAnswer, ({ person }, position, answer) => {
        const finished = answerAll(quizStateWith(), person);
        const changed = answerHere(moveTo(finished, position), answer);
        const returned = TYPES.map(
          (type) => finished.answers[type].length - changed.remembered[type].length,
        );
        expect(Math.max(...returned)).toBeLessThanOrEqual(0);
        const next = askedAt(changed);
        if (next) expect(next.answer).toBe(finished.answers[next.type][next.place]);
      }),
    );
  });

  it('stays within what is answered, and within its goal', () => {
    fc.assert(
      fc.property(aPerson, fc.nat({ max: 12 }), fc.integer(), (person, count, position) => {
        const moved = moveTo(quizStateWith(interview(person, count).answers), position);
        expect(moved.position).toBeGreaterThanOrEqual(0);
        expect(moved.position).toBeLessThanOrEqual(countAnswers(moved.answers));
      }),
    );
  });

  it('is sharpened by six more questions, twice', () => {
    const person = [
      [1, 2, 3, 4],
      [5, 5, 4, 5],
      [2, 2, 2, 2],
      [3, 4, 3, 4],
      [1, 1, 1, 1],
      [2, 3, 2, 3],
    ] satisfies Answers;
    const twelve = answerAll(quizStateWith(), person);
    const eighteen = answerAll(moveOn(twelve), person);
    const all = answerAll(moveOn(eighteen), person);
    expect([twelve, eighteen, all].map(({ position }) => position)).toEqual([12, 18, 24]);
    expect(all.answers).toEqual(person);
    expect(moveOn(all)).toEqual(all);
    expect(answerHere(all, 1)).toEqual(all);
  });

  it('leads back from question 13 to the result of twelve', () => {
    const person = interview([[1], [2], [3], [4], [5], [1]], 6).answers;
    const twelve = answerAll(quizStateWith(), person);
    expect(moveBack(moveOn(twelve))).toEqual(twelve);
    expect(moveBack(twelve).position).toBe(11);
    expect(moveBack(quizStateWith()).position).toBe(0);
  });
});
