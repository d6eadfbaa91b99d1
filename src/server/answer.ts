import type { Headers } from './header-rules.ts';

/** What is sent back, apart from the headers that every answer of the site gets. */
export interface Answer {
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

/** An answer without a body, such as "not modified". */
export function bare(status: number, kind: Answer['kind'], headers: Headers): Answer {
  return { status, kind, headers, body: NO_BODY };
}

/** An answer of one plain sentence, for a request that no browser in order sends. */
export function plain(status: number, sentence: string, headers: Headers = {}): Answer {
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
