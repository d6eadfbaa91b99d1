/**
 * Requests a second and the 99th percentile of latency: a page from our server and from Astro's own
 * Node server, one after the other in the same run, sign-ups to the newsletter, with its list in
 * SQLite and in PostgreSQL, one and two instances behind nginx, and the slowest page while a list is
 * imported:
 * `npm run bench:server`. Ends with 1 below three times as many home pages a second.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { markdownTable } from './quiz/markdown.ts';
import { buildIfMissing, serve } from './serve.ts';
import { serveWithAstro } from './server/astro-server.ts';
import { type Fired, fire } from './server/fire.ts';
import { pagesDuringImport } from './server/pages-during-import.ts';
import { timesOfSignUps } from './server/sign-up-times.ts';
import { withPostgres } from './server/with-postgres.ts';

/** Below the base path. Of the longest one, a load from this machine finds the end of itself first. */
const PAGES = [
  { name: 'home', path: '' },
  { name: 'longest article', path: 'articles/how-to-decline-a-job-offer-you-already-accepted/' },
] as const;
/** What the home page has to reach. */
const TIMES_AS_MANY = 3;

/** Our server closes a connection after a thousand requests, and autocannon would not notice. */
const RECONNECTING = ['-D', '900'];

/** As browsers ask, so that what is sent is what readers get. */
const ASKING = [
  ...RECONNECTING,
  '-H',
  'accept-encoding=gzip, deflate, br',
  '-H',
  'accept=text/html',
];
const FORM = ['-H', 'content-type=application/x-www-form-urlencoded'];
const SIGN_UP = [
  ...RECONNECTING,
  '-m',
  'POST',
  ...FORM,
  '-I',
  '-b',
  'email=[<id>]%40example.com&page=%2F',
];

function row(name: string, { requests, latency, ...answers }: Fired): string[] {
  const failed = answers.errors + answers['4xx'] + answers['5xx'];
  return [name, requests.average.toFixed(0), latency.p99.toFixed(0), String(failed)];
}

async function main(): Promise<void> {
  await buildIfMissing();
  const folder = await mkdtemp(join(tmpdir(), 'second-thoughts-bench-'));
  const ours = await serve({
    DATA_DIR: folder,
    NEWSLETTER_LIMIT: '9999999',
    NEWSLETTER_NETWORK_LIMIT: '9999999',
  });
  await using astro = await serveWithAstro();
  try {
    const rows: string[][] = [];
    const ratios: number[] = [];
    for (const { name, path } of PAGES) {
      for (const { home } of [ours, astro])
        await fire(home + path, { seconds: 2, options: ASKING });
      const here = await fire(ours.home + path, { options: ASKING });
      const there = await fire(astro.home + path, { options: ASKING });
      rows.push(row(`${name}, this server`, here), row(`${name}, Astro's Node server`, there));
      ratios.push(here.requests.average / there.requests.average);
    }
    const signUps = await fire(`${ours.home}newsletter/subscribe/`, { options: SIGN_UP });
    rows.push(row('sign-ups, each on disk before its answer', signUps));
    const more = await withPostgres({ page: { options: ASKING }, signUp: { options: SIGN_UP } });
    for (const { name, fired } of more) rows.push(row(name, fired));
    console.log(markdownTable(['50 connections', 'requests a second', 'p99, ms', 'failed'], rows));
    const told = ratios.map((ratio, index) => `${PAGES[index]?.name} ${ratio.toFixed(1)}`);
    console.log(`\nTimes as many pages a second: ${told.join(', ')}\n`);
    console.log(await timesOfSignUps());
    console.log(`\n${await pagesDuringImport()}`);
    if ((ratios[0] ?? 0) < TIMES_AS_MANY) process.exitCode = 1;
  } finally {
    await ours.stop();
    await rm(folder, { recursive: true });
  }
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
