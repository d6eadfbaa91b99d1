/**
 * Mozilla's HTTP Observatory, run here against the server of this project behind TLS:
 * `npm run observatory`. Ends with 1 below 130 points.
 */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { installed } from './installed.ts';
import { markdownTable } from './quiz/markdown.ts';
import { buildIfMissing, serve } from './serve.ts';
import { serveBehindTls } from './tls-proxy.ts';

const VERSION = '1.4.8';
const LEAST = 130;

const verdictSchema = z.array(
  z.object({ name: z.string(), result: z.string(), points: z.number() }),
);

/**
 * Runs in a process of its own, which trusts the certificate. The package's own `scan` knows no
 * ports, so this does as it does: the same retrieval, tests and points.
 */
const SCAN = `
const [root, httpPort, httpsPort] = process.argv.slice(1);
const { retrieve } = await import(root + '/src/retriever/retriever.js');
const { ALL_TESTS } = await import(root + '/src/constants.js');
const { getScoreModifier } = await import(root + '/src/grader/grader.js');
const found = await retrieve('localhost', { httpPort: Number(httpPort), httpsPort: Number(httpsPort) });
if (!found.responses.auto) throw new Error('The site did not answer.');
const verdicts = ALL_TESTS.map((test) => test(found)).map((verdict) => ({
  name: verdict.constructor.name,
  result: String(verdict.result),
  points: verdict.result ? getScoreModifier(verdict.result) : 0,
}));
console.log(JSON.stringify(verdicts));
`;

async function main(): Promise<void> {
  const root = join(
    await installed('@mdn/mdn-http-observatory', VERSION),
    '@mdn/mdn-http-observatory',
  );
  // Lists that the package would fetch from elsewhere. A site on localhost is on neither.
  await mkdir(join(root, 'conf'), { recursive: true });
  await writeFile(join(root, 'conf/hsts-preload.json'), '{}');
  await writeFile(join(root, 'conf/tld-list.json'), '[]');
  await buildIfMissing();
  const folder = await mkdtemp(join(tmpdir(), 'second-thoughts-tls-'));
  const site = await serve({ DATA_DIR: join(folder, 'data') });
  const proxy = await serveBehindTls(site.home, folder);
  try {
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [
        '--input-type=module',
        '--eval',
        SCAN,
        root,
        String(proxy.httpPort),
        String(proxy.httpsPort),
      ],
      { env: { ...process.env, NODE_EXTRA_CA_CERTS: proxy.certificate }, timeout: 60_000 },
    );
    const verdicts = verdictSchema.parse(JSON.parse(stdout));
    const score = verdicts.reduce((sum, { points }) => sum + points, 100);
    console.log(
      markdownTable(
        ['test', 'result', 'points'],
        verdicts.map(({ name, result, points }) => [name, result, String(points)]),
      ),
    );
    console.log(`\n${score} points`);
    if (score < LEAST) process.exitCode = 1;
  } finally {
    proxy.stop();
    await site.stop();
    await rm(folder, { recursive: true });
  }
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
