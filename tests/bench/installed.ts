import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const CACHE = fileURLToPath(new URL('../../node_modules/.cache/bench/', import.meta.url));

/**
 * The `node_modules` folder of one package of npm at one version, and of what it needs. The first
 * time it is installed into this project's cache: it is too heavy for everybody who only wants to
 * build the site. Its install scripts do not run.
 *
 * @throws Error that says what to do if npm cannot install it
 */
export async function installed(name: string, version: string): Promise<string> {
  const folder = join(CACHE, `${name}@${version}`);
  const modules = join(folder, 'node_modules');
  if (existsSync(modules)) return modules;
  console.error(`Installing ${name} ${version} into node_modules/.cache/bench, this once.`);
  // Renamed when it is whole, so that an install cut short is not taken for one.
  const unfinished = `${folder}-unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { recursive: true });
  const failure = await npmInstall(`${name}@${version}`, unfinished);
  if (failure !== undefined) {
    throw new Error(
      `npm could not install ${name} ${version}. Is there a connection to the npm registry? ` +
        `Then run this again. This is what npm said:\n${failure}`,
    );
  }
  await rm(folder, { recursive: true, force: true });
  await rename(unfinished, folder);
  return modules;
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
