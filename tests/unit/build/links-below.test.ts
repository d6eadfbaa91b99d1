import { describe, expect, it } from 'vitest';
import { htmlOfMarkdown, jsOfMdx } from './rendered.ts';

describe('linksBelow', () => {
  it.each([
    ['[a](/about/)', 'href="/base/about/"'],
    ['[a](/)', 'href="/base/"'],
    ['[a](/articles/x/#law "Title")', 'href="/base/articles/x/#law"'],
    ['**[a](/feed.xml)**', 'href="/base/feed.xml"'],
    ['[a][about]\n\n[about]: /about/', 'href="/base/about/"'],
    ['[a](</about/>)', 'href="/base/about/"'],
    ['> - [a](/about/)', 'href="/base/about/"'],
    ['a[^1]\n\n[^1]: [a](/about/)', 'href="/base/about/"'],
    ['## [a](/about/)', 'href="/base/about/"'],
    ['<a href="/about/">a</a>', 'href="/base/about/"'],
    ['<div><a class="x" href="/about/">a</a></div>', 'href="/base/about/"'],
    ['![a](/icon.svg)', 'src="/base/icon.svg"'],
    ['<img src="/icon.svg" alt="a">', 'src="/base/icon.svg"'],
    ['<img srcset="/a.png 1x, /b.png 2x" alt="a">', 'srcset="/base/a.png 1x, /base/b.png 2x"'],
  ])('puts the base before the path of %s', async (source, target) => {
    expect(await htmlOfMarkdown(source, '/base/')).toContain(target);
  });

  it.each([
    ['[a](https://example.com/)', 'https://example.com/'],
    ['[a](//example.com/) and [b](/)', '//example.com/'],
    ['[a](#law) and [b](/)', '#law'],
    ['[a](../x/)', '../x/'],
    ['[a](mailto:a@example.com)', 'mailto:a@example.com'],
  ])('leaves %s alone', async (source, target) => {
    expect(await htmlOfMarkdown(source, '/base/')).toContain(`href="${target}"`);
  });

  it.each([
    ['[a](/about/) <Contact />', '"/some/path/about/"'],
    ['<a href="/about/">a</a>', '"/some/path/about/"'],
    ['<div>\n  <a href="/about/">a</a>\n</div>', '"/some/path/about/"'],
    ['<img src="/icon.svg" alt="a" />', '"/some/path/icon.svg"'],
  ])('does the same in MDX: %s', async (source, target) => {
    expect(await jsOfMdx(source, '/some/path/')).toContain(target);
  });

  it('changes nothing at the root', async () => {
    expect(await htmlOfMarkdown('[a](/about/)')).toContain('href="/about/"');
  });
});
