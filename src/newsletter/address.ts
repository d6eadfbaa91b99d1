import { domainToASCII } from 'node:url';

/** What is wrong with an address, as a person would say it. Each has a page of its own. */
export const MISTAKES = [
  'missing',
  'no-at',
  'space',
  'several',
  'domain',
  'too-long',
  'malformed',
] as const;

export type AddressMistake = (typeof MISTAKES)[number];

/** What somebody typed: an address to which mail can be sent, or why it is none. */
export type ParsedAddress =
  | { readonly kind: 'address'; readonly email: string }
  | { readonly kind: 'mistake'; readonly mistake: AddressMistake };

// RFC 5321, 4.5.3.1.1, and 4.5.3.1.3 less the two angle brackets.
const LONGEST_LOCAL_PART = 64;
const LONGEST_ADDRESS = 254;

// Copying from a web page or a chat brings invisible characters along.
const AROUND = /^[\s\u200b-\u200f\u202a-\u202e\u2060]+|[\s\u200b-\u200f\u202a-\u202e\u2060]+$/g;

// domainToASCII reads these as the parts of a URL and keeps only the host.
const NEVER_IN_A_DOMAIN = /[\p{Cc}/\\?#:@%[\]<>]/u;

// Host names by RFC 1123 with a top level of letters, or a punycoded one (RFC 5891).
const LABEL = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?';
const HOST = new RegExp(`^(?:${LABEL}\\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{0,58}[a-z0-9])$`);

// Dot-string of RFC 5321, section 4.1.2, with the atom characters of RFC 5322, section 3.2.3. Quoted
// local parts (`"a b"@…`) are left out: nobody's mailbox has one, and mail programs misread them.
const ATOM = "[\\w!#$%&'*+/=?^`{|}~-]+";
const LOCAL_PART = new RegExp(`^${ATOM}(?:\\.${ATOM})*$`);

// RFC 2047, section 5, forbids encoded words in an address, where they are all atom characters.
// Programs that decode them all the same read another address than the one that was checked.
const ENCODED_WORD = /=\?[^?]*\?[bq]\?[^?]*\?=/i;

/** The domain in ASCII and lower case; undefined where no mail server can have this name. */
function parseDomain(text: string): string | undefined {
  if (NEVER_IN_A_DOMAIN.test(text)) return undefined;
  const domain = domainToASCII(text);
  return HOST.test(domain) ? domain : undefined;
}

/**
 * Reads what somebody typed as an email address. The domain comes back in ASCII and lower case, the
 * part before it as it was typed: only the receiving server knows what that means, so a `%`, `!` or
 * `=` in it routes nothing here.
 */
export function parseAddress(text: string): ParsedAddress {
  const mistake = (kind: AddressMistake): ParsedAddress => ({ kind: 'mistake', mistake: kind });

  const typed = text.replace(AROUND, '');
  if (typed === '') return mistake('missing');
  if (typed.length > LONGEST_ADDRESS) return mistake('too-long');

  const [local, rest, ...more] = typed.split('@');
  if (local === undefined || rest === undefined) return mistake('no-at');
  if (more.length > 0) return mistake('several');
  if (/\s/.test(typed)) return mistake('space');

  const domain = parseDomain(rest);
  if (domain === undefined) return mistake('domain');
  const email = `${local}@${domain}`;
  if (local.length > LONGEST_LOCAL_PART || email.length > LONGEST_ADDRESS) {
    return mistake('too-long');
  }
  if (!LOCAL_PART.test(local) || ENCODED_WORD.test(local)) return mistake('malformed');
  return { kind: 'address', email };
}
