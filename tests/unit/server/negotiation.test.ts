import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ENCODINGS, etagMatches, preferredEncoding } from '../../../src/server/negotiation.ts';

describe('preferredEncoding', () => {
  it.each([
    [undefined, 'identity'],
    ['', 'identity'],
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip, deflate', 'gzip'],
    ['x-gzip', 'gzip'],
    ['GZIP;Q=1, BR;Q=0.5', 'gzip'],
    ['br;q=0.5, gzip;q=0.8', 'gzip'],
    ['br ; q=0.2 , gzip ; q=0.1', 'br'],
    ['br;q=0, gzip', 'gzip'],
    ['br;q=0.000, gzip;q=0', 'identity'],
    ['identity, br;q=0.5', 'identity'],
    ['gzip;q=0.001', 'gzip'],
    ['*', 'br'],
    ['*;q=0', 'identity'],
    ['*, br;q=0', 'gzip'],
    ['br;q=0, *;q=0.1', 'gzip'],
    ['identity;q=0, gzip;q=0.1', 'gzip'],
    ['identity;q=0', 'identity'],
    ['zstd, deflate', 'identity'],
    ['br;q=high', 'identity'],
    ['br;q=1.5', 'identity'],
    ['br;level=5;q=0.4', 'br'],
    [';;q=,,', 'identity'],
  ])('%s gets %s', (header, encoding) => {
    expect(preferredEncoding(header)).toBe(encoding);
  });

  it('never picks what was refused while something else is left', () => {
    const quality = fc.integer({ min: 0, max: 1000 }).map((thousandths) => thousandths / 1000);
    fc.assert(
      fc.property(fc.tuple(quality, quality, quality), (qualities) => {
        const header = ENCODINGS.map((name, index) => `${name};q=${qualities[index]}`).join(', ');
        const picked = qualities[ENCODINGS.indexOf(preferredEncoding(header))];
        expect(picked).toBe(Math.max(...qualities));
      }),
    );
  });

  it('takes any text', () => {
    fc.assert(fc.property(fc.string(), (header) => ENCODINGS.includes(preferredEncoding(header))));
  });
});

describe('etagMatches', () => {
  it.each([
    [undefined, false],
    ['', false],
    ['"a-br"', true],
    ['W/"a-br"', true],
    ['"x", W/"y" , "a-br"', true],
    ['*', true],
    ['"a"', false],
    ['"a-gzip"', false],
    ['a-br', false],
    ['"x,"a-br"', false],
  ])('%s: %s', (header, expected) => {
    expect(etagMatches(header, '"a-br"')).toBe(expected);
  });
});
