import { type IncomingHttpHeaders, request } from 'node:http';

/** A response as it came over the line. */
export interface RawResponse {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** The body as it was sent, still compressed. */
  readonly body: Buffer;
}

/**
 * Asks for `address` without following redirects or unpacking the response, so that bytes can be
 * counted as a reader's line carries them.
 */
export function rawRequest(
  address: string,
  {
    method = 'GET',
    headers = {},
  }: { method?: 'GET' | 'HEAD'; headers?: Record<string, string> } = {},
): Promise<RawResponse> {
  return new Promise((resolve, reject) => {
    const sent = request(address, { method, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const { statusCode = 0, headers: received } = response;
        resolve({ status: statusCode, headers: received, body: Buffer.concat(chunks) });
      });
    });
    sent.on('error', reject);
    sent.end();
  });
}
