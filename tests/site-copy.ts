import { execFile } from 'node:child_process';
import { existsSync, globSync } from 'node:fs';
import { appendFile, cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const COPIED = ['src', 'public', 'content', 'astro.config.mjs', 'package.json', 'tsconfig.json'];

/** How a build ended: its exit code, and all that it wrote to the terminal, without colors. */
export interface Build {
  readonly code: number | string;
  readonly output: string;
}

/** A copy of this project in a folder of its own, to be changed and built. */
export interface SiteCopy extends AsyncDisposable {
  readonly root: string;
  /** Puts what is in `folder` into the copy's folder `into`. */
  readonly add: (folder: string, into: string) => Promise<void>;
  readonly write: (file: string, text: string) => Promise<void>;
  readonly append: (file: string, text: string) => Promise<void>;
  readonly build: (env?: Readonly<Record<string, string>>) => Promise<Build>;
  /** All that was built, by path below dist/. */
  readonly built: () => Promise<Map<string, string>>;
}

/**
 * Copies the project without what is installed and built, until the copy is disposed of. Builds of
 * two copies do not meet: Astro keeps its notes below the project and in its node_modules, which
 * is a folder of links here.
 */
export async function copySite(): Promise<SiteCopy> {
  const root = await mkdtemp(join(tmpdir(), 'second-thoughts-site-'));
  for (const name of COPIED.filter((one) => existsSync(one))) {
    await cp(name, join(root, name), { recursive: true });
  }
  await linkPackages(root);
  return {
    root,
    add: (folder, into) => cp(folder, join(root, into), { recursive: true }),
    write: async (file, text) => {
      await mkdir(join(root, file, '..'), { recursive: true });
      await writeFile(join(root, file), text);
    },
    append: (file, text) => appendFile(join(root, file), text),
    build: (env = {}) => build(root, env),
    built: async () => {
      const dist = join(root, 'dist');
      const files = globSync('**/*', { cwd: dist, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name));
      const texts = files.map(
        async (file) => [file.slice(dist.length), await readFile(file, 'latin1')] as const,
      );
      return new Map(await Promise.all(texts));
    },
    [Symbol.asyncDispose]: () => rm(root, { recursive: true, force: true }),
  };
}

async function linkPackages(root: string): Promise<void> {
  const packages = join(root, 'node_modules');
  await mkdir(packages);
  for (const name of globSync('*', { cwd: 'node_modules' })) {
    await symlink(resolve('node_modules', name), join(packages, name));
  }
  // What earlier builds have drawn and cut, to spare the time. Without it, it is drawn anew.
  for (const kept of ['fonts', 'og']) {
    const from = join('node_modules/.astro', kept);
    await cp(from, join(packages, '.astro', kept), { recursive: true }).catch(() => undefined);
  }
}

/** Where programs are, and what day it is to this one: set by `npm run test:on`, or by faketime. */
function machine(): NodeJS.ProcessEnv {
  const passedOn = /^(PATH|NODE_OPTIONS|NODE_COMPILE_CACHE|CLOCK_AHEAD|LD_PRELOAD|FAKETIME.*)$/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => passedOn.test(name)));
}

function build(root: string, env: Readonly<Record<string, string>>): Promise<Build> {
  const { promise, resolve: ended } = Promise.withResolvers<Build>();
  execFile(
    process.execPath,
    [resolve('node_modules/astro/bin/astro.mjs'), 'build'],
    {
      cwd: root,
      env: { ...machine(), NO_COLOR: '1', ASTRO_TELEMETRY_DISABLED: '1', ...env },
    },
    (error, stdout, stderr) => ended({ code: error?.code ?? 0, output: stdout + stderr }),
  );
  return promise;
}
