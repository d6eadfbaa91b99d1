import { describe, expect, it } from 'vitest';
import { clockOn } from '../../clock/on-day.ts';
import { copySite } from '../../site-copy.ts';
import { filesOf } from '../content/written-content.ts';

/** What each page, feed and list of a built site links to within the site and does not find there. */
function deadLinksIn(built: ReadonlyMap<string, string>): string[] {
  const isThere = (address: string) => {
    const [path = '', fragment] = new URL(address, 'http://localhost:4321').href
      .slice('http://localhost:4321'.length)
      .split('#');
    const file = path.endsWith('/') ? `${path}index.html` : path;
    const text = built.get(file.replace(/\?.*$/, ''));
    return text !== undefined && (!fragment || text.includes(` id="${fragment}"`));
  };
  return [...built].flatMap(([file, text]) => {
    const page = file.replace(/index\.html$/, '');
    const found = file.endsWith('.html')
      ? [...text.matchAll(/<[^<>]*\s(?:href|src)="([^"]*)"/g)].map(([, address = '']) =>
          address.startsWith('#') ? page + address : address,
        )
      : /\.(xml|txt|webmanifest)$/.test(file)
        ? [...text.matchAll(/http:\/\/localhost:4321(\/[^\s"'<>&)]*)/g)].map(
            ([, path = '']) => path,
          )
        : [];
    return found
      .filter((address) => address.startsWith('/') && !isThere(address))
      .map((address) => `${file}: ${address}`);
  });
}

/** Headings with nothing below them, and lists with nothing in them, in the main part of a page. */
function emptyPartsOf(page = ''): string[] {
  const main = /<main[^>]*>(.*)<\/main>/s.exec(page)?.[1] ?? '';
  return [
    ...main.matchAll(/<h([1-6])[^>]*>(?:(?!<\/h).)*<\/h\1>\s*(?:<h\1[\s>]|<\/section>|$)/gs),
    ...main.matchAll(/<(ul|ol|nav|dl|section)[^>]*>\s*<\/\1>/g),
  ].map(([part]) => part);
}

const PUBLISHED = filesOf('articles/**/*.{md,mdx}')
  .map(({ data }) => String(Object(data).published))
  .sort();

describe('a build on another day', { timeout: 240_000 }, () => {
  it.concurrent.each([
    ['years before the first article', '2020-01-01'],
    ['between the articles', PUBLISHED[Math.floor(PUBLISHED.length / 2)]],
    ['in some years, on a leap day', '2032-02-29'],
  ])('%s gives a whole site', async (_, day = '') => {
    await using site = await copySite();
    const { code, output } = await site.build(clockOn(day));
    expect({ code, output }).toMatchObject({ code: 0 });
    const built = await site.built();
    const articles = [...built.keys()].filter((file) => /^\/articles\/.+\/index/.test(file));
    expect(articles).toHaveLength(PUBLISHED.filter((one) => one <= day).length);
    expect(deadLinksIn(built)).toEqual([]);
    for (const page of ['/index.html', '/articles/index.html', '/404.html']) {
      expect({ page, empty: emptyPartsOf(built.get(page)) }).toEqual({ page, empty: [] });
      expect(built.get(page)).toMatch(/<main[^>]*>.*<h1.*<a [^>]*href="\/(plan|articles)\//s);
    }
    const [home = ''] = /<main.*<\/main>/s.exec(built.get('/index.html') ?? '') ?? [];
    expect(home).toMatch(/<a class="button" href/);
    expect(built.get('/feed.xml')?.match(/<item>/g) ?? []).toHaveLength(articles.length);
  });
});
