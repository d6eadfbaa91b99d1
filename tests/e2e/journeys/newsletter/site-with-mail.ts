import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type Inbox, openInbox } from '../../../unit/newsletter/delivery/inbox.ts';
import { builtSite } from '../../built-site.ts';

const ROOT = fileURLToPath(new URL('../../../..', import.meta.url));

/** The site under test with a list of its own, and the inbox of everybody it writes to. */
export interface SiteWithMail extends AsyncDisposable {
  /** The address of the home page. */
  readonly home: string;
  readonly inbox: Inbox;
  /** The folder of the list. */
  readonly data: string;
  /** Runs `npm run newsletter` with these words beside the server; what it printed, once it ended well. */
  readonly command: (...words: readonly string[]) => Promise<string>;
}

const run = promisify(execFile);

/** Serves the site under test beside a real mail server, each on a free port. */
export async function siteWithMail(
  env: Readonly<Record<string, string>> = {},
): Promise<SiteWithMail> {
  const inbox = await openInbox();
  const folder = await mkdtemp(join(tmpdir(), 'second-thoughts-letters-'));
  const port = await freePort();
  const home = `http://localhost:${port}${builtSite().base}`;
  const data = join(folder, 'data');
  const all = {
    ...process.env,
    ...{ PORT: String(port), HOST: 'localhost', SITE_URL: home, SITE_FOLDER: builtSite().folder },
    ...{ DATA_DIR: data, SMTP_URL: inbox.url },
    ...env,
  };
  const server = spawn(process.execPath, ['src/server/main.ts', builtSite().folder], {
    cwd: ROOT,
    env: all,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(server.stdout, 'data');
  return {
    home,
    inbox,
    data,
    command: async (...words) => {
      const main = ['src/newsletter/command/main.ts', ...words];
      const { stdout } = await run(process.execPath, main, { cwd: ROOT, env: all });
      return stdout;
    },
    [Symbol.asyncDispose]: async () => {
      server.kill('SIGTERM');
      if (server.exitCode === null) await once(server, 'exit');
      await inbox.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, 'localhost');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  return typeof address === 'object' ? (address?.port ?? 0) : 0;
}
