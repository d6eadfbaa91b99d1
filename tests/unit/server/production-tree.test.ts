import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it, vi } from 'vitest';
import { z } from 'zod';
import { signUp, siteFolder, startSite } from '../newsletter/process/site-process.ts';

const run = promisify(execFile);

// Copies a hundred megabytes and starts processes.
vi.setConfig({ testTimeout: 120_000 });

const PROJECT = fileURLToPath(new URL('../../../', import.meta.url));

/** What of package-lock.json says which packages are tools (npm docs, "package-lock.json"). */
const lockfile = z.object({
  packages: z.record(
    z.string(),
    z.object({
      dev: z.boolean().optional(),
      optional: z.boolean().optional(),
      devOptional: z.boolean().optional(),
    }),
  ),
});

/** The folders that `npm ci --omit=dev` installs, such as `node_modules/zod`. */
async function packagesOfAServer(): Promise<string[]> {
  const { packages } = lockfile.parse(
    JSON.parse(await readFile(join(PROJECT, 'package-lock.json'), 'utf8')),
  );
  return Object.entries(packages)
    .filter(([path, { dev, devOptional }]) => path !== '' && !dev && !devOptional)
    .map(([path]) => path);
}

/**
 * A folder as on a server: the project's own files, the packages that are no tools, and in `dist/`
 * a small site that was built elsewhere. It goes away with the test.
 */
async function serverFolder(): Promise<string> {
  const root = await siteFolder();
  for (const name of ['src', 'content', 'package.json']) {
    await cp(join(PROJECT, name), join(root, name), { recursive: true });
  }
  for (const path of await packagesOfAServer()) {
    const installed = join(PROJECT, path);
    // Packages for other platforms are in the lockfile alone.
    if (!existsSync(installed)) continue;
    await mkdir(join(root, path, '..'), { recursive: true });
    await cp(installed, join(root, path), { recursive: true });
  }
  return root;
}

it('without the tools, the site is served, people sign up, and the owner sees them', async () => {
  const root = await serverFolder();
  expect(existsSync(join(root, 'node_modules/astro'))).toBe(false);
  const node = join(root, 'node_modules/node/bin/node');
  expect((await run(node, ['--version'])).stdout).toMatch(/^v24\./);

  const env = { CONTENT_DIR: join(root, 'content') };
  const site = await startSite(root, env, join(root, 'src/server/main.ts'));
  expect((await fetch(`${site.home}newsletter/confirm/`)).status).toBe(200);
  expect((await fetch(`${site.home}health/`, { method: 'HEAD' })).status).toBe(200);
  expect(await signUp(site.home, 'ada@example.com')).toBe(303);
  await vi.waitFor(() => expect(site.output()).toContain('Its link: http'), { timeout: 30_000 });
  site.process.kill('SIGTERM');
  await site.ended;

  const { stdout } = await run(node, [join(root, 'src/newsletter/command/main.ts'), 'stats'], {
    cwd: root,
    env: { ...process.env, DATA_DIR: join(root, 'data') },
  });
  expect(stdout).toMatch(/\b1\b/);
});

it('what runs after the installation is plain JavaScript, and leaves a server alone', async () => {
  const { scripts } = z
    .object({ scripts: z.object({ postinstall: z.string() }) })
    .parse(JSON.parse(await readFile(join(PROJECT, 'package.json'), 'utf8')));
  const [program, file = '', ...more] = scripts.postinstall.split(' ');
  expect([program, more]).toEqual(['node', []]);
  expect(file).toMatch(/\.mjs$/);

  const npm = fileURLToPath(new URL('asked-npm.mjs', import.meta.url));
  const asked = async (agent: string, omit: string): Promise<string> => {
    const env = { npm_config_user_agent: agent, npm_config_omit: omit, npm_execpath: npm };
    return (await run(process.execPath, [join(PROJECT, file)], { env })).stdout;
  };
  const again = /^install --no-save /;
  expect(await asked('npm/9.9.4 node/v18.20.8 linux x64', '')).toMatch(again);
  expect(await asked('npm/10.8.2 node/v20.18.3 linux x64', 'optional')).toMatch(again);
  expect(await asked('npm/10.8.2 node/v20.19.0 linux x64', '')).toBe('');
  expect(await asked('npm/11.6.0 node/v24.11.0 linux x64', '')).toBe('');
  expect(await asked('npm/9.9.4 node/v18.20.8 linux x64', 'dev')).toBe('');
  expect(await asked('npm/9.9.4 node/v18.20.8 linux x64', 'optional\n\ndev')).toBe('');
});
