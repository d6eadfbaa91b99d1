import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Answer, type Answers, NO_ANSWERS } from '../../../../src/quiz/engine/answers.ts';
import { six } from '../../../../src/quiz/engine/types.ts';
import { packAnswers, unpackAnswers } from '../../../../src/quiz/keeping/answer-code.ts';
import { readShareFragment, shareFragment } from '../../../../src/quiz/keeping/share-link.ts';
import { anInterview, anyAnswers, interview } from '../answers.ts';

const finished = anInterview.map(({ person, length }) => interview(person, length).answers);
const EXAMPLE: Answers = [[1], [5, 4, 3, 5], [2, 2], [4], [3, 1, 1], [5]];

describe('packAnswers', () => {
  it('comes back from twelve characters, whatever was answered so far', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const code = packAnswers(answers);
        expect(code).toMatch(/^[0-9a-hjkmnp-tv-z]{12}$/);
        expect(unpackAnswers(code)).toEqual(answers);
      }),
    );
  });

  it('writes no answers as zeros, and four of the highest as the largest number', () => {
    expect(packAnswers(NO_ANSWERS)).toBe('000000000000');
    expect(packAnswers(six(() => [5, 5, 5, 5]))).toBe('rcrcrcrcrcrc');
  });

  it('does not write five answers to one type', () => {
    expect(() => packAnswers(six(() => [1, 2, 3, 4, 5]))).toThrow(/at most 4 a type/);
  });

  it.each([
    '',
    '0',
    'rd0000000000',
    'u00000000000',
    '00000000000',
    '0000000000000',
    '00-000000000',
  ])('does not read %j', (code) => {
    expect(unpackAnswers(code)).toBeUndefined();
  });
});

describe('a link to a result', () => {
  it('round-trips every result, with or without the hash, in capitals too', () => {
    fc.assert(
      fc.property(finished, (answers) => {
        const fragment = shareFragment(answers);
        expect(fragment).toMatch(/^q1-[0-9a-z]{14}$/);
        for (const written of [fragment, `#${fragment}`, fragment.toUpperCase()]) {
          expect(readShareFragment(written)).toEqual({ kind: 'ok', answers });
        }
      }),
    );
  });

  it('stays the same for as long as links live', () => {
    expect(shareFragment(EXAMPLE)).toBe('q1-01q90c042h057f');
  });

  it('notices any single wrong character, and any two that swapped places', () => {
    const damage = fc.record({
      answers: finished,
      at: fc.integer({ min: 3, max: 16 }),
      to: fc.constantFrom(...'0123456789abcdefghijklmnopqrstuvwxyz'),
    });
    fc.assert(
      fc.property(damage, ({ answers, at, to }) => {
        const link = shareFragment(answers);
        const here = link.charAt(at);
        const next = link.charAt(at + 1);
        const wrong = link.slice(0, at) + to + link.slice(at + 1);
        const swapped = link.slice(0, at) + next + here + link.slice(at + 2);
        if (to !== here) expect(readShareFragment(wrong)).toEqual({ kind: 'broken' });
        if (next !== here && at < 14)
          expect(readShareFragment(swapped)).toEqual({ kind: 'broken' });
      }),
    );
  });

  it('is broken where it is cut off or not after 12, 18 or 24 questions', () => {
    const link = shareFragment(EXAMPLE);
    for (let length = 3; length < link.length; length++) {
      expect(readShareFragment(link.slice(0, length))).toEqual({ kind: 'broken' });
    }
    expect(readShareFragment('#q1-abc déf')).toEqual({ kind: 'broken' });
    for (const unfinished of [
      NO_ANSWERS,
      six((): Answer[] => [3]),
      interview(
        six(() => [2, 2, 2, 2]),
        13,
      ).answers,
    ]) {
      expect(readShareFragment(shareFragment(unfinished))).toEqual({ kind: 'broken' });
    }
  });

  it('belongs to other questions where its version is another', () => {
    const link = shareFragment(EXAMPLE).replace('q1-', 'q2-');
    expect(readShareFragment(link)).toEqual({ kind: 'old-version', version: 2 });
    expect(readShareFragment('#q0-x')).toEqual({ kind: 'old-version', version: 0 });
  });

  it.each(['', '#', '#sources', '#quiz', '#q1', '#q-', '%E0%A4%A', '#:~:text=q1-00'])(
    'is foreign where it is %j',
    (fragment) => {
      expect(readShareFragment(fragment)).toEqual({ kind: 'foreign' });
    },
  );

  it('never throws, and reads nothing that it would not write', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.string().map((text) => `#q1-${text}`),
        ),
        (fragment) => {
          const shared = readShareFragment(fragment);
          if (shared.kind === 'ok') {
            expect(fragment.toLowerCase().replace('#', '')).toBe(shareFragment(shared.answers));
          }
        },
      ),
    );
  });
});
