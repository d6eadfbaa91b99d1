/**
 * When a page is first painted on a slow phone and line, how long until its largest part is, and how
 * much moves, beside the same article without styles, fonts and scripts: `npm run bench:paint`, or
 * `npm run bench:paint -- --rounds 15`. Each round visits each page once, in turn, so that what else
 * the machine does falls on all alike.
 */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildOther, serveOther } from '../e2e/builds/other-site.ts';
import { withBrowser } from './in-browser.ts';
import { barePage } from './paint/bare-page.ts';
import { LINE, SLOWDOWN, type Visit, visit } from './paint/visit.ts';
import { quantile } from './quantile.ts';
import { markdownTable } from './quiz/markdown.ts';
import { serveBehindTls } from './tls-proxy.ts';

const PLAIN = 'articles/sourdough-starter/';
const BARE = 'bare/';

/** Paths below the site's base. The first is what the others are measured by. */
const PAGES = [
  { name: 'The plain article, bare', path: BARE },
  { name: 'Plain article', path: PLAIN },
  { name: 'Flagship article', path: 'articles/how-to-decline-a-job-offer-you-already-accepted/' },
  { name: 'Home', path: '' },
] as const;

function roundsAsked(): number {
  const { values } = parseArgs({ options: { rounds: { type: 'string', default: '9' } } });
  const rounds = Number(values.rounds);
  if (Number.isInteger(rounds) && rounds > 0) return rounds;
  throw new Error(`--rounds is "${values.rounds}". Allowed: a whole number from 1.`);
}

/** The median, and between which values the middle half lies. */
function spread(values: readonly number[], digits: number): string {
  const [low, middle, high] = [0.25, 0.5, 0.75].map((share) =>
    quantile(values, share).toFixed(digits),
  );
  return `${middle} (${low} to ${high})`;
}

/**
 * The places of `PAGES`, another one first in each round, and every other time the other way round: what
 * a visit leaves the machine to do falls on the visit after it.
 */
function inTurn(round: number): number[] {
  const places = PAGES.map((_, place) => (place + round) % PAGES.length);
  return round % 2 === 0 ? places : places.reverse();
}

function row(name: string, visits: readonly Visit[], bare: readonly Visit[]): string[] {
  const of = (key: keyof Visit) => visits.map((one) => one[key]);
  const times = of('firstPaint').map(
    (time, round) => time / (bare[round]?.firstPaint ?? Number.NaN),
  );
  return [
    name,
    spread(of('firstPaint'), 0),
    spread(times, 2),
    spread(of('largestPaint'), 0),
    spread(of('layoutShift'), 4),
  ];
}

await withBrowser(async ({ browser, version }) => {
  const rounds = roundsAsked();
  console.error('Building the site with the plain article.');
  await using site = await buildOther({}, ['tests/e2e/builds/plain-article']);
  const article = await readFile(join(site.folder, PLAIN, 'index.html'), 'utf8');
  await mkdir(join(site.folder, BARE));
  await writeFile(join(site.folder, BARE, 'index.html'), barePage(article));
  await using server = await serveOther(site);
  const folder = await mkdtemp(join(tmpdir(), 'second-thoughts-tls-'));
  const proxy = await serveBehindTls(server.origin, folder);
  try {
    const visits = PAGES.map((): Visit[] => []);
    // The first round warms up browser and server, and does not count.
    for (let round = 0; round <= rounds; round++) {
      console.error(`Round ${round} of ${rounds}`);
      for (const page of inTurn(round)) {
        const path = PAGES[page]?.path ?? '';
        const found = await visit(browser, `https://localhost:${proxy.httpsPort}/${path}`);
        if (round > 0) visits[page]?.push(found);
      }
    }
    console.log(
      `\n${version}, ${rounds} rounds, ${LINE.bitsPerSecond / 1e6} Mbps, ${LINE.latency} ms, processor ${SLOWDOWN} times slower: the median, and the middle half\n`,
    );
    const head = ['', 'first paint, ms', 'times bare', 'largest paint, ms', 'layout shift'];
    const rows = PAGES.map(({ name }, page) => row(name, visits[page] ?? [], visits[0] ?? []));
    console.log(markdownTable(head, rows));
  } finally {
    proxy.stop();
    await rm(folder, { recursive: true });
  }
});
