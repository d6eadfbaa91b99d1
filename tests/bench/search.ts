/**
 * How long a query takes in the browser's own code, on this library and on 1,000 articles:
 * `npm run bench:search`. Ends with 1 if the slowest query takes 50 ms or more.
 */
import { brotliCompressSync } from 'node:zlib';
import { toArticle } from '../../src/articles/article.ts';
import { articleSchema } from '../../src/articles/schema.ts';
import { search } from '../../src/search/search.ts';
import { openIndex, type SearchData } from '../../src/search/search-index.ts';
import { QUERIES } from '../unit/search/queries.ts';
import { dataOf, writtenSearched } from '../unit/search/written-search.ts';
import { generateArticles } from './build/articles.ts';
import { pick, seeded } from './build/prose.ts';
import { markdownTable } from './quiz/markdown.ts';

const ARTICLES = 1_000;
const ROUNDS = 9;
const SHOWN = 20;
const MOST_MS = 50;

/** Words that only one article has. Generated prose has few words, and a mistyped one is compared to all. */
const OWN_WORDS = 12;

const LETTERS = 'aeioubcdfglmnprst'.split('');

/** What this site with `ARTICLES` more would load. */
function largeLibrary(): SearchData {
  const written = writtenSearched();
  const random = seeded(1);
  const ownWord = () => Array.from({ length: 8 }, () => pick(LETTERS, random)).join('');
  const known = { topics: written.site.topics.map(({ id }) => id), sources: ['geo'] };
  const generated = generateArticles(ARTICLES, known).map(
    ({ id, extension, body, frontMatter }) => {
      const own = Array.from({ length: OWN_WORDS }, ownWord).join(' ');
      const data = articleSchema.parse({ ...frontMatter, sources: [] });
      const file = `content/articles/${id}.${extension}`;
      return toArticle({ id, file, body: `${own}. ${body}`, data });
    },
  );
  return dataOf({ ...written, articles: [...written.articles, ...generated] });
}

const middle = (times: number[]): number =>
  times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;

function timed(run: () => void): number {
  const before = performance.now();
  run();
  return performance.now() - before;
}

function measure(data: SearchData) {
  const json = JSON.stringify(data);
  const opening = middle(
    Array.from({ length: ROUNDS }, () => timed(() => openIndex(JSON.parse(json)))),
  );
  const index = openIndex(data);
  const queries = QUERIES.map(([query]) =>
    middle(Array.from({ length: ROUNDS }, () => timed(() => search(index, query, SHOWN)))),
  );
  return {
    entries: data.entries.length,
    words: index.vocabulary.size,
    bytes: brotliCompressSync(json).length,
    opening,
    slowest: Math.max(...queries),
    middle: middle(queries),
  };
}

const rows = [
  { name: 'this library', ...measure(dataOf(writtenSearched())) },
  { name: `with ${ARTICLES.toLocaleString('en-US')} articles more`, ...measure(largeLibrary()) },
];
console.log(
  markdownTable(
    ['', 'entries', 'words', 'Brotli', 'made ready in', 'a query', 'the slowest'],
    rows.map((row) => [
      row.name,
      row.entries.toLocaleString('en-US'),
      row.words.toLocaleString('en-US'),
      `${(row.bytes / 1000).toFixed(1)} KB`,
      `${row.opening.toFixed(0)} ms`,
      `${row.middle.toFixed(1)} ms`,
      `${row.slowest.toFixed(1)} ms`,
    ]),
  ),
);
process.exitCode = rows.every(({ slowest }) => slowest < MOST_MS) ? 0 : 1;
