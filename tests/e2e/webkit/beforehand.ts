import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';

/** A server between the browser and the site. */
export interface Beforehand extends AsyncDisposable {
  readonly origin: string;
  /** Programs that each page from now on runs before its own. */
  readonly scripts: string[];
}

/** The text of a program that calls `code` with `arg`. */
export const asProgram = (code: (arg: never) => unknown, arg?: unknown): string =>
  `(${code})(${JSON.stringify(arg)});`;

/** `page` with `code` as its first script, which its security policy allows. */
async function withScript(page: IncomingMessage, code: string, response: ServerResponse) {
  const first = `document.currentScript.remove();\n${code}`;
  const hash = createHash('sha256').update(first).digest('base64');
  const policy = page.headers['content-security-policy'];
  // The page is another one in the next test, so nothing may take it for one that it has.
  const { etag: _, 'content-length': __, ...headers } = page.headers;
  response.writeHead(page.statusCode ?? 502, {
    ...headers,
    ...(policy && {
      'content-security-policy': String(policy).replace(/script-src/, `$& 'sha256-${hash}'`),
    }),
  });
  response.end((await text(page)).replace('<head>', () => `<head><script>${first}</script>`));
}

/**
 * Serves what `origin` does, with scripts before those of each page, since W3C WebDriver runs none
 * there.
 */
export async function standBefore(origin: string): Promise<Beforehand> {
  const scripts: string[] = [];
  const server = createServer((asked, response) => {
    const { method, headers } = asked;
    const { 'if-none-match': _, ...others } = headers;
    const options = scripts.length > 0 ? { ...others, 'accept-encoding': 'identity' } : headers;
    const onward = request(origin + asked.url, { ...(method && { method }), headers: options });
    onward.on('error', () => response.destroy());
    onward.on('response', (page) => {
      const isPage = page.headers['content-type']?.startsWith('text/html');
      if (isPage && scripts.length > 0) {
        withScript(page, scripts.join('\n'), response).catch(() => response.destroy());
        return;
      }
      response.writeHead(page.statusCode ?? 502, page.headers);
      page.pipe(response);
    });
    asked.pipe(onward);
  });
  server.listen(0, 'localhost');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('There is no free port.');
  return {
    origin: `http://localhost:${address.port}`,
    scripts,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
