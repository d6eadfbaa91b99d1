/** Where the site lives on the web. */
export interface SiteUrl {
  /** Scheme, host and port without a slash at the end, such as `https://example.com`. */
  readonly origin: string;
  /** The path that every address of the site starts with: `/`, or `/some/path/`. */
  readonly base: string;
}

const EXAMPLES = 'such as https://example.com/ or https://example.com/some/path/';

/**
 * Reads the public address of the site as the owner wrote it in `SITE_URL`.
 *
 * @param value the text of the variable; nothing or an empty text means `fallback`
 * @param fallback the address where the site runs on one's own machine
 * @throws Error with one sentence that names `SITE_URL`, what was found and what is allowed
 */
export function parseSiteUrl(
  value: string | undefined,
  fallback = 'http://localhost:4321/',
): SiteUrl {
  const text = value?.trim() || fallback;
  const refuse = (rule: string): never => {
    throw new Error(`SITE_URL is ${JSON.stringify(text)}. ${rule}, ${EXAMPLES}.`);
  };

  const url = URL.parse(text);
  if (url === null || !/^https?:\/\//i.test(text)) {
    return refuse('It should be a whole address that starts with https:// or http://');
  }
  if (url.username !== '' || url.password !== '') {
    return refuse('It should hold no user name and no password');
  }
  if (/[?#]/.test(text)) return refuse('It should end after the path, without "?" or "#"');

  // Plain characters only: a base is compared with, and written into, addresses without escaping.
  if (url.pathname.includes('//') || !/^[\w.~/-]*$/.test(url.pathname)) {
    return refuse('Its path should hold only letters, digits and - . _ ~ between single slashes');
  }
  return {
    origin: url.origin,
    base: url.pathname.endsWith('/') ? url.pathname : `${url.pathname}/`,
  };
}
