import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { meantBy, stepsBetween } from '../../../src/search/spelling.ts';

const word = fc.string({ unit: fc.constantFrom(...'abcde'), maxLength: 8 });

describe('stepsBetween', () => {
  it.each([
    ['contarct', 'contract', 1],
    ['budegt', 'budget', 1],
    ['bonnus', 'bonus', 1],
    ['recruter', 'recruiter', 1],
    ['blaklited', 'blacklisted', 2],
    ['visa', 'viso', 1],
    ['same', 'same', 0],
    ['', 'abc', 3],
  ])('from %s to %s: %i', (one, other, steps) => {
    expect(stepsBetween(one, other, 9)).toBe(steps);
  });

  it('is as far both ways, at most the longer word, and counts no further than asked', () => {
    fc.assert(
      fc.property(word, word, fc.nat(8), (one, other, most) => {
        const steps = stepsBetween(one, other, 8);
        expect(steps).toBe(stepsBetween(other, one, 8));
        expect(steps).toBeLessThanOrEqual(Math.max(one.length, other.length));
        expect(steps === 0).toBe(one === other);
        expect(stepsBetween(one, other, most)).toBe(Math.min(steps, most + 1));
      }),
    );
  });
});

describe('meantBy', () => {
  const known = ['contract', 'contact', 'budget', 'notice', 'office', 'sue', 'summons'];

  it.each([
    ['contarct', ['contract', 'contact']],
    ['conract', ['contract', 'contact']],
    ['budegt', ['budget']],
    ['notcie', ['notice']],
    ['sumons', ['summons']],
    // Too short to be sure of, or nothing like it.
    ['seu', []],
    ['banana', []],
  ])('%s: %j', (typed, meant) => {
    expect(meantBy(typed, known)).toEqual(meant);
  });

  it('finds what is one step away, whatever step', () => {
    const long = fc.string({ unit: fc.constantFrom(...'abcdefghij'), minLength: 5, maxLength: 9 });
    fc.assert(
      fc.property(long, fc.nat(8), fc.constantFrom('swap', 'drop', 'double'), (right, at, step) => {
        const place = at % (right.length - 1);
        const [before, one = '', two = '', after] = [
          right.slice(0, place),
          right[place],
          right[place + 1],
          right.slice(place + 2),
        ];
        const wrong =
          before + { swap: two + one, drop: two, double: one + one + two }[step] + after;
        expect(meantBy(wrong, [right])).toEqual([right]);
      }),
    );
  });
});
