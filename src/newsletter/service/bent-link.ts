/** The pages that links in mails lead to. */
export type LinkPage = 'confirm' | 'unsubscribe';

/** A link in a mail, as somebody followed it. */
export interface Link {
  readonly page: LinkPage;
  /** Whether its path is the page's own, so that the page itself is what was asked for. */
  readonly straight: boolean;
  /** As we wrote it, and not checked yet; undefined where it cannot be read. */
  readonly token: string | undefined;
}

/** How many characters of base64url (RFC 4648, section 5) the tokens in our links have. */
const TOKEN_LENGTH: Readonly<Record<LinkPage, number>> = { confirm: 43, unsubscribe: 64 };

/** A page's path, and what a mail program may have made of the question mark behind it. */
const PATH = /^newsletter\/(confirm|unsubscribe)(\/?(?:[^\w/-].*)?)$/s;

/** Named characters of HTML that a mail program may have put into a link. */
const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  equals: '=',
  nbsp: ' ',
};

/** Links are encoded once more by each program they pass: more than this is no accident. */
const MOST_ENCODINGS = 4;

const character = (digits: string, base: 10 | 16): string =>
  String.fromCodePoint(Math.min(Number.parseInt(digits, base), 0xff));

/** Without percent-encoding (RFC 3986) and character references of HTML, whole ones or not. */
function decoded(text: string): string {
  let now = text;
  for (let time = 0; time < MOST_ENCODINGS; time += 1) {
    const before = now;
    now = before
      .replace(/%([0-9a-f]{2})/gi, (_, digits: string) => character(digits, 16))
      .replace(/&#x([0-9a-f]{1,6});/gi, (_, digits: string) => character(digits, 16))
      .replace(/&#([0-9]{1,7});/g, (_, digits: string) => character(digits, 10))
      .replace(/&([a-z]{2,6});/gi, (whole, name: string) => NAMED[name.toLowerCase()] ?? whole);
    if (now === before) break;
  }
  return now;
}

/** Without the escapes of quoted-printable (RFC 2045, section 6.7). */
const unquoted = (text: string): string =>
  text.replace(/=([0-9a-f]{2})/gi, (_, digits: string) => character(digits, 16));

/** The token of `length` characters in `text`, which stands behind the path of the page. */
function tokenIn(text: string, length: number): string | undefined {
  const plain = decoded(text);
  const value = /(?:^|[/?&;])t=([^&]*)/i.exec(plain)?.[1] ?? plain;
  // An "=3D" that lost its "=" looks like the token's beginning.
  const token = `(?:t?3D)?([\\w-]{${length}})`;
  const whole = new RegExp(`(?<![\\w-])${token}(?![\\w-])`, 'i');
  const joined = new RegExp(`^${token}$`, 'i');
  const find = (part: string) => whole.exec(part) ?? joined.exec(part.replace(/[^\w-]/g, ''));
  return (find(value) ?? find(unquoted(value)) ?? whole.exec(plain))?.[1];
}

/**
 * Reads a link to confirm or to leave, which mail programs and people who copy it may have bent:
 * signs before or behind the token, an `=3D` for its `=`, encoded once or several times, folded, or
 * with line breaks of quoted-printable in the middle. The token is only found here. Whether it is
 * one of ours is for its reader to check, so a bent one is worth no more than a straight one.
 *
 * @param path as it was asked for, below the base path
 * @param search empty, or `?` and the query, as it was asked for
 * @returns undefined where the path is no such link's
 */
export function readLink(path: string, search: string): Link | undefined {
  const [, page, behind = ''] = PATH.exec(decoded(path)) ?? [];
  if (page !== 'confirm' && page !== 'unsubscribe') return undefined;
  return {
    page,
    straight: behind === '' || behind === '/',
    token: tokenIn(behind + search, TOKEN_LENGTH[page]),
  };
}
