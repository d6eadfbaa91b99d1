import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import { onTestFinished } from 'vitest';

/** A request as a stub got it. */
export interface Got {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly data: Readonly<Record<string, unknown>>;
}

/** What a stub says to it. */
export interface Said {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly data?: unknown;
  /** Sent as it is, in place of `data`. */
  readonly text?: string;
}

/** A provider's interface over real HTTP, until the test ends; its address and what it got. */
export async function stub(say: (got: Got) => Said) {
  const got: Got[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const { method = '', url: path = '', headers } = request;
    const body = String(Buffer.concat(chunks));
    const asked = { method, path, headers, data: body === '' ? {} : JSON.parse(body) };
    got.push(asked);
    const { status, headers: extra = {}, data, text } = say(asked);
    response.writeHead(status, { 'content-type': 'application/json', ...extra });
    response.end(text ?? (data === undefined ? '' : JSON.stringify(data)));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  return { url: `http://127.0.0.1:${port}`, got };
}
