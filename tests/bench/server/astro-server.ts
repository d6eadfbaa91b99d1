import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { copySite } from '../../site-copy.ts';
import { installed } from '../installed.ts';

const VERSION = '11.1.6';

/** Astro's own Node server while it serves this site, prerendered like ours. */
export interface AstroServer extends AsyncDisposable {
  readonly home: string;
}

/** Builds a copy of the site with Astro's Node adapter and serves it on a free port. */
export async function serveWithAstro(): Promise<AstroServer> {
  const modules = await installed('@astrojs/node', VERSION);
  const copy = await copySite();
  await linkScope(join(copy.root, 'node_modules/@astrojs'), join(modules, '@astrojs/node'));
  await writeFile(
    join(copy.root, 'with-node.config.mjs'),
    `import node from '@astrojs/node';
import config from './astro.config.mjs';
export default { ...config, adapter: node({ mode: 'standalone' }) };
`,
  );
  await promisify(execFile)(
    process.execPath,
    [resolve('node_modules/astro/bin/astro.mjs'), 'build', '--config', 'with-node.config.mjs'],
    { cwd: copy.root, env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' } },
  );
  const port = await freePort();
  const child = spawn(process.execPath, [join(copy.root, 'dist/server/entry.mjs')], {
    env: { PATH: process.env['PATH'], HOST: 'localhost', PORT: String(port) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  return {
    home: `http://localhost:${port}/`,
    [Symbol.asyncDispose]: async () => {
      child.kill('SIGKILL');
      await copy[Symbol.asyncDispose]();
    },
  };
}

/** Makes a folder of links out of the link `scope`, and adds one to `extra`. */
async function linkScope(scope: string, extra: string): Promise<void> {
  const from = resolve('node_modules/@astrojs');
  await rm(scope);
  await mkdir(scope);
  for (const name of await readdir(from)) await symlink(join(from, name), join(scope, name));
  await symlink(extra, join(scope, 'node'));
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, 'localhost');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  return typeof address === 'object' && address !== null ? address.port : 0;
}
