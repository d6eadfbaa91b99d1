import { type BuiltPage, type BuiltSite, builtSite, everyPage, readBuilt } from './built-site.ts';

/** What styles, scripts and browsers go by: the values of other attributes make no other kind. */
const TELLING = new Set(['class', 'role', 'style', 'tabindex', 'type']);

/** The text of `html` that is no element of the page. */
const CODE = /<!--[\s\S]*?-->|<(script|style)\b[\s\S]*?<\/\1>/g;

/** A start tag: its name and its attributes (HTML 13.1.2.1). */
const TAG = /<([a-z][^\s/>]*)((?:\s+[^\s=>/]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]+))?)*)\s*\/?>/gi;

const ATTRIBUTE = /([^\s=>/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+)))?/g;

/** The kinds of elements in `html`: their names, attributes, classes and the like, each once. */
export function kindsOfElements(html: string): Set<string> {
  const tags = html.replace(CODE, '').matchAll(TAG);
  return new Set(
    [...tags].map(([, tag = '', attributes = '']) => {
      const kinds = [...attributes.matchAll(ATTRIBUTE)].map(([, name = '', ...values]) =>
        TELLING.has(name) ? `${name}=${values.find((value) => value !== undefined)}` : name,
      );
      return [tag, ...kinds.sort()].join(' ');
    }),
  );
}

/** A few of `pages` by their HTML that have every kind of element which any of them has. */
export function cover(pages: ReadonlyMap<string, string>): string[] {
  const left = new Map([...pages].map(([name, html]) => [name, kindsOfElements(html)]));
  const chosen: string[] = [];
  for (;;) {
    const [best] = [...left].sort(([, a], [, b]) => b.size - a.size);
    if (!best || best[1].size === 0) return chosen;
    const [name, seen] = best;
    chosen.push(name);
    left.delete(name);
    for (const [other, kinds] of left) left.set(other, kinds.difference(seen));
  }
}

/**
 * Pages with every kind of element that the site has, for checks that take long and find the same
 * on one page of a kind as on all. A page that brings something new is among them by itself.
 */
export function onePageOfEachKind(site: BuiltSite = builtSite()): BuiltPage[] {
  const pages = everyPage(site);
  const chosen = new Set(cover(new Map(pages.map(({ file }) => [file, readBuilt(file, site)]))));
  return pages.filter(({ file }) => chosen.has(file));
}
