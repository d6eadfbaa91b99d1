import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { PASSED_ON } from '../../../quick-env.ts';
import { rulesFile } from '../../server/built-site.ts';

const MAIN = fileURLToPath(new URL('../../../../src/server/main.ts', import.meta.url));

/** Pages of a site that has a newsletter, as few as will do. */
const PAGES = [
  ...['check', 'confirm', 'confirmed', 'expired', 'busy', 'unavailable'],
  ...['unsubscribe', 'unsubscribed', 'unreadable'],
];

/** A folder with a small built site, and room for data; it goes away with the test. */
export async function siteFolder(): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'second-thoughts-process-'));
  onTestFinished(() => rm(root, { recursive: true, force: true, maxRetries: 5 }));
  await mkdir(join(root, 'dist'));
  await writeFile(
    join(root, 'dist/_headers.json'),
    rulesFile({ '/*': { 'Content-Security-Policy': "default-src 'none'" } }),
  );
  for (const page of PAGES) {
    await mkdir(join(root, 'dist/newsletter', page), { recursive: true });
    await writeFile(join(root, 'dist/newsletter', page, 'index.html'), `<title>${page}</title>`);
  }
  return root;
}

/** The server as a process of its own. */
export interface SiteProcess {
  readonly home: string;
  readonly process: ChildProcess;
  /** All of its standard output so far. */
  readonly output: () => string;
  /** Resolves once it has ended. */
  readonly ended: Promise<unknown>;
}

/** Starts the server, or another copy of its `main`, on the site in `root`, on a free port. */
export async function startSite(
  root: string,
  env: Readonly<Record<string, string>> = {},
  main = MAIN,
): Promise<SiteProcess> {
  const child = spawn(process.execPath, [main, join(root, 'dist')], {
    env: {
      ...PASSED_ON,
      HOST: '127.0.0.1',
      PORT: '0',
      DATA_DIR: join(root, 'data'),
      NEWSLETTER_LIMIT: '1000000',
      NEWSLETTER_NETWORK_LIMIT: '1000000',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const ended = once(child, 'close');
  let output = '';
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  child.stdout.on('data', (chunk) => {
    output += chunk;
    const home = /is at (\S+)/.exec(output)?.[1];
    if (home !== undefined) resolve(home);
  });
  ended.then(() => reject(new Error(`It ended. ${output}`)), reject);
  return { home: await promise, process: child, output: () => output, ended };
}

/** Signs an address up, as the form does; the status of the answer. */
export async function signUp(home: string, email: string): Promise<number> {
  const { status } = await fetch(`${home}newsletter/subscribe/`, {
    method: 'POST',
    body: new URLSearchParams({ email, page: '/' }),
    redirect: 'manual',
  });
  return status;
}

/** Does `work` for each of `items`, so many at a time. */
export async function eachOf<Item>(
  items: readonly Item[],
  atOnce: number,
  work: (item: Item) => Promise<unknown>,
): Promise<void> {
  const left = [...items];
  const next = async (): Promise<void> => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: atOnce }, next));
}
