import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { clockOn } from '../../clock/on-day.ts';
import { buildOther, serveOther } from '../builds/other-site.ts';
import { type BuiltSite, builtSite } from '../built-site.ts';
import { test as base } from '../test.ts';

interface PerWorker {
  /** A site with every article out, and where it is served if not by the server under test. */
  readonly whole: { readonly site: BuiltSite; readonly origin?: string };
}

/** The day on which the last article of content/ is out. */
function lastDay(): string {
  const content = fileURLToPath(new URL('../../../content', import.meta.url));
  return globSync('articles/**/*.{md,mdx}', { cwd: content })
    .map((file) => readFileSync(`${content}/${file}`, 'utf8'))
    .filter((text) => !/^draft: *true/m.test(text))
    .map((text) => /^published: *["']?([\d-]+)/m.exec(text)?.[1] ?? '')
    .reduce((a, b) => (a > b ? a : b), '');
}

/**
 * Playwright's test for journeys through articles and topics. On a day on which one of them is yet
 * to come they go through the site as it will be then.
 */
export const test = base.extend<object, PerWorker>({
  whole: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright wants a pattern here.
    async ({}, use) => {
      const day = lastDay();
      if (new Date().toISOString().slice(0, 10) >= day) {
        await use({ site: builtSite() });
        return;
      }
      const address = process.env['SITE_URL'];
      await using site = await buildOther({
        ...clockOn(day),
        ...(address && { SITE_URL: address }),
      });
      await using server = await serveOther(site);
      await use({ site, origin: server.origin });
    },
    { scope: 'worker', timeout: 300_000 },
  ],
  baseURL: async ({ baseURL, whole }, use) => {
    await use(whole.origin ?? baseURL);
  },
});

export { expect } from '@playwright/test';
