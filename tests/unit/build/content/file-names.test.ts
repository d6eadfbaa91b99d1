import { describe, expect, it } from 'vitest';
import { nameMistakes } from '../../../../src/build/content/file-names.ts';

const sentencesFor = (...names: string[]) =>
  nameMistakes(names.map((name) => `content/${name}`)).map(({ sentence }) => sentence);

describe('nameMistakes', () => {
  it.each([
    'articles/phone-call.mdx',
    'articles/2026.md',
    'articles/index.mdx',
    'articles/console.mdx',
    'articles/money/signing-bonus.mdx',
    'articles/Jar of Jam.PNG',
    'articles/.DS_Store',
    'articles/.hidden.mdx',
    'pages/about.mdx',
  ])('has nothing to say of %s', (name) => {
    expect(sentencesFor(name)).toEqual([]);
  });

  it.each([
    ['articles/what now?.mdx', 'what-now.mdx'],
    ['articles/C#.mdx', 'c.mdx'],
    ['articles/100%.md', '100.md'],
    ['articles/You & me.mdx', 'you-me.mdx'],
    ['articles/Größe.mdx', 'grosse.mdx'],
    ['articles/café.mdx', 'cafe.mdx'],
    ['articles/My Folder/the_call.mdx', 'my-folder/the-call.mdx'],
    ['articles/a.b.mdx', 'a-b.mdx'],
    ['articles/-a-.mdx', 'a.mdx'],
    ['articles/a"b.mdx', 'a-b.mdx'],
    ['articles/привет.mdx', undefined],
    ['articles/你好.md', undefined],
    ['articles/🎉.mdx', undefined],
    ['articles/A%20b.mdx', 'a-20b.mdx'],
    ['articles/trailing.  .md', 'trailing.md'],
    ['articles/Call.mdx', 'call.mdx'],
    ['articles/.. /x.md', 'x.md'],
    ['articles/a\u200bb.mdx', 'a-b.mdx'],
    ['articles/a\nb.mdx', 'a-b.mdx'],
  ])('refuses %s and says what would do', (name, better) => {
    const [sentence = '', ...more] = sentencesFor(name);
    expect(sentence).toContain("this name can't be an address.");
    if (better) expect(sentence).toContain(`such as ${better}.`);
    else expect(sentence).not.toContain('such as');
    expect(more).toEqual([]);
  });

  it.each([
    'articles/a.markdown',
    'articles/a.MDX',
    'articles/a.txt',
    'articles/a',
    'pages/a.html',
  ])('refuses %s, which would be left out', (name) => {
    expect(sentencesFor(name)).toEqual([expect.stringContaining('this file would be left out')]);
  });

  it.each(['pages/quiz.mdx', 'pages/articles.md', 'pages/health.md', 'pages/more/x.mdx'])(
    'refuses %s, which cannot be where it wants to be',
    (name) => {
      expect(sentencesFor(name)).toEqual([expect.stringContaining('something of its own at /')]);
    },
  );

  it.each(['articles/con.mdx', 'pages/nul.md', 'articles/lpt1/x.mdx', 'articles/x/aux.md'])(
    'refuses %s, which Windows can have nowhere',
    (name) => {
      expect(sentencesFor(name)).toEqual([expect.stringContaining("Windows can't have")]);
    },
  );

  it('refuses two files with one address', () => {
    expect(sentencesFor('articles/a.md', 'articles/a.mdx', 'pages/a.md')).toEqual([
      'content/articles/a.md has the same address, /articles/a/. Rename one.',
    ]);
  });
});
