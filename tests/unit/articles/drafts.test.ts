import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  articleId,
  draftsIn,
  isMarkedDraft,
  mistakesOf,
  without,
} from '../../../src/articles/drafts.ts';
import { writeFiles } from '../server/built-site.ts';

const matter = (line: string, end = '\n') =>
  ['---', 'title: A', line, '---', '', 'Text.'].join(end);

describe('isMarkedDraft', () => {
  it.each([
    ['draft: true', true],
    ['draft: true   # not yet', true],
    ['draft:  True', true],
    ['draft: false', false],
    ['draft: "true"', false],
    ['draft: truely', false],
    ['drafted: true', false],
    ['# draft: true', false],
    ['  draft: true', false],
  ])('%j: %s', (line, draft) => {
    expect(isMarkedDraft(matter(line))).toBe(draft);
    expect(isMarkedDraft(matter(line, '\r\n'))).toBe(draft);
    expect(isMarkedDraft(`\uFEFF${matter(line)}`)).toBe(draft);
  });

  it.each([
    ['in the text', '---\ntitle: A\n---\n\ndraft: true\n', false],
    ['in a front matter that never ends', '---\ntitle: "A\ndraft: true\n', true],
    ['in a front matter that is no YAML', '---\ntitle: [a: b: "\ndraft: true\n---\n', true],
    ['without a front matter', 'draft: true\n', false],
    ['in an empty file', '', false],
  ])('%s', (_, text, draft) => {
    expect(isMarkedDraft(text)).toBe(draft);
  });
});

describe('drafts of a folder', () => {
  it('are found by any name, which a pattern takes as it is', async () => {
    const names = ['a.mdx', 'b (1).md', 'series/[x].mdx', 'c!.md', 'd{e}.mdx'];
    const files = names.map((name) => [`articles/${name}`, matter('draft: true')] as const);
    const root = await writeFiles({
      ...Object.fromEntries(files),
      'articles/out.mdx': matter('draft: false'),
      'articles/x.mdx': matter('topic: x'),
    });
    const drafts = draftsIn(join(root, 'articles'));
    expect(drafts.map(({ name }) => name).sort()).toEqual([...names].sort());
    expect(without([{ name: 'b (1).md', text: '' }])).toEqual(['!b \\(1\\).md']);
    expect(articleId('series/[x].mdx')).toBe('series/[x]');
  });
});

describe('mistakesOf', () => {
  it.each([
    [
      'a title that is not closed',
      '---\ntitle: "A\ndraft: true\n---\n',
      [/^content\/articles\/a\.mdx: Missing closing/],
    ],
    [
      'an unknown field and no title',
      matter('draft: true').replace('title: A', 'tags: b'),
      [/"title" is wrong\. Found: nothing/, /"tags"/],
    ],
  ])('tells %s', (_, text, sentences) => {
    const told = mistakesOf({ name: 'a.mdx', text }).join('\n');
    for (const sentence of sentences)
      expect(told.split('\n')).toContainEqual(expect.stringMatching(sentence));
  });
});
