import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { HeaderRule } from '../../../src/build/header-rules.ts';
import type { HostRule } from '../../../src/server/host.ts';
import { LIMITS, type Limits } from '../../../src/server/limits.ts';
import { listen } from '../../../src/server/listen.ts';
import type { Service } from '../../../src/server/service-response.ts';
import { readSite } from '../../../src/server/site.ts';
import { createSiteServer } from '../../../src/server/site-server.ts';

/** The headers that every response must carry in these tests. */
export const SECURITY = {
  'content-security-policy': "default-src 'none'",
  'x-content-type-options': 'nosniff',
} as const;

/** The header rules of a site as its build writes them, of which each is for all responses. */
export const rulesFile = (byPattern: Readonly<Record<string, HeaderRule['headers']>>): string =>
  JSON.stringify(
    Object.entries(byPattern).map(([pattern, headers]) => ({ pattern, filesOnly: false, headers })),
  );

/** Long enough that compressing it pays. */
export const longPage = (title: string): string =>
  `<!doctype html><title>${title}</title>${'<p>You can still change your mind.</p>'.repeat(60)}`;

/** A small site with one file of each kind, and things beside it that nobody may see. */
export const FILES: Readonly<Record<string, string | Buffer>> = {
  'dist/_headers': '/*\n  X-Host: only\n',
  'dist/_headers.json': rulesFile({
    '/*': { 'Content-Security-Policy': "default-src 'none'", 'X-Content-Type-Options': 'nosniff' },
  }),
  'dist/index.html': longPage('Home'),
  'dist/about/index.html': longPage('About'),
  'dist/say-it/by-phone/index.html': longPage('By phone'),
  'dist/404.html': longPage('Nothing here'),
  'dist/feed.xml': `<?xml version="1.0"?><rss version="2.0">${'<item/>'.repeat(50)}</rss>`,
  'dist/_astro/page.D4f9.css': `p { color: red }`.repeat(20),
  'dist/_astro/picture.Ab12.avif': Buffer.alloc(400, 'picture'),
  'dist/tiny.txt': 'ok',
  'dist/.well-known/security.txt': 'Contact: mailto:a@example.com\n'.repeat(4),
  'dist/.env': 'SECRET',
  'secret.txt': 'SECRET',
};

/** Writes files below a new folder that goes away with the test; returns the folder. */
export async function writeFiles(
  files: Readonly<Record<string, string | Buffer>>,
): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'second-thoughts-'));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  for (const [file, content] of Object.entries(files)) {
    const path = join(root, file);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content);
  }
  return root;
}

/** Serves files on a free port until the test ends. */
export async function serve({
  files = FILES,
  base = '/',
  limits = {},
  service,
  knows,
}: {
  files?: Readonly<Record<string, string | Buffer>>;
  base?: string;
  limits?: Partial<Limits>;
  service?: Service;
  knows?: HostRule;
} = {}): Promise<{ readonly port: number; readonly server: Server }> {
  const site = await readSite(join(await writeFiles(files), 'dist'));
  const server = createSiteServer(() => site, base, { ...LIMITS, ...limits }, service, knows);
  const port = await listen(server, 0, '127.0.0.1');
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  return { port, server };
}
