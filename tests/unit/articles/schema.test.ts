import { describe, expect, it } from 'vitest';
import { articleSchema } from '../../../src/articles/schema.ts';
import { mistakesIn } from '../site/mistakes.ts';
import { wordsOf } from '../site/prose.ts';
import { FRONT_MATTER } from './example-article.ts';

describe('articleSchema', () => {
  it('fills in what may be left out', () => {
    expect(articleSchema.parse(FRONT_MATTER)).toEqual({
      ...FRONT_MATTER,
      draft: false,
      sources: [],
      jurisdictions: [],
      tools: [],
    });
  });

  it('takes an answer of 60 words, marks not counted, and refuses one of 61', () => {
    const answer = `==${wordsOf(2)}== ${wordsOf(58)}`;
    expect(mistakesIn(articleSchema, { ...FRONT_MATTER, answer })).toEqual([]);
    expect(mistakesIn(articleSchema, { ...FRONT_MATTER, answer: `${answer} word` })).toEqual([
      'answer: Found: 61 words. Allowed: at most 60 words.',
    ]);
  });

  const note = { country: 'Germany', asOf: '2026-02', note: 'In writing.' };
  it.each([
    ['no title', { title: undefined }, /^title: Found: nothing\. Allowed: text\.$/],
    ['a blank title', { title: ' ' }, /^title: Found: ""\. Allowed: at least 1 character\.$/],
    [
      'a title of 91 characters',
      { title: 'x'.repeat(91) },
      /^title: .* Allowed: at most 90 characters\.$/,
    ],
    [
      'a description of 161 characters',
      { description: 'x'.repeat(161) },
      /^description: .* Allowed: at most 160 characters\.$/,
    ],
    [
      'an act that leads to another site',
      { act: { label: 'Get the words', to: 'https://example.com/' } },
      /^act\.to: Found: "https:\/\/example\.com\/"\. Allowed: a heading of this article as "#its-words", or a path that starts with "\/"\.$/,
    ],
    [
      'a day that does not exist',
      { published: '2026-02-30' },
      /^published: Found: "2026-02-30"\. Allowed: a day as YYYY/,
    ],
    [
      'no day of review',
      { reviewed: undefined },
      /^reviewed: Found: nothing\. Allowed: a day as YYYY-MM-DD\.$/,
    ],
    [
      'a word for a day',
      { updated: 'soon' },
      /^updated: Found: "soon"\. Allowed: a day as YYYY-MM-DD\.$/,
    ],
    ['a word for a switch', { draft: 'no' }, /^draft: Found: "no"/],
    ['one word for a list', { sources: 'one' }, /^sources: Found: "one"/],
    ['a blank in a list', { sources: ['one', ''] }, /^sources\.1: Found: ""/],
    [
      'a word for a group',
      { next: 'phone-call' },
      /^next: Found: "phone-call"\. Allowed: a group of fields\.$/,
    ],
    ['half a group', { next: { article: 'phone-call' } }, /^next\.text: Found: nothing/],
    [
      'a month in words',
      { jurisdictions: [note, { ...note, asOf: 'February' }] },
      /^jurisdictions\.1\.asOf: Found: "February"\. Allowed: a month as "YYYY-MM"\.$/,
    ],
    [
      'a month that there is not',
      { jurisdictions: [{ ...note, asOf: '2026-13' }] },
      /^jurisdictions\.0\.asOf: Found: "2026-13"/,
    ],
    [
      'a mark that does not end',
      { answer: 'Call, ==then write.' },
      'answer: Found: a "==" without its second one. Allowed: ==a marked phrase==.',
    ],
    [
      'an unknown field of a note',
      { jurisdictions: [{ ...note, state: 'Berlin' }] },
      /Found: "state"\. Allowed: country, asOf, note\.$/,
    ],
    [
      'an unknown field',
      { tags: ['a'] },
      /Found: "tags"\. Allowed: title, description, topic, answer, act, published, /,
    ],
  ])('refuses %s', (_, change, sentence) => {
    const told = mistakesIn(articleSchema, { ...FRONT_MATTER, ...change });
    expect(told).toEqual([expect.stringMatching(sentence)]);
  });
});
