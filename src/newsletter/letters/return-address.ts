import { createHmac, timingSafeEqual } from 'node:crypto';

/** Which mail of ours an address of returns was made for. */
export interface Returned {
  /** What `letterTag` makes of the letter's id. */
  readonly letter: string;
  /** How the keyed hash of the person's address begins, in hexadecimal digits. */
  readonly person: string;
}

/**
 * Addresses that say which mail came back, of whatever form the report is that comes to them:
 * variable envelope return paths, `bounces+TOKEN@example.com`. Who has no key can make none.
 */
export interface ReturnAddresses {
  /**
   * The envelope sender of one mail.
   *
   * @param base as `BOUNCE_ADDRESS` has it, with at most 24 characters before the `@`
   * @param letter the letter's id
   * @param person the keyed hash of the address it goes to
   */
  readonly of: (base: string, letter: string, person: string) => string;
  /** What an address was made for, whatever its base and case; undefined where it was not made here. */
  readonly read: (address: string) => Returned | undefined;
  /** What stands for a letter in such addresses: 8 hexadecimal digits. */
  readonly letterTag: (letter: string) => string;
}

// Bytes of each part. A million people share the beginning of a hash with a chance of one in 10^15. A
// forger would have to mail 10^24 reports: half a MAC is what RFC 2104, section 5, asks for at least,
// where guesses are checked as fast as they can be computed.
const LETTER = 4;
const PERSON = 11;
const MAC = 10;

// Servers may change the case of a local part, so it is written in digits and small letters alone.
const RADIX = 36n;
const TOKEN_LENGTH = 39;
const TOKEN = new RegExp(`^[^@]*\\+([0-9a-z]{${TOKEN_LENGTH}})@`);

/** RFC 5321, section 4.5.3.1.1: 64 characters, of which the token and its plus sign take 40. */
export const LONGEST_BASE = 64 - 1 - TOKEN_LENGTH;

const hexOf = (token: string): string =>
  [...token]
    .reduce((number, digit) => number * RADIX + BigInt(Number.parseInt(digit, 36)), 0n)
    .toString(16)
    .padStart(2 * (LETTER + PERSON + MAC), '0');

/** The addresses of returns that belong to a key. */
export function returnAddresses(key: string): ReturnAddresses {
  const hmac = (purpose: string, text: string, bytes: number): Buffer =>
    createHmac('sha256', key).update(`${purpose}\0${text}`).digest().subarray(0, bytes);
  const letterTag = (letter: string): string => hmac('letter', letter, LETTER).toString('hex');
  const sign = (named: string): Buffer => hmac('return', named, MAC);
  return {
    letterTag,
    of(base, letter, person) {
      const named = letterTag(letter) + person.slice(0, 2 * PERSON);
      const number = BigInt(`0x${named}${sign(named).toString('hex')}`);
      const token = number.toString(Number(RADIX)).padStart(TOKEN_LENGTH, '0');
      return base.replace('@', `+${token}@`);
    },
    read(address) {
      const [, token] = TOKEN.exec(address.toLowerCase()) ?? [];
      const hex = token === undefined ? '' : hexOf(token);
      // 39 such digits can say a little more than 25 bytes.
      if (hex.length !== 2 * (LETTER + PERSON + MAC)) return undefined;
      const named = hex.slice(0, 2 * (LETTER + PERSON));
      if (!timingSafeEqual(Buffer.from(hex.slice(named.length), 'hex'), sign(named))) {
        return undefined;
      }
      return { letter: named.slice(0, 2 * LETTER), person: named.slice(2 * LETTER) };
    },
  };
}
