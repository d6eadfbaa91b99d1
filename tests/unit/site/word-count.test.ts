import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countWords, readingMinutes } from '../../../src/site/word-count.ts';

describe('countWords', () => {
  it.each([
    ['', 0],
    [' \n ', 0],
    ['One two  three\nfour', 4],
    ['Don’t stop. It isn\'t "over", is it?', 7],
    ['$1,000.50 is 36% of it', 5],
    ['a well-known start-up', 3],
    ['yes – no — maybe', 3],
    ['Café naïve Zoë', 3],
    ['… ? ! * ↑', 0],
  ])('%j has %i', (text, count) => {
    expect(countWords(text)).toBe(count);
  });

  it('counts as many words as are joined, whatever stands between them', () => {
    const word = fc.stringMatching(/^[a-z]{1,8}$/);
    const gap = fc.constantFrom(' ', '\n', ' – ', ' * ', ' (', '; ');
    fc.assert(
      fc.property(fc.array(fc.tuple(word, gap)), (pairs) => {
        expect(countWords(pairs.flat().join(''))).toBe(pairs.length);
      }),
    );
  });
});

describe('readingMinutes', () => {
  it.each([
    [0, 1],
    [238, 1],
    [356, 1],
    [357, 2],
    [2380, 10],
  ])('%i words take %i', (words, minutes) => {
    expect(readingMinutes(words)).toBe(minutes);
  });
});
