import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stemOf, tellingWords, wordsIn } from '../../../src/search/words.ts';

describe('tellingWords', () => {
  it.each([
    ['Can they SUE me?', ['sue']],
    ['I’m in a non-compete', ['non', 'compete', 'noncompete']],
    ["they can't take it back", ['cant', 'take', 'back']],
    ['Résumé, naïve', ['resume', 'naive']],
    ['H-1B visa', ['1b', 'h1b', 'visa']],
    ['$50 or 28%', ['50', '28']],
    ['你好 мир', ['你好', 'мир']],
    ['What is it?', []],
    ['… ?!', []],
    ['', []],
  ])('%s: %j', (text, words) => {
    expect(tellingWords(text)).toEqual(words);
  });
});

describe('stemOf', () => {
  it.each([
    ['withdraw', 'withdrawing'],
    ['contract', 'contracts'],
    ['renege', 'reneging'],
    ['internship', 'internships'],
    ['sign', 'signed'],
  ])('%s and %s share theirs', (one, other) => {
    expect(stemOf(one)).toBe(stemOf(other));
  });
});

describe('wordsIn', () => {
  it('tells where each word stands, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        let last = 0;
        for (const { start, end, forms } of wordsIn(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(forms.length).toBeGreaterThan(0);
          last = end;
        }
        expect(last).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});
