import fc from 'fast-check';
import { markdownToHast } from 'satteri';
import { describe, expect, it } from 'vitest';
import { textOf } from '../../../src/articles/text-tree.ts';
import { typographic } from '../../../src/site/typographic.ts';

describe('typographic', () => {
  it.each([
    ["You don't owe them this.", 'You don’t owe them this.'],
    ['"Pending," they say.', '“Pending,” they say.'],
    ['\'At will\' is "at will"...', '‘At will’ is “at will”…'],
    ['==It\'s "over"==.', '==It’s “over”==.'],
    ['1. is no list, and - is none', '1. is no list, and - is none'],
    ['- is none', '- is none'],
    ['# <b> & *so* _on_ [x](y) `z` &amp; \\', '# <b> & *so* _on_ [x](y) `z` &amp; \\'],
    ['  two\n  lines  ', 'two lines'],
    ['See https://x.org or a@b.org', 'See https://x.org or a@b.org'],
    ['', ''],
  ])('%j becomes %j', (typed, set) => {
    expect(typographic(typed)).toBe(set);
  });

  it('sets words, quotes and dashes as Markdown sets them', () => {
    const word = fc.constantFrom("don't", '"yes"', "'no'", 'a', 'b--c', 'so...', '"wait', 'up"');
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 8 }), (words) => {
        const text = `Say ${words.join(' ')} now`;
        const tree = markdownToHast(text, { features: { smartPunctuation: true } });
        expect(typographic(text)).toBe(textOf(tree));
      }),
    );
  });

  it('leaves as it is what Markdown would not set', () => {
    const mark = fc.constantFrom('a', ' ', '-', '.', "'", '"', ',', '…', '—', '’');
    fc.assert(
      fc.property(fc.array(mark, { maxLength: 12 }), (marks) => {
        const line = `so ${marks.join('')} on`.replace(/\s+/g, ' ');
        const tree = markdownToHast(line, { features: { smartPunctuation: true } });
        expect(typographic(line)).toBe(textOf(tree));
      }),
    );
  });

  it('changes nothing but quotes, dashes, dots and spaces', () => {
    const plain = (text: string) => text.replace(/[\s'"‘’“”.…–—-]/g, '');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii' }), (text) => {
        expect(plain(typographic(text))).toBe(plain(text));
      }),
    );
  });
});
