import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { isIPv4, isIPv6 } from 'node:net';

/** Hashes that nobody can compute, and so nobody can look up, without the owner's key. */
export interface KeyedHashes {
  /** Of an address, in any case: who has unsubscribed as Ada@… does not want mail as ada@… either. */
  readonly address: (email: string) => string;
  /** Of a network: an IPv4 address, or the /64 of an IPv6 one, which is what a household gets. */
  readonly network: (ip: string) => string;
  /** A token for the link to unsubscribe, which never expires and needs no row in the store. */
  readonly unsubscribeToken: (addressHash: string) => string;
  /** The hash of the address that a token was made for; undefined where it was not made here. */
  readonly readUnsubscribeToken: (token: string) => string | undefined;
}

const HASH_BYTES = 32;
// Half of the MAC is enough (RFC 2104, section 5), and 48 bytes fill their 64 letters to the last bit.
const MAC_BYTES = 16;

/** The eight groups of an IPv6 address as hexadecimal digits. */
function groupsOf(ip: string): readonly string[] {
  // The URL parser writes every address in one way (RFC 5952). It refuses zones such as %eth0.
  const canonical = new URL(`http://[${ip.replace(/%.*$/, '')}]/`).hostname.slice(1, -1);
  const [before = '', after] = canonical.split('::');
  const head = before === '' ? [] : before.split(':');
  if (after === undefined) return head;
  const tail = after === '' ? [] : after.split(':');
  return [...head, ...Array<string>(8 - head.length - tail.length).fill('0'), ...tail];
}

function networkOf(ip: string): string {
  if (isIPv4(ip)) return ip;
  if (!isIPv6(ip)) return 'unknown';
  const groups = groupsOf(ip);
  // An IPv4 client of a server that listens on both (RFC 4291, 2.5.5.2).
  if (groups.slice(0, 6).join() === '0,0,0,0,0,ffff') {
    const numbers = groups.slice(6).map((group) => Number.parseInt(group, 16));
    return numbers.flatMap((number) => [number >> 8, number & 255]).join('.');
  }
  return groups.slice(0, 4).join(':');
}

/**
 * Makes the hashes that depend on a key: HMAC-SHA256 in hexadecimal digits, a different one for each
 * purpose. The store is worth nothing without the same key.
 */
export function keyedHashes(key: string): KeyedHashes {
  const hmac = (purpose: string, text: string): Buffer =>
    createHmac('sha256', key).update(`${purpose}\0${text}`).digest();
  const sign = (hash: Buffer): Buffer =>
    hmac('unsubscribe', hash.toString('hex')).subarray(0, MAC_BYTES);

  return {
    address: (email) => hmac('address', email.toLowerCase()).toString('hex'),
    network: (ip) => hmac('network', networkOf(ip)).toString('hex'),
    unsubscribeToken(addressHash) {
      const hash = Buffer.from(addressHash, 'hex');
      return Buffer.concat([hash, sign(hash)]).toString('base64url');
    },
    readUnsubscribeToken(token) {
      if (!/^[\w-]{64}$/.test(token)) return undefined;
      const bytes = Buffer.from(token, 'base64url');
      const hash = bytes.subarray(0, HASH_BYTES);
      return timingSafeEqual(bytes.subarray(HASH_BYTES), sign(hash))
        ? hash.toString('hex')
        : undefined;
    },
  };
}

/** The SHA-256 of a token, in hexadecimal digits: all that is stored of it. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** A secret of 32 random bytes for a link, as base64url, and its hash for the store. */
export function newToken(): { readonly token: string; readonly hash: string } {
  const token = randomBytes(32).toString('base64url');
  return { token, hash: hashToken(token) };
}
