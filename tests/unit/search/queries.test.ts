import { brotliCompressSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { search } from '../../../src/search/search.ts';
import { openIndex } from '../../../src/search/search-index.ts';
import { QUERIES } from './queries.ts';
import { writtenSearch } from './written-search.ts';

const data = writtenSearch();
const index = openIndex(data);

/** A reader looks at the first few results. */
const LOOKED_AT = 3;

const pageOf = (path: string) => path.replace(/#.*/, '');

it('finds what people ask for, in nine of ten cases among the first three', () => {
  const there = new Set(data.entries.map(({ path }) => path));
  const counted = QUERIES.filter(([, ...pages]) => pages.some((page) => there.has(page)));
  const missed = counted.flatMap(([query, ...pages]) => {
    const first = search(index, query, LOOKED_AT).best.map(({ path }) => pageOf(path));
    return first.some((path) => pages.includes(path)) ? [] : [`${query}: ${first.join(', ')}`];
  });
  expect(QUERIES.length).toBeGreaterThanOrEqual(40);
  expect(counted.length).toBeGreaterThan(20);
  expect(missed.length / counted.length, missed.join('\n')).toBeLessThanOrEqual(0.1);
});

it.each(['notice', 'notice period', 'resign', 'release', 'withdraw', 'bonus'])(
  'says what to do about "%s" before it explains the word',
  (query) => {
    const [first] = search(index, query, LOOKED_AT).best;
    expect(first?.path).not.toMatch(/^\/(glossary|figures)\//);
  },
);

it.each([
  ['garden leave', '/glossary/#garden-leave'],
  ['probation', '/glossary/#probation'],
])('explains "%s", which no page is about', (query, path) => {
  expect(search(index, query, LOOKED_AT).best[0]?.path).toBe(path);
});

it('is small enough to be loaded on a phone', () => {
  // Bytes of Brotli.
  expect(brotliCompressSync(JSON.stringify(data)).length).toBeLessThanOrEqual(30_000);
});
