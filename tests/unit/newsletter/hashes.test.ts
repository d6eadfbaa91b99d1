import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashToken, keyedHashes, newToken } from '../../../src/newsletter/hashes.ts';

const KEY = 'a key that is long enough to be one';
const hashes = keyedHashes(KEY);
const HEX = /^[0-9a-f]{64}$/;

describe('the hash of an address', () => {
  it('is the same in any case, and another one under another key', () => {
    expect(hashes.address('ada@example.com')).toMatch(HEX);
    expect(hashes.address('Ada@Example.com')).toBe(hashes.address('ada@example.com'));
    expect(hashes.address('bob@example.com')).not.toBe(hashes.address('ada@example.com'));
    expect(keyedHashes(`${KEY}.`).address('ada@example.com')).not.toBe(
      hashes.address('ada@example.com'),
    );
  });

  it('is not the hash of a network with the same text', () => {
    expect(hashes.network('192.0.2.1')).not.toBe(hashes.address('192.0.2.1'));
  });
});

describe('the hash of a network', () => {
  it.each([
    ['2001:db8:1:2::1', '2001:db8:1:2:ffff:ffff:ffff:ffff'],
    ['2001:DB8::1', '2001:db8:0:0:0:0:0:2'],
    ['::1', '0:0:0:0:5::'],
    ['fe80::1%eth0', 'fe80::2'],
    ['::ffff:192.0.2.1', '192.0.2.1'],
    ['::ffff:c000:201', '192.0.2.1'],
    ['nonsense', ''],
  ])('is one for %s and %s', (one, other) => {
    expect(hashes.network(one)).toMatch(HEX);
    expect(hashes.network(one)).toBe(hashes.network(other));
  });

  it.each([
    ['192.0.2.1', '192.0.2.2'],
    ['2001:db8:1:2::1', '2001:db8:1:3::1'],
    ['2001:db8::1', '2001:db8:1::1'],
    ['::ffff:192.0.2.1', '::ffff:192.0.2.2'],
    ['::1', 'nonsense'],
  ])('differs between %s and %s', (one, other) => {
    expect(hashes.network(one)).not.toBe(hashes.network(other));
  });
});

describe('a token to unsubscribe', () => {
  it('gives back the hash it was made for', () => {
    fc.assert(
      fc.property(fc.emailAddress(), (email) => {
        const hash = hashes.address(email);
        const token = hashes.unsubscribeToken(hash);
        expect(token).toMatch(/^[\w-]{64}$/);
        expect(hashes.readUnsubscribeToken(token)).toBe(hash);
      }),
    );
  });

  it('is worth nothing with any character changed, added or left out', () => {
    const token = hashes.unsubscribeToken(hashes.address('ada@example.com'));
    for (let index = 0; index < token.length; index += 1) {
      const other = token[index] === 'A' ? 'B' : 'A';
      const changed = `${token.slice(0, index)}${other}${token.slice(index + 1)}`;
      expect(hashes.readUnsubscribeToken(changed)).toBeUndefined();
      expect(hashes.readUnsubscribeToken(token.slice(0, index))).toBeUndefined();
    }
    expect(hashes.readUnsubscribeToken(`${token}A`)).toBeUndefined();
    expect(hashes.readUnsubscribeToken(`${token}\n`)).toBeUndefined();
    expect(keyedHashes(`${KEY}.`).readUnsubscribeToken(token)).toBeUndefined();
  });

  it('refuses any other text without an error', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.base64String()), (text) => {
        expect(hashes.readUnsubscribeToken(text)).toBeUndefined();
      }),
    );
  });
});

describe('a token to confirm', () => {
  it('has 32 bytes, is known by its SHA-256, and is a new one each time', () => {
    const { token, hash } = newToken();
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(hash).toBe(hashToken(token));
    expect(newToken().token).not.toBe(token);
    expect(hashToken('abc')).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
  });
});
