import { describe, expect, it } from 'vitest';
import { linkMistakes, pathMistakes } from '../../../../src/build/content/links.ts';
import { readWritten } from '../../../../src/build/content/written-text.ts';
import { mistakeLine } from '../../../../src/site/content-error.ts';

const PAGES: Readonly<Record<string, string>> = {
  '/': '<main id="content">',
  '/about/': '<h2 id="who">',
  '/articles/odd/': '<p id="answer"><h2 id="email-section">',
  '/articles/other/': '<h2 id="größe"><h2 id="law-section">',
  '/feed.xml': '',
  '/plan/say-it/': '<form id="say-it-form">',
};

function linksOf(body: string, name = 'odd.mdx'): string[] {
  const text = readWritten({
    file: `content/articles/${name}`,
    text: `---\na: b\n---\n\n${body}\n`,
  });
  const open = new Set(['/articles/odd/', '/articles/other/']);
  return linkMistakes(text, { at: (path) => PAGES[path], open }).map((mistake) =>
    mistakeLine(mistake).replace(`content/articles/${name}:`, ''),
  );
}

describe('linkMistakes', () => {
  it.each([
    [
      '[a](./other.mdx)',
      '5: leads to ./other.mdx, a file of content/ that no reader gets. Write its address, such as /articles/other/.',
    ],
    ['[a](other.md)', '5: leads to other.md, a file of content/'],
    [
      '[a](/content/articles/other.mdx)',
      '5: leads to /content/articles/other.mdx, a file of content/',
    ],
    ['x\n\n[a](/gone/)', '7: leads to /gone/, which is not there.'],
    ['[a](/gone.pdf)', '5: leads to /gone.pdf, which is not there.'],
    ['[a](../gone/)', '5: leads to ../gone/, which is not there.'],
    ['[a](#gone)', '5: leads to #gone, but nothing on that page is called "gone".'],
    ['[a](/about/#gone)', '5: leads to /about/#gone, but nothing on that page is called "gone".'],
    [
      '[a](/articles/other/#law)',
      '5: leads to /articles/other/#law, but nothing on that page is called "law". Its heading is at #law-section.',
    ],
    ['<a href="/gone/">a</a>', '5: leads to /gone/, which is not there.'],
    ['x[^1]\n\n[^1]: [a](/gone/)', '7: leads to /gone/, which is not there.'],
    ['- > [a](/gone/)', '5: leads to /gone/'],
    ['[a](/about)', '5: leads to /about, which is not there.'],
    ['[a](/about/)\n\n[a](/gone/) [a](/gone/)', '7: leads to /gone/'],
  ])('tells of %j', (body, sentence) => {
    const [first, ...more] = linksOf(body);
    expect(first).toContain(sentence);
    expect(more).toEqual([]);
  });

  it.each([
    '[a](/) [b](/about/) [c](/about/#who) [d](/feed.xml) [e](../other/) [f](#answer)',
    '[a](/articles/other/#größe) [b](/articles/other/#gr%C3%B6%C3%9Fe)',
    '[a](https://example.com/gone/) [b](mailto:a@example.com) [c](//example.com/)',
    '[a](/plan/say-it/#say-it?country=de) [b](/about/#:~:text=who)',
    '`[a](/gone/)`',
    '```\n[a](/gone/)\n```',
    // Told before the build, as its page shows no link.
    '[a](/articles/later/)',
  ])('says nothing of %s', (body) => {
    expect(linksOf(body)).toEqual([]);
  });
});

describe('pathMistakes', () => {
  const open = new Set(['/articles/odd/']);
  const pathsOf = (text: string) =>
    pathMistakes({ file: 'content/site.yaml', text }, { at: (path) => PAGES[path], open }).map(
      mistakeLine,
    );

  it.each([
    ['a:\n  path: /gone/', '2: leads to /gone/, which is not there.'],
    ['pages:\n  - { label: About, path: /abuot/ }', '2: leads to /abuot/, which is not there.'],
    ['page: "/about/#nope"', '1: leads to /about/#nope, but nothing on that page'],
  ])('tells of %j', (text, sentence) => {
    expect(pathsOf(text)).toEqual([expect.stringContaining(`content/site.yaml:${sentence}`)]);
  });

  it.each([
    'path: /about/',
    'path: /feed.xml',
    '# path: /gone/',
    'path: /plan/say-it/#say-it?country=de',
    // Told before the build, as its page shows no link.
    'path: /articles/later/',
    'text: A path to /gone/.',
  ])('says nothing of %s', (text) => {
    expect(pathsOf(text)).toEqual([]);
  });
});
