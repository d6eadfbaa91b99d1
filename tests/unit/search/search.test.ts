import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { closestTopics } from '../../../src/search/closest-topics.ts';
import type { SearchEntry } from '../../../src/search/entries.ts';
import { search } from '../../../src/search/search.ts';
import { openIndex } from '../../../src/search/search-index.ts';

const entry = (
  path: string,
  title: string,
  text = '',
  more: Partial<SearchEntry> = {},
): SearchEntry => ({
  path,
  title,
  part: 'Money',
  text,
  ...more,
});

const INDEX = openIndex({
  entries: [
    entry('/sue/', 'Can they sue me?', 'Rarely, and only for what a contract says.'),
    entry('/sue/#germany', 'Can they sue me?', 'Notice has to be given on paper.', {
      part: 'Germany',
      page: '/sue/',
    }),
    entry('/bonus/', 'The money they already paid', 'A signed clause decides on the bonus.'),
    entry('/budget/', 'What a budget is for', 'Write down what comes in.', { part: 'Tool' }),
    entry('/compete/', 'A non-compete in a job you never began', 'Read it before you join.'),
    entry('/after/', 'The week after', 'Equipment and references.', { also: 'laptop, LinkedIn' }),
    entry('/topics/money/', 'Money', 'What it can cost you.', { part: 'Topic' }),
    entry('/topics/letters/', 'Letters', 'Words you can use.', { part: 'Topic' }),
  ],
  synonyms: [
    ['sue', 'lawsuit', 'legal action'],
    ['bonus', 'clawback'],
  ],
  topics: ['/topics/money/', '/topics/letters/'],
});

const paths = (query: string) => search(INDEX, query, 9).best.map(({ path }) => path);
const first = (query: string) => paths(query)[0];

describe('search', () => {
  it.each([
    ['as it is written', 'sue', '/sue/'],
    ['in capitals, with a question mark', 'CAN THEY SUE ME?', '/sue/'],
    ['in another form', 'joining', '/compete/'],
    ['in the plural', 'bonuses', '/bonus/'],
    ['in part', 'budg', '/budget/'],
    ['as its first three letters', 'bud', '/budget/'],
    ['as the middle of a word', 'udget', '/budget/'],
    ['while it is typed, past its stem', 'signe', '/bonus/'],
    ['mistyped', 'contarct', '/sue/'],
    ['mistyped, another way', 'budegt', '/budget/'],
    ['mistyped, in the plural', 'budegts', '/budget/'],
    ['as one word', 'noncompete', '/compete/'],
    ['as two words', 'non compete', '/compete/'],
    ['as another word for it', 'lawsuit', '/sue/'],
    ['as several words for it', 'legal action', '/sue/'],
    ['as another word, mistyped', 'lawsiut', '/sue/'],
    ['as what is not shown', 'linked in laptop', '/after/'],
  ])('finds a word %s', (_, query, path) => {
    expect(first(query)).toBe(path);
  });

  it('shows a page once, or its section where that answers better', () => {
    expect(paths('sue germany').filter((path) => path.startsWith('/sue/'))).toHaveLength(1);
    expect(first('germany')).toBe('/sue/#germany');
    expect(first('sue')).toBe('/sue/');
  });

  it('puts what answers more of the words first', () => {
    expect(first('clause bonus contract')).toBe('/bonus/');
    expect(paths('clause bonus contract')).toContain('/sue/');
  });

  it('puts all of what was asked in a text before some of it in a title', () => {
    const index = openIndex({
      entries: [
        entry('/title/', 'Notice'),
        entry('/text/', 'By country', 'The notice in Germany.'),
        entry('/other/', 'Other', 'Words.'),
      ],
      synonyms: [],
      topics: [],
    });
    const { best } = search(index, 'notice germany', 3);
    expect(best.map(({ path }) => path)).toEqual(['/text/', '/title/']);
  });

  it('marks the words that matched, also those that were meant', () => {
    const [result] = search(INDEX, 'budegt', 1).best;
    expect(result?.title).toEqual([
      { text: 'What a ', marked: false },
      { text: 'budget', marked: true },
      { text: ' is for', marked: false },
    ]);
  });

  it('counts all, and shows no more than asked', () => {
    const { count, best } = search(INDEX, 'contract clause notice', 1);
    expect(best).toHaveLength(1);
    expect(count).toBeGreaterThan(1);
  });

  it.each(['', '   ', '???', 'what is it', 'zzzzqqqq'])('finds nothing for "%s"', (query) => {
    expect(search(INDEX, query, 9)).toEqual({ count: 0, best: [] });
  });

  it('takes whatever is typed, and shows no page twice', () => {
    const typed = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.array(fc.constantFrom('sue', 'bonus', 'a', 'cluase', '-', 'constructor', '__proto__'), {
        maxLength: 40,
      }),
    );
    fc.assert(
      fc.property(typed, (query) => {
        const found = paths([query].flat().join(' ')).map((path) => path.replace(/#.*/, ''));
        expect(new Set(found).size).toBe(found.length);
      }),
    );
  });
});

describe('closestTopics', () => {
  it('names first the topic with the likest word, and no more than asked', () => {
    expect(closestTopics(INDEX, 'lettres', 2)).toEqual(['/topics/letters/', '/topics/money/']);
    expect(closestTopics(INDEX, 'equip', 1)).toEqual(['/topics/money/']);
  });

  it('keeps the order of topics that are all as far', () => {
    expect(closestTopics(INDEX, 'zzzz', 5)).toEqual(['/topics/money/', '/topics/letters/']);
  });
});
