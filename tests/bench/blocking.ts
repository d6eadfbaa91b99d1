/**
 * Total blocking time of every page while it loads and is read to its end, beside the same page
 * without its styles and scripts: `npm run bench:blocking`. Ends with 1 if a page has any.
 */
import type { Page } from '@playwright/test';
import { everyPage } from '../e2e/built-site.ts';
import { readThrough } from '../e2e/read-through.ts';
import { blockingTime } from './blocking/blocking-time.ts';
import { inBrowser } from './in-browser.ts';
import { markdownTable } from './quiz/markdown.ts';

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

/** The row of a table: how many of `times`, in milliseconds, are above 0, and the longest. */
function row(name: string, times: readonly number[]): string[] {
  const blocking = times.filter((time) => time > 0);
  return [name, String(blocking.length), Math.max(...times).toFixed(0)];
}

await inBrowser(async ({ browser, version, home }) => {
  const options = { viewport: { width: 390, height: 844 } };
  const [page, bare] = [await browser.newPage(options), await browser.newPage(options)];
  await strip(bare);
  const [asBuilt, stripped]: [number[], number[]] = [[], []];
  for (const { path } of everyPage()) {
    const address = new URL(path, home).href;
    const times = [await leastBlocking(page, address), await leastBlocking(bare, address)] as const;
    console.error(`${path}: ${times.map((time) => time.toFixed(0)).join(' ms, stripped ')} ms`);
    asBuilt.push(times[0]);
    stripped.push(times[1]);
  }
  console.log(`\n${version}, ${asBuilt.length} pages, the least of ${VISITS} visits\n`);
  const head = ['', 'pages that block', 'longest, ms'];
  const rows = [row('As built', asBuilt), row('Without styles and scripts', stripped)];
  console.log(markdownTable(head, rows));
  if (asBuilt.some((time) => time > 0)) {
    console.error('\nA page blocks.');
    process.exitCode = 1;
  }
});
