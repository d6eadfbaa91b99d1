import type { IncomingMessage } from 'node:http';

/** What came of reading the body of a request. */
export type RequestBody =
  | { readonly kind: 'whole'; readonly bytes: Buffer }
  | { readonly kind: 'too-large' }
  /** The client went away before it had sent everything. */
  | { readonly kind: 'gone' };

/**
 * Reads the body of a request. No more than the limit is ever held in memory: what comes after it
 * is thrown away while the response goes out, because a connection closed under a client that still
 * sends may lose the response. The server's `requestTimeout` ends a body that never ends.
 *
 * @param limit in bytes
 */
export function readBody(request: IncomingMessage, limit: number): Promise<RequestBody> {
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
