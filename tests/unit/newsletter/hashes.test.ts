import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashToken, keyedHashes, newToken } from '../../../src/newsletter/hashes.ts';

const hashes = keyedHashes('a key of at least thirty-two characters');
const others = keyedHashes('another key of at least thirty-two chars');

describe('keyedHashes', () => {
  it('tell one address from another, whatever its case, and not without the key', () => {
    expect(hashes.address('Ada@Example.com')).toBe(hashes.address('ada@example.com'));
    expect(hashes.address('ada@example.com')).not.toBe(hashes.address('bob@example.com'));
    expect(hashes.address('ada@example.com')).not.toBe(others.address('ada@example.com'));
    expect(hashes.address('1.2.3.4')).not.toBe(hashes.network('1.2.3.4'));
  });

  it.each([
    ['::ffff:192.0.2.1', '192.0.2.1', true],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::9', true],
    ['2001:db8:1:2::1', '2001:0db8:0001:0002:aaaa::1', true],
    ['2001:db8:1:2::1', '2001:db8:1:3::1', false],
    ['192.0.2.1', '192.0.2.2', false],
    ['fe80::1%eth0', 'fe80::2', true],
  ])('%s and %s are one network: %s', (a, b, same) => {
    expect(hashes.network(a) === hashes.network(b)).toBe(same);
  });

  it('make unsubscribe tokens that read back, and cannot be made by anybody else', () => {
    const address = hashes.address('ada@example.com');
    const token = hashes.unsubscribeToken(address);
    expect(token).toMatch(/^[\w-]{64}$/);
    expect(hashes.readUnsubscribeToken(token)).toBe(address);
    expect(others.readUnsubscribeToken(token)).toBeUndefined();
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat({ max: 63 }), (text, at) => {
        expect(hashes.readUnsubscribeToken(text)).toBeUndefined();
        const changed = token.slice(0, at) + (token[at] === 'A' ? 'B' : 'A') + token.slice(at + 1);
        expect(hashes.readUnsubscribeToken(changed)).toBeUndefined();
      }),
    );
  });
});

describe('newToken', () => {
  it('is 32 random bytes, known by their SHA-256', () => {
    const { token, hash } = newToken();
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    expect(hashToken(token)).toBe(hash);
    expect(newToken().token).not.toBe(token);
  });
});
