import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseSiteUrl } from '../../../src/site/site-url.ts';
import { copySite } from '../../site-copy.ts';
import type { BuiltSite } from '../built-site.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** A site built from other content or for another address than the one under test. */
export interface OtherSite extends BuiltSite, AsyncDisposable {
  readonly env: Readonly<Record<string, string>>;
  /** What the build said. */
  readonly output: string;
}

/**
 * Builds a copy of the site with `env` (such as SITE_URL), and the articles of `folders` besides its
 * own.
 */
export async function buildOther(
  env: Readonly<Record<string, string>>,
  folders: readonly string[] = [],
): Promise<OtherSite> {
  const copy = await copySite();
  for (const folder of folders) await copy.add(folder, 'content/articles');
  const { code, output } = await copy.build(env);
  if (code !== 0) throw new Error(output);
  return {
    folder: `${copy.root}/dist`,
    env,
    output,
    ...parseSiteUrl(env['SITE_URL']),
    [Symbol.asyncDispose]: () => copy[Symbol.asyncDispose](),
  };
}

/** Our server of another site: where it listens. It ends when it is disposed of. */
export interface OtherServer extends AsyncDisposable {
  readonly origin: string;
}

/** Serves `site` on a free port. */
export async function serveOther(site: OtherSite): Promise<OtherServer> {
  const server = spawn(process.execPath, ['src/server/main.ts', site.folder], {
    cwd: root,
    // The address of the site under test is not that of this one.
    env: { ...process.env, SITE_URL: '', ...site.env, PORT: '0', HOST: 'localhost' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return {
    origin: await originOf(server.stdout),
    [Symbol.asyncDispose]: async () => {
      server.kill('SIGTERM');
      if (server.exitCode === null) await once(server, 'exit');
    },
  };
}

/** The origin that the server says it listens at. */
async function originOf(output: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface(output)) {
    const address = line.match(/https?:\/\/\S+/)?.[0];
    if (address) return new URL(address).origin;
  }
  throw new Error('The server ended without saying where it listens.');
}
