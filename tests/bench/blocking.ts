/**
 * Total blocking time of every page while it loads and is read to its end, beside the same page
 * without its styles and scripts: `npm run bench:blocking`. Ends with 1 if a page has any.
 */
import { chromium, type Page } from '@playwright/test';
import { findBrowser } from '../browser.ts';
import { everyPage } from '../e2e/built-site.ts';
import { readThrough } from '../e2e/read-through.ts';
import { blockingTime } from './blocking/blocking-time.ts';
import { markdownTable } from './quiz/markdown.ts';
import { buildIfMissing, serve } from './serve.ts';

/** Other programs can only add to it, so the least of these is the page's own. */
const VISITS = 3;

async function leastBlocking(page: Page, address: string): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let visit = 0; visit < VISITS && least > 0; visit++) {
    const time = await blockingTime(page, async () => {
      await page.goto(address);
      await page.evaluate(readThrough);
    });
    least = Math.min(least, time);
  }
  return least;
}

/** Lets `page` have the HTML of each page it asks for, and nothing that styles it or runs in it. */
async function strip(page: Page): Promise<void> {
  await page.route('**/*', async (route) => {
    if (route.request().resourceType() !== 'document') return route.abort();
    const response = await route.fetch();
    const html = await response.text();
    const body = html.replaceAll(/<(style|script)\b.*?<\/\1>/gs, '');
    await route.fulfill({ response, body });
  });
}

async function main(): Promise<void> {
  const found = findBrowser();
  if (!found)
    throw new Error('No Chromium or Chrome found. "node tests/browser.ts" looks for one.');
  await buildIfMissing();
  const { home, stop } = await serve();
  const browser = await chromium.launch({ executablePath: found.path });
  try {
    const options = { viewport: { width: 390, height: 844 } };
    const [page, bare] = [await browser.newPage(options), await browser.newPage(options)];
    await strip(bare);
    const rows: { path: string; blocking: number; bareBlocking: number }[] = [];
    for (const { path } of everyPage()) {
      const address = new URL(path, home).href;
      const blocking = await leastBlocking(page, address);
      const bareBlocking = await leastBlocking(bare, address);
      console.error(`${path}: ${blocking.toFixed(0)} ms, bare ${bareBlocking.toFixed(0)} ms`);
      rows.push({ path, blocking, bareBlocking });
    }
    const slow = rows.filter(({ blocking }) => blocking > 0);
    console.log(`\n${found.version}, ${rows.length} pages, the least of ${VISITS} visits, ms\n`);
    const lines = [
      [
        'Pages that block',
        String(slow.length),
        String(rows.filter(({ bareBlocking }) => bareBlocking > 0).length),
      ],
      [
        'The longest',
        ...[rows.map(({ blocking }) => blocking), rows.map(({ bareBlocking }) => bareBlocking)].map(
          (times) => Math.max(...times).toFixed(0),
        ),
      ],
    ];
    console.log(markdownTable(['', 'as they are', 'without styles and scripts'], lines));
    if (slow.length > 0) process.exitCode = 1;
  } finally {
    await browser.close();
    await stop();
  }
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
