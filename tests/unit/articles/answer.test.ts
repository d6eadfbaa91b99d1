import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerRuns, plainAnswer } from '../../../src/articles/answer.ts';

describe('answerRuns', () => {
  it.each([
    ['No marks.', [{ text: 'No marks.', marked: false }]],
    [
      'Call, ==then write==.',
      [
        { text: 'Call, ', marked: false },
        { text: 'then write', marked: true },
        { text: '.', marked: false },
      ],
    ],
    ['==All of it==', [{ text: 'All of it', marked: true }]],
    [
      '==Don\'t "wait"==...',
      [
        { text: 'Don’t “wait”', marked: true },
        { text: '…', marked: false },
      ],
    ],
    ['a = b', [{ text: 'a = b', marked: false }]],
  ])('%s', (answer, runs) => {
    expect(answerRuns(answer)).toEqual(runs);
  });

  it('marks what was marked, and loses and adds nothing', () => {
    const phrase = fc.stringMatching(/^[a-z][a-z,]{0,12}$/);
    fc.assert(
      fc.property(fc.array(fc.tuple(phrase, phrase)), (pairs) => {
        const answer = pairs.map(([plain, marked]) => `${plain}==${marked}==`).join('');
        const runs = answerRuns(answer);
        expect(runs.filter(({ marked }) => marked).map(({ text }) => text)).toEqual(
          pairs.map(([, marked]) => marked),
        );
        expect(runs.map(({ text }) => text).join('')).toBe(plainAnswer(answer));
        expect(plainAnswer(answer)).toBe(pairs.flat().join(''));
      }),
    );
  });
});
