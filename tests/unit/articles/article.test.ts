import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lastModified, referenceMistakes, visible } from '../../../src/articles/article.ts';
import { site } from '../site/example-site.ts';
import { wordsOf } from '../site/prose.ts';
import { articleFrom } from './example-article.ts';

describe('toArticle', () => {
  it('reads from the text what the front matter does not say', () => {
    const article = articleFrom({
      id: 'phone-call',
      body: [
        '## Call first',
        'Half[@geo] agree[@nrmp][@geo].',
        '<Message id="phone-call" />',
        "<Message class='x' id='voicemail' />",
        '`<Message id="in-code" />`',
        '{/* Not yet[@haufe]:\n<Message id="later" /> */}',
        '<Chart id="backed-out" />',
        wordsOf(700),
      ].join('\n\n'),
      jurisdictions: [{ country: 'US', asOf: '2026-02', note: 'At will[@missouri-st][@geo].' }],
    });
    expect(article).toMatchObject({
      id: 'phone-call',
      file: 'content/articles/phone-call.mdx',
      path: '/articles/phone-call/',
      words: 707,
      minutes: 3,
      messages: ['phone-call', 'voicemail'],
    });
    expect([...article.citedInText]).toEqual([
      ['geo', 2],
      ['nrmp', 1],
    ]);
    expect([...article.cited]).toEqual([
      ['geo', 3],
      ['nrmp', 1],
      ['missouri-st', 1],
    ]);
  });
});

describe('visible', () => {
  const today = '2026-11-23';
  const some = [
    articleFrom({ id: 'old', published: '2025-01-01' }),
    articleFrom({ id: 'tomorrow', published: '2026-11-24' }),
    articleFrom({ id: 'today', published: today }),
    articleFrom({ id: 'draft', published: '2026-01-01', draft: true }),
    articleFrom({ id: 'future-draft', published: '2027-01-01', draft: true }),
  ];

  it('hides drafts, and what is dated after today', () => {
    const shown = visible(some, { today, preview: false });
    expect(shown.map(({ id }) => id)).toEqual(['today', 'old']);
  });

  it('hides nothing in a preview', () => {
    const shown = visible(some, { today, preview: true });
    expect(shown.map(({ id }) => id)).toEqual([
      'future-draft',
      'tomorrow',
      'today',
      'draft',
      'old',
    ]);
  });

  it('puts the newest first, those of a day by id, in whatever order they are read', () => {
    const anyArticle = fc.record({
      id: fc.stringMatching(/^[a-z]{1,3}(-[a-z0-9]{1,3})?$/),
      published: fc.constantFrom('2025-12-31', '2026-01-01', today, '2026-11-24'),
      draft: fc.boolean(),
    });
    fc.assert(
      fc.property(
        fc.uniqueArray(anyArticle, { selector: ({ id }) => id }),
        fc.boolean(),
        (fields, preview) => {
          const articles = fields.map(articleFrom);
          const order = articles.map(({ id }) => id);
          const shown = visible(articles, { today, preview });
          expect(visible(articles.toReversed(), { today, preview })).toEqual(shown);
          expect(articles.map(({ id }) => id)).toEqual(order);
          shown.forEach((article, index) => {
            const next = shown[index + 1];
            if (next === undefined) return;
            expect(article.data.published >= next.data.published).toBe(true);
            if (article.data.published === next.data.published) {
              expect(article.id < next.id).toBe(true);
            }
          });
        },
      ),
    );
  });
});

describe('lastModified', () => {
  it.each([
    [{}, '2026-11-01'],
    [{ updated: '2026-11-05' }, '2026-11-05'],
    [{ updated: '2026-11-05', reviewed: '2026-11-09' }, '2026-11-09'],
    [{ published: '2026-12-01', reviewed: '2026-11-09' }, '2026-12-01'],
  ])('%j: %s', (days, last) => {
    expect(lastModified(articleFrom(days))).toBe(last);
  });
});

describe('referenceMistakes', () => {
  const known = {
    site,
    articles: new Set(['phone-call', 'other']),
    sources: new Set(['geo', 'nrmp']),
  };

  it('is content with references that lead somewhere', () => {
    const article = articleFrom({
      sources: ['geo', 'nrmp'],
      body: 'Half[@geo] agree.\n\n<Message id="voicemail" />\n<Chart id="backed-out" />',
      jurisdictions: [{ country: 'US', asOf: '2026-02', note: 'At will[@nrmp].' }],
      next: { article: 'other', text: 'Go on.' },
      tools: ['quiz'],
    });
    expect(referenceMistakes(article, known)).toEqual([]);
  });

  it.each([
    ['an unknown topic', { topic: 'saying' }, 'topic', '"saying"', 'say-it, after ('],
    ['an unknown tool', { tools: ['quiz', 'test'] }, 'tools', '"test"', 'quiz ('],
    [
      'an unknown source',
      { sources: ['gio'], body: '[@gio]' },
      'sources',
      '"gio"',
      'a key of content/sources.yaml, where a new one looks like this: gio: { title',
    ],
    [
      'an unknown source that is not listed',
      { body: '[@gio]' },
      'citation [@gio]',
      '"gio"',
      'a key of',
    ],
    [
      'a next step to an unknown article',
      { next: { article: 'gone', text: 'Go on.' } },
      'next.article',
      '"gone"',
      'other.',
    ],
    [
      'a next step to itself',
      { next: { article: 'phone-call', text: 'Go on.' } },
      'next.article',
      '"phone-call"',
      'other.',
    ],
    [
      'a source that is listed but not cited',
      { sources: ['geo', 'nrmp'], body: '[@geo]' },
      'sources',
      '"nrmp"',
      'geo (the sources that the text cites',
    ],
    [
      'a source that is cited but not listed',
      { sources: ['geo'], body: '[@geo][@nrmp]' },
      'citation [@nrmp]',
      '"nrmp"',
      'geo (the field "sources" of this file)',
    ],
    [
      'a source that only a note on law cites, and no list',
      { jurisdictions: [{ country: 'US', asOf: '2026-02', note: 'At will[@geo].' }] },
      'citation [@geo]',
      '"geo"',
      'nothing yet (the field "sources" of this file)',
    ],
  ])('tells of %s: the file, the field, what was found, what is allowed', (...mistake) => {
    const [, change, field, found, allowed] = mistake;
    const [told, ...more] = referenceMistakes(articleFrom(change), known);
    expect(told).toMatchObject({ field, found });
    expect(`${told?.allowed}.`).toContain(allowed);
    expect(more).toEqual([]);
  });

  it('tells all of them', () => {
    const article = articleFrom({
      topic: 'saying',
      tools: ['x', 'y'],
      body: '[@gio]',
    });
    expect(referenceMistakes(article, known).map(({ field }) => field)).toEqual([
      'topic',
      'tools',
      'tools',
      'citation [@gio]',
    ]);
  });
});
