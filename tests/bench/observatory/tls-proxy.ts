import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, request, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
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

/**
 * Puts a reverse proxy with a certificate of its own before the site at `home`, as nginx or Caddy
 * would stand there, on free ports of localhost.
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
  const proxy = createTlsServer(
    { key: await readFile(key), cert: await readFile(certificate) },
    (asked, answer) => {
      const { method, headers, url } = asked;
      const onwards = request(new URL(url ?? '/', home), { method, headers }, (response) => {
        answer.writeHead(response.statusCode ?? 502, response.headers);
        response.pipe(answer);
      });
      onwards.on('error', () => answer.destroy());
      asked.pipe(onwards);
    },
  );
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
      for (const server of [proxy, redirect]) {
        server.close();
        server.closeAllConnections();
      }
    },
  };
}

async function listen(server: Server): Promise<number> {
  server.listen(0, 'localhost');
  await once(server, 'listening');
  const address = server.address();
  if (typeof address === 'object' && address !== null) return address.port;
  throw new Error('The proxy has no port.');
}
