import { writeFile } from 'node:fs/promises';
import type { AstroIntegration } from 'astro';
import { topicPath } from '../site/dead-ends.ts';
import type { Site } from '../site/schema.ts';
import { withBase } from '../site/urls.ts';
import { writtenSite } from './written-site.ts';

/**
 * Writes `_redirects` into the built site, where an address changed: one file for static hosts that
 * read it and for our own server.
 */
export function redirects(): AstroIntegration {
  let base = '/';
  return {
    name: 'second-thoughts:redirects',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base;
      },
      'astro:build:done': async ({ dir, pages }) => {
        const built = new Set(pages.map(({ pathname }) => `/${pathname}`));
        const lines = redirectLines(writtenSite().topics, base, (path) => built.has(path));
        if (lines.length > 0) await writeFile(new URL('_redirects', dir), `${lines.join('\n')}\n`);
      },
    },
  };
}

/**
 * A line `from to 301` for each address that a topic had, with a slash at its end and without. None for
 * a topic that does not show.
 *
 * @param shows whether the site has a page at a path below its base
 */
export function redirectLines(
  topics: Site['topics'],
  base: string,
  shows: (path: string) => boolean,
): string[] {
  return topics.flatMap(({ id, formerly }) =>
    (shows(topicPath(id)) ? formerly : []).flatMap((old) => {
      const [from, to] = [withBase(topicPath(old), base), withBase(topicPath(id), base)];
      return [`${from} ${to} 301`, `${from.slice(0, -1)} ${to} 301`];
    }),
  );
}
