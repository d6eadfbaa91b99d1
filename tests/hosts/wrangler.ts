import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installed } from '../bench/installed.ts';

const VERSION = '4.164.0';

/** The day whose behavior of the host is asked for. */
const COMPATIBILITY = '2026-11-01';

/** A static host that runs here. */
export interface Host extends AsyncDisposable {
  readonly origin: string;
  /** What it said while it read the site. */
  readonly said: string;
}

/** The two ways in which Cloudflare serves files: `workers` with static assets, and `pages`. */
export const WAYS = ['workers', 'pages'] as const;

/**
 * Starts Cloudflare's own server of files on `folder`, on this machine alone: it sends no statistics
 * and fetches nothing.
 */
export async function startCloudflare(way: (typeof WAYS)[number], folder: string): Promise<Host> {
  const modules = await installed('wrangler', VERSION);
  const home = await mkdtemp(join(tmpdir(), 'second-thoughts-cloudflare-'));
  const config = join(home, 'wrangler.json');
  const assets = { directory: folder, not_found_handling: '404-page' };
  await writeFile(
    config,
    JSON.stringify({ name: 'second-thoughts', compatibility_date: COMPATIBILITY, assets }),
  );
  const command =
    way === 'workers'
      ? ['dev', '--config', config]
      : ['pages', 'dev', folder, '--compatibility-date', COMPATIBILITY];
  const child = spawn(
    process.execPath,
    [
      join(modules, 'wrangler/bin/wrangler.js'),
      ...command,
      ...['--ip', '127.0.0.1', '--port', '0', '--inspector-port', '0'],
      ...['--show-interactive-dev-session=false', '--persist-to', join(home, 'state')],
    ],
    {
      cwd: home,
      env: {
        ...{ PATH: process.env['PATH'], HOME: home, CI: 'true', NO_COLOR: '1' },
        ...{ WRANGLER_SEND_METRICS: 'false', CLOUDFLARE_CF_FETCH_ENABLED: 'false' },
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const ended = once(child, 'close');
  let said = '';
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      said += chunk;
      const origin = /Ready on (http:\/\/[\d.:]+)/.exec(said)?.[1];
      if (origin) resolve(origin);
    });
  }
  ended.then(() => reject(new Error(`wrangler ended: ${said}`)), reject);
  const origin = await promise;
  return {
    origin,
    said,
    [Symbol.asyncDispose]: async () => {
      child.kill('SIGINT');
      await ended;
      await rm(home, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
