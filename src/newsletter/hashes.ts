import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { isIPv6 } from 'node:net';

/** Hashes that only whoever has the key can make, in hexadecimal digits (HMAC-SHA256, RFC 2104). */
export interface KeyedHashes {
  /** Of an email address, whatever its case. */
  address(email: string): string;
  /** Of a network: an IPv4 address, or the /64 of an IPv6 one, which is what a household gets. */
  network(ip: string): string;
  /** What an unsubscribe link holds. It needs no row in any table, so it never expires. */
  unsubscribeToken(addressHash: string): string;
  /** The hash of the address that a token is for; undefined for a token that we never made. */
  readUnsubscribeToken(token: string): string | undefined;
}

/** The hashes under `key`. Each kind has a prefix, so that none can be taken for another. */
export function keyedHashes(key: string): KeyedHashes {
  const mac = (text: string) => createHmac('sha256', key).update(text).digest();
  const seal = (hash: string) => mac(`unsubscribe:${hash}`).subarray(0, 16);
  return {
    address: (email) => mac(`address:${email.toLowerCase()}`).toString('hex'),
    network: (ip) => mac(`network:${networkPart(ip)}`).toString('hex'),
    unsubscribeToken: (hash) =>
      Buffer.concat([Buffer.from(hash, 'hex'), seal(hash)]).toString('base64url'),
    readUnsubscribeToken: (token) => {
      const bytes = Buffer.from(token, 'base64url');
      if (bytes.length !== 48 || bytes.toString('base64url') !== token) return undefined;
      const hash = bytes.subarray(0, 32).toString('hex');
      return timingSafeEqual(bytes.subarray(32), seal(hash)) ? hash : undefined;
    },
  };
}

/** An address as its owner shares it with others of the same household or office. */
function networkPart(ip: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip)?.[1];
  if (mapped !== undefined) return mapped;
  if (!isIPv6(ip)) return ip;
  const [head = '', tail] = (ip.split('%')[0] ?? '').split('::');
  const groups = (text: string) => (text === '' ? [] : text.split(':'));
  const [first, last] = [groups(head), groups(tail ?? '')];
  const zeros = tail === undefined ? 0 : 8 - first.length - last.length;
  return [...first, ...Array<string>(zeros).fill('0'), ...last]
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}

/** A token to confirm with: 32 random bytes in base64url, and the hash to know it by. */
export function newToken(): { readonly token: string; readonly hash: string } {
  const token = randomBytes(32).toString('base64url');
  return { token, hash: hashToken(token) };
}

/** SHA-256 of a token, in hexadecimal digits. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
