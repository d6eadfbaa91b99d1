import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Answers, NO_ANSWERS } from '../../../../src/quiz/engine/answers.ts';
import { resultOf } from '../../../../src/quiz/engine/result.ts';
import { six, TYPES } from '../../../../src/quiz/engine/types.ts';
import { anAnswer, anInterview, interview } from '../answers.ts';

/** A result that must not be flat. */
function profileOf(answers: Answers) {
  const result = resultOf(answers);
  if (result.kind !== 'profile') throw new Error('Found: a flat result. Allowed: a profile.');
  return result;
}

describe('resultOf', () => {
  it('ranks all six types from the strongest interest to the weakest', () => {
    fc.assert(
      fc.property(anInterview, ({ person, length }) => {
        const { answers } = interview(person, length);
        const result = resultOf(answers);
        expect(result.questions).toBe(length);
        if (result.kind === 'flat') return;
        const interests = result.ranks.map(({ interest }) => interest);
        expect(interests).toEqual(interests.toSorted((a, b) => b - a));
        expect(result.ranks.map(({ type }) => type).sort()).toEqual(TYPES);
        for (const { type, interest } of result.ranks) expect(result.profile[type]).toBe(interest);
        expect(result.ranks.map(({ lead }) => lead === undefined)).toEqual([
          false,
          false,
          false,
          false,
          false,
          true,
        ]);
      }),
    );
  });

  it('is flat when every answer is the same, and only then', () => {
    fc.assert(
      fc.property(anAnswer, fc.constantFrom(12, 18, 24), (answer, length) => {
        const same = interview(
          six(() => [answer, answer, answer, answer]),
          length,
        ).answers;
        expect(resultOf(same)).toEqual({ kind: 'flat', questions: length });
      }),
    );
    expect(resultOf(NO_ANSWERS)).toEqual({ kind: 'flat', questions: 0 });
    expect(
      resultOf([
        [3, 3],
        [3, 3],
        [3, 3],
        [3, 3],
        [3, 3],
        [3, 4],
      ]).kind,
    ).toBe('profile');
  });

  it('calls a first type clear that is far ahead, and speaks of two', () => {
    const result = profileOf([[1], [1], [4, 4, 4], [5, 5, 5, 5], [1], [1]]);
    expect(result.ranks.slice(0, 2).map(({ type }) => type)).toEqual([3, 2]);
    expect(result.ranks[1]?.lead).toBe('clear');
    expect(result.leading).toBe(2);
  });

  it('calls types close that answers hardly tell apart, and speaks of three', () => {
    const result = profileOf([
      [2, 2],
      [5, 5],
      [4, 5],
      [5, 4],
      [2, 2],
      [1, 2],
    ]);
    expect(result.ranks.slice(0, 2).map(({ lead }) => lead)).toEqual(['close', 'close']);
    expect(result.leading).toBe(3);
  });
});
