import type { IncomingMessage } from 'node:http';
import type { Answer } from './answer.ts';

/** A web-standard handler of some requests. */
export interface Service {
  /** Whether requests of this method and path, base path included, are for it. */
  readonly wants: (method: string, path: string) => boolean;
  /** `network` is the address that the request came from. */
  readonly answer: (request: Request, network: string) => Promise<Response>;
  /** The header in which a reverse proxy names its clients, in lower case. */
  readonly clientAddressHeader: string | undefined;
}

/** What a service answers to a request of Node's, whose body was read. */
export async function serviceAnswer(
  { answer, clientAddressHeader }: Service,
  request: IncomingMessage,
  body: Buffer,
): Promise<Answer> {
  const { method = 'GET', url = '/', headers } = request;
  const given = new Headers();
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) given.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  // Its host is looked at by nobody: links are made of the configured address.
  const asked = new Request(new URL(url, 'http://site.invalid'), {
    method,
    headers: given,
    ...(method !== 'GET' && { body: new Uint8Array(body) }),
  });
  const response = await answer(asked, networkOf(request, clientAddressHeader));
  const bytes = Buffer.from(await response.arrayBuffer());
  return {
    status: response.status,
    kind: 'other',
    headers: {
      ...Object.fromEntries(response.headers),
      'content-length': String(bytes.length),
    },
    body: bytes,
  };
}

/**
 * The address that a request came from. Behind a reverse proxy it is the last one in the header
 * that the proxy writes, where `header` names it; a client could write any other part itself.
 */
function networkOf({ headers, socket }: IncomingMessage, header?: string): string {
  const named = header === undefined ? undefined : headers[header];
  const last = String(named ?? '')
    .split(',')
    .at(-1)
    ?.trim();
  return last || (socket.remoteAddress ?? '');
}
