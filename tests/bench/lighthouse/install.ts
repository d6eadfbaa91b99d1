import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Pinned, because scores of two versions cannot be compared. */
const VERSION = '13.5.0';

const CACHE = fileURLToPath(new URL('../../../node_modules/.cache/lighthouse/', import.meta.url));

/**
 * Path of Lighthouse's command-line program. The first time it is installed from npm into
 * `node_modules/.cache`: it is too heavy for everybody who only wants to build the site.
 *
 * @throws Error that says what to do if npm cannot install it
 */
export async function installedLighthouse(): Promise<string> {
  const folder = join(CACHE, VERSION);
  const program = join(folder, 'node_modules/lighthouse/cli/index.js');
  if (existsSync(program)) return program;
  console.log(
    `Installing Lighthouse ${VERSION} into node_modules/.cache/lighthouse, this once. It takes about a minute.`,
  );
  // Renamed when it is whole, so that an install cut short is not taken for one.
  const unfinished = join(CACHE, `${VERSION}-unfinished`);
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { recursive: true });
  const failure = await npmInstall(`lighthouse@${VERSION}`, unfinished);
  if (failure !== undefined) {
    throw new Error(
      `npm could not install Lighthouse ${VERSION}. Is there a connection to the npm registry? ` +
        `Then run npm run lighthouse again. This is what npm said:\n${failure}`,
    );
  }
  await rm(folder, { recursive: true, force: true });
  await rename(unfinished, folder);
  return program;
}

/** What npm printed if it failed. */
async function npmInstall(name: string, folder: string): Promise<string | undefined> {
  const options = ['--no-save', '--no-package-lock', '--no-audit', '--no-fund', '--ignore-scripts'];
  const task = ['install', ...options, '--prefix', folder, name];
  // `npm run` names its own program, which runs under the Node of this project.
  const npm = process.env['npm_execpath'];
  const child = npm
    ? spawn(process.execPath, [npm, ...task], { stdio: ['ignore', 'pipe', 'pipe'] })
    : spawn('npm', task, { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      output += chunk;
    });
  }
  try {
    await once(child, 'close');
  } catch (error) {
    return error instanceof Error ? error.message : output;
  }
  return child.exitCode === 0 ? undefined : output.trim();
}
