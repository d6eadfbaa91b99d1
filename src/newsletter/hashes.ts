import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';
import { mailboxOf } from './mailbox.ts';
import { networksOf } from './network.ts';

/** Hashes that nobody can compute, and so nobody can look up, without the owner's key. */
export interface KeyedHashes {
  /** Of an address, in any case: who has unsubscribed as Ada@… does not want mail as ada@… either. */
  readonly address: (email: string) => string;
  /** Of the mailbox that an address leads to, by whatever plus or dot spelling. */
  readonly mailbox: (email: string) => string;
  /** Of a network: an IPv4 address, or the /64 of an IPv6 one, which is what a household gets. */
  readonly network: (ip: string) => string;
  /** A token for the link to unsubscribe, which never expires and needs no row in the store. */
  readonly unsubscribeToken: (addressHash: string) => string;
  /** The hash of the address that a token was made for; undefined where it was not made here. */
  readonly readUnsubscribeToken: (token: string) => string | undefined;
  /** The Message-ID (RFC 5322, section 3.6.4) of a line of the outbox, the same whenever it is sent. */
  readonly messageId: (line: string, host: string) => string;
  /** The part before the `@` of the Message-ID of a letter to a person (the hash of an address). */
  readonly letterMessage: (letter: string, person: string) => string;
  /** An address that only who has the key can read again (AES-256-GCM), as base64url. */
  readonly seal: (email: string) => string;
  /** The address that was sealed. Throws an Error where it was not sealed with this key. */
  readonly unseal: (sealed: string) => string;
}

const HASH_BYTES = 32;
// Half of the MAC is enough (RFC 2104, section 5), and 48 bytes fill their 64 letters to the last bit.
const MAC_BYTES = 16;
// What NIST SP 800-38D recommends for GCM.
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Makes the hashes that depend on a key: HMAC-SHA256 in hexadecimal digits, a different one for each
 * purpose. The store is worth nothing without the same key.
 */
export function keyedHashes(key: string): KeyedHashes {
  const hmac = (purpose: string, text: string): Buffer =>
    createHmac('sha256', key).update(`${purpose}\0${text}`).digest();
  const sign = (hash: Buffer): Buffer =>
    hmac('unsubscribe', hash.toString('hex')).subarray(0, MAC_BYTES);

  const message = (line: string): string =>
    hmac('message', line).subarray(0, MAC_BYTES).toString('hex');

  const sealingKey = hmac('seal', '');

  return {
    mailbox: (email) => hmac('mailbox', mailboxOf(email)).toString('hex'),
    messageId: (line, host) => `<${message(line)}@${host}>`,
    // No line of the outbox is called so.
    letterMessage: (letter, person) => message(`letter ${letter} ${person}`),
    address: (email) => hmac('address', email.toLowerCase()).toString('hex'),
    network: (ip) => hmac('network', networksOf(ip).household).toString('hex'),
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
    seal(email) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', sealingKey, nonce);
      const bytes = [nonce, cipher.update(email, 'utf8'), cipher.final(), cipher.getAuthTag()];
      return Buffer.concat(bytes).toString('base64url');
    },
    unseal(sealed) {
      const bytes = Buffer.from(sealed, 'base64url');
      const [nonce, text] = [
        bytes.subarray(0, NONCE_BYTES),
        bytes.subarray(NONCE_BYTES, -TAG_BYTES),
      ];
      const cipher = createDecipheriv('aes-256-gcm', sealingKey, nonce);
      cipher.setAuthTag(bytes.subarray(-TAG_BYTES));
      return Buffer.concat([cipher.update(text), cipher.final()]).toString('utf8');
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
