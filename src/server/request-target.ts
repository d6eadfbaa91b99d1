import { readHost } from './host.ts';

/** What a request asks for. */
export interface PathTarget {
  readonly kind: 'path';
  /** Decoded, starts with `/`, holds no dot segment, control character or backslash. */
  readonly path: string;
  /** As it was sent: empty, or `?` and the query. */
  readonly search: string;
  /** Path and query as they were sent; starts with `/`. */
  readonly sent: string;
  /** The host that a whole address names, which counts more than the header `Host`. */
  readonly host: string | undefined;
}

/** What a request asks for, or the sentence with which it is turned away. */
export type RequestTarget =
  | PathTarget
  | { readonly kind: 'refused'; readonly status: 400 | 414; readonly sentence: string };

// RFC 9110, section 4.1, asks for at least this much. No address of the site comes near it.
const MAX_LENGTH = 8000;

const refused = (sentence: string): RequestTarget => ({ kind: 'refused', status: 400, sentence });

/**
 * Reads the target of a request line (RFC 9112, section 3.2): `/path?query`, or a whole address
 * (`http://host/path`). An encoded slash stays encoded, so that it never divides a path.
 */
export function parseRequestTarget(target: string): RequestTarget {
  if (target.length > MAX_LENGTH) {
    return { kind: 'refused', status: 414, sentence: 'This address is too long.' };
  }
  const [whole = '', authority] = /^https?:\/\/([^/?#]*)/i.exec(target) ?? [];
  const host = authority === undefined ? undefined : readHost(authority);
  if (authority !== undefined && host === undefined) {
    return refused('This address names no host that could be.');
  }
  const local = target.slice(whole.length);
  const [, path = '', search = ''] = /^([^?#]*)(\?[^#]*)?/.exec(local) ?? [];
  if (!path.startsWith('/') && (path !== '' || local === target)) {
    return refused('This address does not start with a slash.');
  }

  let decoded: string;
  try {
    decoded = decodeURIComponent(path.replace(/%2f/gi, '%252F'));
  } catch {
    return refused('This address holds a percent sign that stands for no character.');
  }
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused
  if (/[\x00-\x1f\x7f\\]/.test(decoded)) {
    return refused('This address holds a character that no address may hold.');
  }
  if (decoded.split(/\/|%2F/).some((segment) => segment === '..' || segment === '.')) {
    return refused('This address holds "." or ".." as a part of its path.');
  }
  const sent = (path === '' ? '/' : path) + search;
  return { kind: 'path', path: decoded === '' ? '/' : decoded, search, sent, host };
}
