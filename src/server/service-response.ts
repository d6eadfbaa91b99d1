import type { IncomingMessage } from 'node:http';
import { clientAddress } from './client-address.ts';
import type { SiteResponse } from './site-response.ts';

/** A web-standard handler of some requests. */
export interface Service {
  /** Whether requests of this method and path, base path included, are for it. */
  readonly wants: (method: string, path: string) => boolean;
  /** `network` is the address that the request came from. */
  readonly respond: (request: Request, network: string) => Promise<Response>;
  /** The header in which a reverse proxy names its clients, in lower case. */
  readonly clientAddressHeader: string | undefined;
}

/** A request of Node's whose body was read, and whose target was found to be in order. */
export interface ServiceRequest {
  readonly request: IncomingMessage;
  /** That of the request, but GET for HEAD: Node leaves the body of the response out by itself. */
  readonly method: string;
  /** Path and query, as they were sent. */
  readonly target: string;
  readonly body: Buffer;
}

/** What a service answers to a request. */
export async function serviceResponse(
  { respond, clientAddressHeader }: Service,
  { request, method, target, body }: ServiceRequest,
): Promise<SiteResponse> {
  const { headers } = request;
  const given = new Headers();
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) given.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  // Its host is looked at by nobody: links are made of the configured address.
  const asked = new Request(`http://site.invalid${target}`, {
    method,
    headers: given,
    ...(method !== 'GET' && { body: new Uint8Array(body) }),
  });
  const response = await respond(asked, clientAddress(request, clientAddressHeader));
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
