import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, request } from 'node:http';
import { createSecureServer, type ServerHttp2Session } from 'node:http2';
import type { Server } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** A site behind TLS, and what redirects to it. */
export interface TlsProxy {
  readonly httpPort: number;
  readonly httpsPort: number;
  /** The file of the certificate, for clients to trust. */
  readonly certificate: string;
  readonly stop: () => void;
}

/** What concerns one connection alone, and has no place in HTTP/2 (RFC 9113, section 8.2.2). */
const OF_THE_CONNECTION = /^(?::.*|connection|keep-alive|transfer-encoding)$/;

/**
 * Puts a reverse proxy with a certificate of its own before the site at `home`, as nginx or Caddy
 * would stand there, on free ports of localhost. It speaks HTTP/2, and HTTP/1.1 to who asks for it.
 *
 * @param folder for the certificate
 * @throws Error where there is no `openssl` program
 */
export async function serveBehindTls(home: string, folder: string): Promise<TlsProxy> {
  const [key, certificate] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')];
  await promisify(execFile)('openssl', [
    ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=localhost'],
    ...['-addext', 'subjectAltName=DNS:localhost', '-keyout', key, '-out', certificate],
  ]).catch(() => {
    throw new Error('No certificate could be made. Install the program openssl.');
  });
  const proxy = createSecureServer(
    { allowHTTP1: true, key: await readFile(key), cert: await readFile(certificate) },
    (asked, answer) => {
      const { method, url, authority } = asked;
      const headers = { ...passedOn(asked.headers), host: authority || asked.headers.host };
      const onwards = request(new URL(url, home), { method, headers }, (response) => {
        answer.writeHead(response.statusCode ?? 502, passedOn(response.headers));
        response.pipe(answer);
      });
      onwards.on('error', () => answer.stream?.destroy());
      asked.pipe(onwards);
    },
  );
  const sessions = new Set<ServerHttp2Session>();
  proxy.on('session', (session) => {
    sessions.add(session);
    session.on('close', () => sessions.delete(session));
  });
  const httpsPort = await listen(proxy);
  const redirect = createServer((asked, answer) => {
    const location = `https://localhost:${httpsPort}${asked.url ?? '/'}`;
    answer.writeHead(301, { location }).end();
  });
  return {
    httpsPort,
    httpPort: await listen(redirect),
    certificate,
    stop: () => {
      proxy.close();
      for (const session of sessions) session.destroy();
      redirect.close();
      redirect.closeAllConnections();
    },
  };
}

function passedOn<T>(headers: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(
    Object.entries(headers).filter(([name]) => !OF_THE_CONNECTION.test(name)),
  );
}

async function listen(server: Server): Promise<number> {
  server.listen(0, 'localhost');
  await once(server, 'listening');
  const address = server.address();
  if (typeof address === 'object' && address !== null) return address.port;
  throw new Error('The proxy has no port.');
}
