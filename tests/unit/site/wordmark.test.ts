import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readWordmark, wordmarkRuns } from '../../../src/site/wordmark.ts';

/** Runs as a table shows them: `_` where a space stands before one. */
const told = (written: string) =>
  wordmarkRuns(written)
    ?.map(({ kind, text, spaced }) => `${spaced ? '_' : ''}${kind} ${text}`)
    .join(', ');

describe('wordmarkRuns', () => {
  it.each([
    [
      '<del>First</del> <ins>Second</ins> Thoughts',
      'struck First, _written Second, _plain Thoughts',
      'Second Thoughts',
    ],
    ['Cold Feet', 'plain Cold Feet', 'Cold Feet'],
    [
      'Cold  <del>Hands</del>\n<ins>Feet</ins>',
      'plain Cold, _struck Hands, _written Feet',
      'Cold Feet',
    ],
    ['<del>初</del><ins>再</ins>考', 'struck 初, written 再, plain 考', '再考'],
    ['Re<del>d</del><ins>al</ins>ize', 'plain Re, struck d, written al, plain ize', 'Realize'],
    ['Cold <del>Hands</del>Feet', 'plain Cold, _struck Hands, plain Feet', 'Cold Feet'],
    ['Cold<ins> Feet</ins>', 'plain Cold, _written Feet', 'Cold Feet'],
    ['Ben & Jerry', 'plain Ben & Jerry', 'Ben & Jerry'],
    ['a < b <Co>', 'plain a < b <Co>', 'a < b <Co>'],
    ['<del>All</del>', 'struck All', ''],
    ['', '', ''],
  ])('%j is %s', (written, runs, read) => {
    expect(told(written)).toBe(runs);
    expect(readWordmark(wordmarkRuns(written) ?? [])).toBe(read);
  });

  it.each([
    '<del>open',
    'a </ins>',
    '<del><ins>both</ins></del>',
    '<del class="x">a</del>',
    '<del></del> a',
  ])('refuses %j', (written) => {
    expect(wordmarkRuns(written)).toBeUndefined();
  });

  it('reads a name without tags as it is, in any script', () => {
    const name = fc
      .string({ unit: 'grapheme', minLength: 1 })
      .map((text) => text.trim().replace(/\s+/g, ' '))
      .filter((text) => !/<\/?(?:del|ins)\b/.test(text));
    fc.assert(fc.property(name, (text) => readWordmark(wordmarkRuns(text) ?? []) === text));
  });
});
