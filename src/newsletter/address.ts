import { domainToASCII } from 'node:url';
import { z } from 'zod';

/** Most characters before the @ and in all (RFC 5321, sections 4.5.3.1.1 and 4.5.3.1.3). */
const MOST = { local: 64, whole: 254 };

/** What can be wrong with an address, as a person would call it. */
export const ADDRESS_MISTAKES = [
  'missing',
  'no-at',
  'several',
  'space',
  'domain',
  'too-long',
  'malformed',
] as const;

/** One of them. */
export type AddressMistake = (typeof ADDRESS_MISTAKES)[number];

/** An address to write to, or what keeps it from being one. */
export type ParsedAddress =
  | { readonly kind: 'address'; readonly email: string }
  | { readonly kind: 'mistake'; readonly mistake: AddressMistake };

const wrong = (mistake: AddressMistake): ParsedAddress => ({ kind: 'mistake', mistake });

/**
 * Reads an email address as somebody typed it. The domain comes out in lower case and in ASCII
 * (RFC 5891); what stands before the @ stays as it is.
 */
export function parseAddress(text: string): ParsedAddress {
  const typed = text.trim();
  if (typed === '') return wrong('missing');
  if (/\p{Cc}/u.test(typed)) return wrong('malformed');
  if (/\s/.test(typed)) return wrong(typed.split('@').length > 2 ? 'several' : 'space');
  const [local = '', domain = '', ...more] = typed.split('@');
  if (more.length > 0 || /[,;]/.test(typed)) return wrong('several');
  if (!typed.includes('@')) return wrong('no-at');
  const ascii = domainToASCII(domain).toLowerCase();
  if (!/\./.test(ascii) || /^\.|\.\.|\.$/.test(ascii)) return wrong('domain');
  const email = `${local}@${ascii}`;
  if (local.length > MOST.local || email.length > MOST.whole) return wrong('too-long');
  return z.email().safeParse(email).success ? { kind: 'address', email } : wrong('malformed');
}
