/**
 * Lighthouse on a simulated slow phone, for the pages that most readers see first:
 * `npm run lighthouse -- --runs 3`. Ends with 1 if a score is below 100.
 */
import { execFile } from 'node:child_process';
import { parseArgs, promisify } from 'node:util';
import { findBrowser } from '../browser.ts';
import { installed } from './installed.ts';
import {
  CATEGORIES,
  imperfections,
  median,
  type Report,
  readReport,
  scores,
  table,
} from './lighthouse/report.ts';
import { buildIfMissing, serve } from './serve.ts';

/** Paths below the site's base. */
const PAGES = [
  { name: 'Home', path: '' },
  { name: 'Quiz', path: 'quiz/' },
  { name: 'Plan', path: 'plan/' },
  { name: 'Flagship article', path: 'articles/how-to-decline-a-job-offer-you-already-accepted/' },
] as const;

/** Pinned, because scores of two versions cannot be compared. */
const LIGHTHOUSE = '13.5.0';

const MAX_REPORT_BYTES = 64 * 1024 * 1024;

function runsAsked(): number {
  const { values } = parseArgs({ options: { runs: { type: 'string', default: '3' } } });
  const runs = Number(values.runs);
  if (Number.isInteger(runs) && runs > 0) return runs;
  throw new Error(`--runs is "${values.runs}". Allowed: a whole number from 1.`);
}

async function audit(program: string, browser: string, address: string): Promise<Report> {
  const root = process.getuid?.() === 0;
  const flags = ['--headless=new', '--disable-gpu', ...(root ? ['--no-sandbox'] : [])];
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [
      program,
      address,
      `--only-categories=${CATEGORIES.join(',')}`,
      `--chrome-flags=${flags.join(' ')}`,
      ...['--output=json', '--quiet', '--no-enable-error-reporting'],
    ],
    { env: { ...process.env, CHROME_PATH: browser }, maxBuffer: MAX_REPORT_BYTES },
  );
  return readReport(stdout);
}

async function main(): Promise<void> {
  const runs = runsAsked();
  const browser = findBrowser();
  if (!browser) {
    throw new Error(
      'Lighthouse needs Chromium or Chrome. "node tests/browser.ts" looks for one and tries to install it.',
    );
  }
  const program = `${await installed('lighthouse', LIGHTHOUSE)}/lighthouse/cli/index.js`;
  await buildIfMissing();
  const { home, stop } = await serve();
  const pages: { name: string; report: Report }[] = [];
  try {
    for (const { name, path } of PAGES) {
      const reports: Report[] = [];
      for (let run = 1; run <= runs; run++) {
        const report = await audit(program, browser.path, home + path);
        console.error(`${name}, run ${run} of ${runs}: ${scores(report).join(' / ')}`);
        reports.push(report);
      }
      pages.push({ name, report: median(reports) });
    }
  } finally {
    await stop();
  }
  console.log(`\n${browser.version}, median of ${runs}, mobile, default throttling\n`);
  console.log(table(pages));
  for (const { name, report } of pages) {
    const list = imperfections(report).map((text) => `- ${text}`);
    console.log(`\n${name}: ${list.length > 0 ? 'not perfect' : 'every audit is perfect'}`);
    if (list.length > 0) console.log(list.join('\n'));
  }
  if (pages.some(({ report }) => scores(report).some((score) => score < 100))) {
    console.error('\nA score is below 100.');
    process.exitCode = 1;
  }
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
