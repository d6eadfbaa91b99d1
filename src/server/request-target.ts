import { readHost } from './host.ts';

/** What a request asks for. */
export interface RequestTarget {
  /** Decoded, starts with `/`, holds no dot segment, control character or backslash. */
  readonly path: string;
  /** As it was sent: empty, or `?` and the query. */
  readonly search: string;
  /** Path and query as they were sent; starts with `/`. */
  readonly sent: string;
  /** The host that a whole address names, which counts more than the header `Host`. */
  readonly host: string | undefined;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused
const FORBIDDEN = /[\x00-\x1f\x7f\\]/;

/**
 * Reads the target of a request line (RFC 9112, section 3.2): `/path?query`, or a whole address
 * (`http://host/path`). An encoded slash stays encoded, so that it never divides a path. Undefined
 * for what is neither, and for a path that leads upwards or cannot be decoded.
 */
export function parseRequestTarget(target: string): RequestTarget | undefined {
  const [whole = '', authority] = /^https?:\/\/([^/?#]*)/i.exec(target) ?? [];
  const host = authority === undefined ? undefined : readHost(authority);
  if (authority !== undefined && host === undefined) return undefined;
  const local = target.slice(whole.length);
  const [, path = '', search = ''] = /^([^?#]*)(\?[^#]*)?/.exec(local) ?? [];
  if (!path.startsWith('/') && (path !== '' || local === target)) return undefined;
  const decoded = decode(path);
  if (decoded === undefined || FORBIDDEN.test(decoded)) return undefined;
  if (decoded.split(/\/|%2F/).some((segment) => segment === '..' || segment === '.')) {
    return undefined;
  }
  return { path: decoded || '/', search, sent: (path || '/') + search, host };
}

function decode(path: string): string | undefined {
  try {
    return decodeURIComponent(path.replace(/%2f/gi, '%252F'));
  } catch {
    return undefined;
  }
}
