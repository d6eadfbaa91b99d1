import { describe, expect, it } from 'vitest';
import { readWordmark, wordmarkRuns } from '../../../src/site/wordmark.ts';

describe('wordmarkRuns', () => {
  it.each([
    [
      '<del>First</del> <ins>Second</ins> Thoughts',
      'struck First, written Second, plain Thoughts',
      'Second Thoughts',
    ],
    ['Cold Feet', 'plain Cold Feet', 'Cold Feet'],
    [
      'Cold  <del>Hands</del>\n<ins>Feet</ins>',
      'plain Cold, struck Hands, written Feet',
      'Cold Feet',
    ],
    ['Ben & Jerry', 'plain Ben & Jerry', 'Ben & Jerry'],
    ['<del>All</del>', 'struck All', ''],
    ['', '', ''],
  ])('%j is %s', (written, told, read) => {
    const runs = wordmarkRuns(written) ?? [];
    expect(runs.map(({ kind, text }) => `${kind} ${text}`).join(', ')).toBe(told);
    expect(readWordmark(runs)).toBe(read);
  });

  it.each([
    '<b>Bold</b>',
    '<del>open',
    'a </ins>',
    '<del><ins>both</ins></del>',
    'a < b',
    '<del class="x">a</del>',
  ])('refuses %j', (written) => {
    expect(wordmarkRuns(written)).toBeUndefined();
  });
});
