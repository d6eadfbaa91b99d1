import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { LENGTHS } from '../../../../src/quiz/engine/session.ts';
import { historyEntryOf } from '../../../../src/quiz/question/history-entry.ts';
import { keep, kept, readSaved, writeSaved } from '../../../../src/quiz/question/saved-quiz.ts';
import { anyAnswers } from '../answers.ts';

const aSavedQuiz = fc.record({
  answers: anyAnswers,
  goal: fc.constantFrom(...LENGTHS),
  elapsed: fc.nat({ max: 999_999_999 }),
  numberKeys: fc.boolean(),
});

describe('a saved quiz', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(aSavedQuiz, (saved) => {
        expect(readSaved(writeSaved(saved))).toEqual(saved);
      }),
    );
  });

  it('is nothing where rubbish was stored', () => {
    const whole = writeSaved({
      answers: [[1], [2], [3], [4], [5], [1]],
      goal: 12,
      elapsed: 900,
      numberKeys: true,
    });
    expect(readSaved(whole)).toBeDefined();
    for (const rubbish of [null, undefined, '', '{}', whole.slice(1), `9${whole}`, `${whole} `]) {
      expect(readSaved(rubbish)).toBeUndefined();
    }
    fc.assert(
      fc.property(fc.anything(), (anything) => {
        expect(
          readSaved(Object.is(anything, null) ? null : JSON.stringify(anything)),
        ).toBeUndefined();
      }),
    );
  });
});

describe('the storage of the browser', () => {
  afterEach(() => vi.unstubAllGlobals());

  it.each([
    ['is blocked', undefined],
    [
      'throws',
      {
        getItem: () => {
          throw new Error('blocked');
        },
        setItem: () => {
          throw new Error('full');
        },
        removeItem: () => {
          throw new Error('blocked');
        },
      },
    ],
  ])('may fail without harm where it %s', (_, storage) => {
    vi.stubGlobal('localStorage', storage);
    expect(kept()).toBeUndefined();
    expect(keep(undefined)).toBe(false);
    expect(
      keep({ answers: [[], [], [], [], [], []], goal: 12, elapsed: 0, numberKeys: true }),
    ).toBe(false);
  });
});

describe('historyEntryOf', () => {
  it('ignores what other pages and scripts leave in the history', () => {
    for (const state of [null, 7, {}, 'quiz', 'quiz 3 13 2 000000000000', 'other 3 12 2 x']) {
      expect(historyEntryOf(state)).toBeUndefined();
    }
    expect(historyEntryOf('quiz 3 12 2 000000000000')).toMatchObject({
      position: 3,
      goal: 12,
      depth: 2,
    });
  });
});
