import { describe, expect, it } from 'vitest';
import { deadEndsIn } from '../../../src/build/dead-ends.ts';

const TODAY = '2026-11-20';
const SITE = {
  file: 'content/site.yaml',
  text: 'home:\n  start:\n    article: out # the first\ntopics:\n  - id: say-it\n  - id: decide\n',
};
const article = (id: string, published: string, body = '', more = 'topic: say-it') => ({
  file: `content/articles/${id}.mdx`,
  text: `---\ntitle: ${id}\npublished: ${published}\n${more}\n---\n\n${body}\n`,
});
const OTHERS = [
  SITE,
  article('out', '2026-11-20'),
  article('later', '2026-11-21', '', 'topic: "decide"'),
  article('draft', '2026-01-01', '', 'draft: true\ntopic: decide'),
];
const inText = (body: string) => deadEndsIn([...OTHERS, article('text', TODAY, body)], TODAY);

describe('deadEndsIn', () => {
  it.each([
    ['[a](/articles/later/)', '/articles/later/, which is out on 2026-11-21. Until then'],
    ['[a](/articles/later/#part)', '/articles/later/, which is out on 2026-11-21. Until then'],
    ['[a](</articles/later>)', '/articles/later, which is out on 2026-11-21. Until then'],
    ['[a]: /articles/later/ "b"', '/articles/later/, which is out on 2026-11-21. Until then'],
    ['<a href="/articles/later/">a</a>', '/articles/later/, which is out on 2026-11-21.'],
    ['[a](/articles/draft/)', '/articles/draft/, which is a draft.'],
    ['[a](/articles/no-such-article/)', '/articles/no-such-article/, which is not there.'],
    ['[a](/topics/decide/)', '/topics/decide/, on which no article is out. Until then'],
  ])('tells of %s, with its file and line', (link, told) => {
    const [warning, ...more] = inText(`One.\n\nTwo, ${link}.`);
    expect(warning).toContain(`content/articles/text.mdx:9 leads to ${told}`);
    expect(warning).toMatch(/the page shows no link\.$/i);
    expect(more).toEqual([]);
  });

  it.each([
    '[a](/articles/out/#part) [b](/articles/) [c](/topics/say-it/) [d](/plan/)',
    '[a](https://example.com/articles/later/)',
    '{/* [a](/articles/later/) */}',
    '<!-- [a](/articles/later/) -->',
    '```md\n[a](/articles/later/)\n```',
    '`[a](/articles/later/)`',
    '![a](/articles/later/picture.png)',
  ])('says nothing of %s', (body) => {
    expect(inText(body)).toEqual([]);
  });

  it('says nothing of what stands in an article that does not show either', () => {
    const text = article('text', '2026-11-22', '[a](/articles/later/)');
    expect(deadEndsIn([...OTHERS, text], TODAY)).toEqual([]);
  });

  it('reads the front matter of an article and not its text', () => {
    const target = article('target', TODAY, 'draft: true');
    const text = article('text', TODAY, '[a](/articles/target/)');
    expect(deadEndsIn([...OTHERS, target, text], TODAY)).toEqual([]);
  });

  it('counts lines behind comments and examples', () => {
    const [warning] = inText('{/* one\n\n*/}\n\n```\nx\n```\n\n[a](/articles/later/)');
    expect(warning).toContain('text.mdx:15 ');
  });

  it('tells of links in YAML, and of articles that it names', () => {
    const text = [
      '# path: /articles/draft/',
      'link: { label: a, path: /articles/later/#x }',
      'article: out',
      '  - article: later',
      'text: In this article: later is better.',
      'leads: [/articles/later/, /articles/draft/]',
    ];
    const yaml = { file: 'content/plan/after.yaml', text: text.join('\n') };
    expect(deadEndsIn([...OTHERS, yaml], TODAY).map((one) => one.split(',')[0])).toEqual([
      'content/plan/after.yaml:2 leads to /articles/later/',
      'content/plan/after.yaml:4 leads to /articles/later/',
      'content/plan/after.yaml:6 leads to /articles/later/',
      'content/plan/after.yaml:6 leads to /articles/draft/',
    ]);
  });

  it('says nothing on the day on which all are out', () => {
    const text = article('text', TODAY, '[a](/articles/later/) [b](/topics/decide/)');
    expect(deadEndsIn([...OTHERS, text], '2026-11-21')).toEqual([]);
  });

  it('tells of the start of the home page, until it is out', () => {
    expect(deadEndsIn(OTHERS, '2026-11-19')).toEqual([
      'content/site.yaml:3 leads to /articles/out/, which is out on 2026-11-20. Until then the page shows no link.',
    ]);
  });
});
