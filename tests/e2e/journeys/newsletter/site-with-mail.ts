import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Inbox, openInbox } from '../../../unit/newsletter/delivery/inbox.ts';
import { builtSite } from '../../built-site.ts';

const ROOT = fileURLToPath(new URL('../../../..', import.meta.url));

/** The site under test with a list of its own, and the inbox of everybody it writes to. */
export interface SiteWithMail extends AsyncDisposable {
  /** The address of the home page. */
  readonly home: string;
  readonly inbox: Inbox;
}

/** Serves the site under test beside a real mail server, each on a free port. */
export async function siteWithMail(
  env: Readonly<Record<string, string>> = {},
): Promise<SiteWithMail> {
  const inbox = await openInbox();
  const folder = await mkdtemp(join(tmpdir(), 'second-thoughts-letters-'));
  const port = await freePort();
  const home = `http://localhost:${port}${builtSite().base}`;
  const server = spawn(process.execPath, ['src/server/main.ts', builtSite().folder], {
    cwd: ROOT,
    env: {
      ...process.env,
      ...{ PORT: String(port), HOST: 'localhost', SITE_URL: home },
      ...{ DATA_DIR: join(folder, 'data'), SMTP_URL: inbox.url },
      ...env,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(server.stdout, 'data');
  return {
    home,
    inbox,
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
