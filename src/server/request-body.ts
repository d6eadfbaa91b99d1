import type { IncomingMessage, ServerResponse } from 'node:http';

/** What came of reading the body of a request. */
export type RequestBody =
  | { readonly kind: 'whole'; readonly bytes: Buffer }
  | { readonly kind: 'too-large' }
  /** The client went away before it had sent everything. */
  | { readonly kind: 'gone' };

/**
 * Reads the body of a request. No more than the limit is ever held in memory: what comes after it
 * is thrown away while the answer goes out, because a connection closed under a client that still
 * sends may lose the answer. The server's `requestTimeout` ends a body that never ends.
 *
 * @param limit in bytes
 */
function readBody(request: IncomingMessage, limit: number): Promise<RequestBody> {
  const { 'content-length': length, 'transfer-encoding': transferEncoding } = request.headers;
  if (transferEncoding === undefined && !Number(length)) {
    return Promise.resolve({ kind: 'whole', bytes: Buffer.alloc(0) });
  }
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let received = 0;
    request.on('data', (chunk: Buffer) => {
      received += chunk.length;
      if (received <= limit) {
        chunks.push(chunk);
      } else {
        chunks.length = 0;
        resolve({ kind: 'too-large' });
      }
    });
    // A promise settles once: the first of these that happens decides.
    request.once('end', () => resolve({ kind: 'whole', bytes: Buffer.concat(chunks) }));
    request.once('error', () => resolve({ kind: 'gone' }));
    request.once('close', () => resolve({ kind: 'gone' }));
  });
}

/**
 * The body of a request, which a client may hold back with the header `Expect` until it is asked
 * for it (RFC 9110, section 10.1.1). Where somebody wants it, it is asked for, unless it is too
 * large by its own account, and expectations nobody has heard of are passed over: a mail program
 * has to get through to a link to leave. Elsewhere such a request is `unmet`, and nothing is read.
 *
 * @param limit in bytes
 */
export async function bodyOf(
  request: IncomingMessage,
  response: ServerResponse,
  limit: number,
  wanted: boolean,
): Promise<RequestBody | { readonly kind: 'unmet' }> {
  const { expect, 'content-length': length } = request.headers;
  if (expect !== undefined) {
    if (!wanted) return { kind: 'unmet' };
    if (Number(length) > limit) return { kind: 'too-large' };
    if (/^100-continue$/i.test(expect.trim())) response.writeContinue();
  }
  return readBody(request, limit);
}
