import { describe, expect, it } from 'vitest';
import { countSentences } from '../../../src/messages/sentence-count.ts';

describe('countSentences', () => {
  it.each([
    ['', 0],
    [' \n ', 0],
    ['One', 1],
    ['One.', 1],
    ['One, and half; still one: one.', 1],
    ['One. Two? Three!', 3],
    ['[One, in brackets.] Two (with an aside.) Three.', 3],
    ['She said “Go.” Then she went.', 2],
    ['A sum of $1.50 is one.', 1],
    ['One.\nTwo.\n\nThree.', 3],
  ])('counts %j as %i', (text, count) => {
    expect(countSentences(text)).toBe(count);
  });
});
