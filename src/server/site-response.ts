import type { Headers } from './header-rules.ts';

/** What is sent back, apart from the headers that every response of the site gets. */
export interface SiteResponse {
  readonly status: number;
  /** `file` for a file of the site or "not modified"; `other` for the rest, as `headersFor` takes it. */
  readonly kind: 'file' | 'other';
  /** Names in lower case. */
  readonly headers: Headers;
  /** Node leaves it out by itself when the method is HEAD. */
  readonly body: Buffer;
}

/** The methods that a static site answers, as the header `Allow` names them. */
export const ALLOWED = 'GET, HEAD';

const NO_BODY = Buffer.alloc(0);

/** A response without a body, such as "not modified". */
export function bare(status: number, kind: SiteResponse['kind'], headers: Headers): SiteResponse {
  return { status, kind, headers, body: NO_BODY };
}

/** A response of one plain sentence, for a request that no browser in order sends. */
export function plain(status: number, sentence: string, headers: Headers = {}): SiteResponse {
  const body = Buffer.from(`${sentence}\n`);
  return {
    status,
    kind: 'other',
    headers: {
      'content-type': 'text/plain; charset=utf-8',
      'content-length': String(body.length),
      'cache-control': 'no-store',
      ...headers,
    },
    body,
  };
}
