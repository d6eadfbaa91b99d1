import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Builds the site if there is none in `dist`. Throws an Error if the build fails. */
export async function buildIfMissing(): Promise<void> {
  if (existsSync(join(ROOT, 'dist/index.html'))) return;
  console.log('There is no built site in dist. Building it.');
  const child = spawn(process.execPath, ['node_modules/astro/bin/astro.mjs', 'build'], {
    cwd: ROOT,
    stdio: 'inherit',
  });
  await once(child, 'close');
  if (child.exitCode !== 0) throw new Error('The build failed. Mend what it says above.');
}

/**
 * Serves `dist` with the server of this project on a free port.
 *
 * @returns the address of the home page, and how to stop
 * @throws Error with what the server said if it does not start
 */
export async function serve(
  env: Readonly<Record<string, string>> = {},
): Promise<{ home: string; stop: () => Promise<void> }> {
  const child = spawn(process.execPath, ['src/server/main.ts'], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, HOST: 'localhost', PORT: '0', ...env },
  });
  let errors = '';
  child.stderr.on('data', (chunk) => {
    errors += chunk;
  });
  const ended = once(child, 'close');
  for await (const line of createInterface({ input: child.stdout })) {
    const home = /https?:\/\/\S+/.exec(line)?.[0];
    if (home === undefined) continue;
    return {
      home,
      stop: async () => {
        child.kill('SIGTERM');
        await ended;
      },
    };
  }
  await ended;
  throw new Error(`The server did not start.\n${errors}`);
}
