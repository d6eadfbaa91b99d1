import { expect } from 'vitest';
import { filesOf } from '../content/written-content.ts';

/** What each page, feed and list of a built site links to within the site and does not find there. */
function deadLinksIn(built: ReadonlyMap<string, string>): string[] {
  const isThere = (address: string) => {
    const [path = '', fragment] = new URL(address, 'http://localhost:4321').href
      .slice('http://localhost:4321'.length)
      .split('#');
    const file = path.endsWith('/') ? `${path}index.html` : path;
    const text = built.get(file.replace(/\?.*$/, ''));
    // A tool takes choices from a fragment that begins with its name and a question mark.
    const [place, choices] = fragment?.split('?') ?? [];
    const mark = choices === undefined ? 'id' : 'data-tool';
    return text !== undefined && (!place || text.includes(` ${mark}="${place}"`));
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

/** The most articles that the feed has. */
const FEED_LENGTH = 20;

/** Headings with nothing below them, and lists with nothing in them, in the main part of a page. */
function emptyPartsOf(page = ''): string[] {
  const main = /<main[^>]*>(.*)<\/main>/s.exec(page)?.[1] ?? '';
  return [
    ...main.matchAll(/<h([1-6])[^>]*>(?:(?!<\/h).)*<\/h\1>\s*(?:<h\1[\s>]|<\/section>|$)/gs),
    ...main.matchAll(/<(ul|ol|nav|dl|section)[^>]*>\s*<\/\1>/g),
  ].map(([part]) => part);
}

/** The days on which the articles of this site come out, the first one first. */
export const PUBLISHED = filesOf('articles/**/*.{md,mdx}')
  .map(({ data }) => String(Object(data).published))
  .sort();

/**
 * Expects a site that was built on `day` to be whole: its articles that are out by then and `more`
 * that a test has added, no link that leads nowhere, and nothing with nothing in it.
 */
export function expectWhole(built: ReadonlyMap<string, string>, day: string, more = 0): void {
  const articles = [...built.keys()].filter((file) => /^\/articles\/.+\/index/.test(file));
  expect(articles).toHaveLength(PUBLISHED.filter((one) => one <= day).length + more);
  expect(deadLinksIn(built)).toEqual([]);
  for (const page of ['/index.html', '/articles/index.html', '/404.html']) {
    expect({ page, empty: emptyPartsOf(built.get(page)) }).toEqual({ page, empty: [] });
    expect(built.get(page)).toMatch(/<main[^>]*>.*<h1.*<a [^>]*href="\/(plan|articles)\//s);
  }
  const [home = ''] = /<main.*<\/main>/s.exec(built.get('/index.html') ?? '') ?? [];
  expect(home).toMatch(/<a class="button" href/);
  const items = built.get('/feed.xml')?.match(/<item>/g) ?? [];
  expect(items).toHaveLength(Math.min(articles.length, FEED_LENGTH));
}
