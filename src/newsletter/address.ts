import { domainToASCII } from 'node:url';
import { z } from 'zod';

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

export type Mistake = (typeof MISTAKES)[number];

/** What somebody typed: an address to which mail can be sent, or why it is none. */
export type ParsedAddress =
  | { readonly kind: 'address'; readonly email: string }
  | { readonly kind: 'mistake'; readonly mistake: Mistake };

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

const emailAddress = z.email();

/** The domain in ASCII and lower case; undefined where no mail server can have this name. */
function parseDomain(text: string): string | undefined {
  if (NEVER_IN_A_DOMAIN.test(text)) return undefined;
  const domain = domainToASCII(text);
  return HOST.test(domain) ? domain : undefined;
}

/**
 * Reads what somebody typed as an email address. The domain comes back in ASCII and lower case, the
 * part before it as it was typed: only the receiving server knows what that means.
 */
export function parseAddress(text: string): ParsedAddress {
  const mistake = (kind: Mistake): ParsedAddress => ({ kind: 'mistake', mistake: kind });

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
  // zod refuses punycoded top levels, and the domain was looked at already.
  if (!emailAddress.safeParse(`${local}@example.com`).success) return mistake('malformed');
  return { kind: 'address', email };
}
