import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keyedHashes } from '../../../../src/newsletter/hashes.ts';
import {
  LONGEST_BASE,
  returnAddresses,
} from '../../../../src/newsletter/letters/return-address.ts';

const KEY = 'a key that is long enough to be one';
const addresses = returnAddresses(KEY);
const hashes = keyedHashes(KEY);
const person = hashes.address('ada@example.com');
const base = 'bounces@example.com';

const letters = fc.stringMatching(/^[a-z0-9-]{1,80}$/);
const bases = fc
  .stringMatching(new RegExp(`^[a-z0-9.+_-]{1,${LONGEST_BASE}}$`))
  .map((local) => `${local}@example.com`);

describe('an address of returns', () => {
  it('says which letter and whom, in any case, in a local part of at most 64 characters', () => {
    fc.assert(
      fc.property(bases, letters, fc.emailAddress(), (from, letter, email) => {
        const hash = hashes.address(email);
        const address = addresses.of(from, letter, hash);
        expect(address.split('@')[0]?.length).toBeLessThanOrEqual(64);
        expect(address.endsWith('@example.com')).toBe(true);
        for (const spelling of [address, address.toUpperCase()]) {
          const read = addresses.read(spelling);
          expect(read?.letter).toBe(addresses.letterTag(letter));
          expect(hash.startsWith(read?.person ?? 'none')).toBe(true);
          expect(read?.person).toHaveLength(22);
        }
      }),
    );
  });

  it('is the same each time, and another for each letter and each person', () => {
    const all = ['one', 'two'].flatMap((letter) =>
      ['ada@example.com', 'bob@example.com'].map((email) =>
        addresses.of(base, letter, hashes.address(email)),
      ),
    );
    expect(new Set(all).size).toBe(4);
    expect(addresses.of(base, 'one', person)).toBe(all[0]);
  });

  it('holds nothing of the address it stands for', () => {
    expect(addresses.of(base, 'one', person)).not.toMatch(/ada/);
  });

  it('is not taken from whoever has another key', () => {
    const forged = returnAddresses(`${KEY}.`).of(base, 'one', person);
    expect(addresses.read(forged)).toBeUndefined();
  });

  it('is not taken with any other character in its token', () => {
    const [local = ''] = addresses.of(base, 'one', person).split('@');
    const token = local.slice('bounces+'.length);
    fc.assert(
      fc.property(
        fc.nat(token.length - 1),
        fc.constantFrom(...'0123456789abcdefghijklmnopqrstuvwxyz'),
        (at, digit) => {
          fc.pre(token[at] !== digit);
          const bent = token.slice(0, at) + digit + token.slice(at + 1);
          expect(addresses.read(`bounces+${bent}@example.com`)).toBeUndefined();
        },
      ),
    );
  });

  it.each([
    '',
    base,
    'bounces+@example.com',
    `bounces+${'0'.repeat(39)}@example.com`,
    `bounces+${'z'.repeat(39)}@example.com`,
    `bounces+${'a'.repeat(38)}@example.com`,
    `bounces+${'é'.repeat(39)}@example.com`,
  ])('is not %j', (address) => {
    expect(addresses.read(address)).toBeUndefined();
  });
});
