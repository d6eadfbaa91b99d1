import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  articlePath,
  isDeadEnd,
  isOut,
  openPaths,
  topicPath,
  withoutDeadEnds,
} from '../../../src/site/dead-ends.ts';

const TODAY = '2026-11-20';
const view = { today: TODAY, preview: false };
const article = (id: string, published: string, topic = 'say-it', draft = false) => ({
  id,
  data: { published, topic, draft },
});
const ARTICLES = [
  article('out', '2026-11-20'),
  article('later', '2026-11-21', 'decide'),
  article('draft', '2026-01-01', 'decide', true),
  article('series/first', '2026-01-01'),
  article('über-den-job', '2026-01-01'),
];
const TOPICS = [{ id: 'say-it' }, { id: 'decide' }, { id: 'after' }];
const open = openPaths(ARTICLES, TOPICS, view);

describe('openPaths', () => {
  it('are those of articles that show, and of topics that one of them is in', () => {
    const paths = [
      '/articles/out/',
      '/articles/series/first/',
      '/articles/über-den-job/',
      '/topics/say-it/',
    ];
    expect([...open]).toEqual([...paths, '/newsletter/', '/newsletter/letters/']);
    expect([...openPaths(ARTICLES, TOPICS, { ...view, newsletter: false })]).toEqual(paths);
  });

  it('are all in a preview', () => {
    expect(openPaths(ARTICLES, TOPICS, { today: TODAY, preview: true }).size).toBe(10);
  });

  it('lead to no article before the first', () => {
    expect(openPaths(ARTICLES, TOPICS, { today: '2020-01-01', preview: false }).size).toBe(2);
  });

  it('are those of letters that show, too, where there is a newsletter', () => {
    const letters = [
      { id: 'out', data: { draft: false, published: TODAY } },
      { id: 'draft', data: { draft: true, published: TODAY } },
      { id: 'later', data: { draft: false, published: '2999-01-01' } },
    ];
    const paths = openPaths([], [], view, letters);
    expect([...paths]).toEqual([
      '/newsletter/',
      '/newsletter/letters/',
      '/newsletter/letters/out/',
    ]);
    expect(isDeadEnd('/newsletter/letters/out/#a', paths)).toBe(false);
    expect(isDeadEnd('/newsletter/letters/later/', paths)).toBe(true);
    expect(isDeadEnd('/newsletter/letters/feed.xml', paths)).toBe(false);
    const without = openPaths([], [], { ...view, newsletter: false }, letters);
    expect([...without]).toEqual([]);
    expect(isDeadEnd('/newsletter/letters/', without)).toBe(true);
  });

  it('grow with the days, and each topic comes with its first article', () => {
    const day = fc.constantFrom('2026-01-01', '2026-01-02', '2026-06-30', '2027-01-01');
    const any = fc.record({
      id: fc.constantFrom('a', 'b', 'c', 'd/e'),
      data: fc.record({
        published: day,
        topic: fc.constantFrom('say-it', 'decide'),
        draft: fc.boolean(),
      }),
    });
    fc.assert(
      fc.property(fc.uniqueArray(any, { selector: ({ id }) => id }), day, day, (articles, a, b) => {
        const [early, late] = [a, b].sort();
        const on = (today = '') => openPaths(articles, TOPICS, { today, preview: false });
        for (const path of on(early)) expect(on(late)).toContain(path);
        for (const { id, data } of articles) {
          const out = isOut(data, { today: a, preview: false });
          expect(isDeadEnd(articlePath(id), on(a))).toBe(!out);
          if (out) expect(isDeadEnd(topicPath(data.topic), on(a))).toBe(false);
        }
      }),
    );
  });
});

describe('isDeadEnd', () => {
  it.each([
    '/articles/later/',
    '/articles/later',
    '/articles/later/#part',
    '/articles/draft/?from=feed#part',
    '/articles/no-such-article/',
    '/articles/series/',
    '/topics/decide/',
    '/topics/no-such-topic/',
    '/articles/100%/',
  ])('is %s', (path) => {
    expect(isDeadEnd(path, open)).toBe(true);
  });

  it.each([
    '/articles/out/',
    '/articles/out',
    '/articles/out/#part',
    '/articles/series/first/',
    '/articles/über-den-job/',
    '/articles/%C3%BCber-den-job/#part',
    '/articles/',
    '/articles/#list',
    '/topics/say-it/',
    '/articles/later/picture.png',
    '/plan/after/',
    '/articles-of-faith/later/',
    '#part',
    '',
  ])('is not %j', (path) => {
    expect(isDeadEnd(path, open)).toBe(false);
  });

  it.each([
    ['/newsletter/', true],
    ['/newsletter', true],
    ['/newsletter/?a#b', true],
    ['/newsletters/', false],
  ])('of a site without a newsletter: %s, %s', (path, dead) => {
    expect(isDeadEnd(path, openPaths([], [], { ...view, newsletter: false }))).toBe(dead);
    expect(isDeadEnd(path, open)).toBe(false);
  });
});

describe('withoutDeadEnds', () => {
  it.each([
    ['/', '<p>Ask <a href="/articles/later/#x">the <em>other</em> one</a>.</p>'],
    [
      '/',
      '<p>Ask <a class="target" href="/articles/later/" rel="next">the <em>other</em> one</a>.</p>',
    ],
    ['/', '<p>Ask <a title="a > b" href="/articles/draft/">the <em>other</em> one</a>.</p>'],
    ['/some/path/', '<p>Ask <a href="/some/path/topics/decide/">the <em>other</em> one</a>.</p>'],
  ])('keeps the words of a link below %s', (base, html) => {
    expect(withoutDeadEnds(html, open, base)).toBe('<p>Ask the <em>other</em> one.</p>');
  });

  it.each([
    ['/', '<a href="/articles/out/">x</a>'],
    ['/', '<a href="https://example.com/articles/later/">x</a>'],
    ['/', '<abbr title="/articles/later/">x</abbr>'],
    ['/', '<area href="/articles/later/"><a href="/plan/">x</a>'],
    ['/', '<a data-href="/articles/later/" href="/plan/">x</a>'],
    ['/', '<a id="here">x</a>'],
    ['/some/path/', '<a href="/articles/later/">x</a>'],
  ])('leaves below %s what is none: %s', (base, html) => {
    expect(withoutDeadEnds(html, open, base)).toBe(html);
  });

  it('tells one link from the next', () => {
    const kept = '<a href="/articles/out/">two</a>';
    const html = `<a href="/articles/later/">one</a>, ${kept}, <a href="/articles/draft/">three</a>`;
    expect(withoutDeadEnds(html, open, '/')).toBe(`one, ${kept}, three`);
  });
});
