import { once } from 'node:events';
import { readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import type { BuiltSite } from '../built-site.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'application/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/vnd.microsoft.icon',
  '.avif': 'image/avif',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
  '.csv': 'text/csv; charset=utf-8',
  '.xml': 'application/xml',
  '.txt': 'text/plain; charset=utf-8',
};

const isFile = (path: string) =>
  stat(path).then(
    (found) => found.isFile(),
    () => false,
  );

/**
 * Serves `site` as GitHub Pages does while `use` runs: no header but the type, a folder's page below
 * its slash, a redirect to it without, and the site's own page where there is none.
 */
export async function servePlainly(
  site: BuiltSite,
  use: (origin: string) => Promise<void>,
): Promise<void> {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const inside = pathname.startsWith(site.base) ? pathname.slice(site.base.length) : undefined;
    const file = join(site.folder, inside ?? '', pathname.endsWith('/') ? 'index.html' : '');
    if (inside !== undefined && (await isFile(file))) {
      response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? '' });
      response.end(await readFile(file));
    } else if (inside !== undefined && (await isFile(join(file, 'index.html')))) {
      response.writeHead(301, { location: `${pathname}/` }).end();
    } else {
      response.writeHead(404, { 'content-type': TYPES['.html'] });
      response.end(await readFile(join(site.folder, '404.html')));
    }
  }).listen(0, 'localhost');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('There is no port.');
  try {
    await use(`http://localhost:${address.port}`);
  } finally {
    server.close();
    server.closeAllConnections();
  }
}
