import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DOMAINS, suggestAddress } from '../../../src/newsletter/suggest-domain.ts';

describe('suggestAddress', () => {
  it.each([
    ['ana@gmial.com', 'ana@gmail.com'],
    ['ana@GMIAL.COM', 'ana@gmail.com'],
    ['ana@gamil.com', 'ana@gmail.com'],
    ['ana@gmail.con', 'ana@gmail.com'],
    ['ana@gmail.co', 'ana@gmail.com'],
    ['ana@gmailcom', 'ana@gmail.com'],
    ['ana@hotnail.com', 'ana@hotmail.com'],
    ['ana@hotmal.co', 'ana@hotmail.com'],
    ['ana@yahoo.co.ik', 'ana@yahoo.co.uk'],
    ['ana@yaho.com', 'ana@yahoo.com'],
    ['ana@outlok.com', 'ana@outlook.com'],
    ['ana@example.con', 'ana@example.com'],
    ['ana@mail.example.ogr', 'ana@mail.example.org'],
    ['Ana.B+x@y@gmial.com', 'Ana.B+x@y@gmail.com'],
  ])('takes %s for %s', (typed, meant) => {
    expect(suggestAddress(typed)).toBe(meant);
  });

  it.each([
    'ana@gmail.com',
    'ana@Gmail.com',
    'ana@gmx.com',
    'ana@mail.com',
    'ana@yahoo.ca',
    'ana@yahoo.co.in',
    'ana@hotmail.ch',
    'ana@outlook.cz',
    'ana@example.com',
    'ana@example.co',
    'ana@example.cm',
    'ana@mac.org',
    'ana@ne.com',
    'ana@qq.com',
    'ana@work.com',
    'ana@gmail.example.com',
    'ana@con',
    'ana@',
    '@gmial.com',
    'gmial.com',
    '',
  ])('leaves %s alone', (typed) => {
    expect(suggestAddress(typed)).toBeUndefined();
  });

  it('never doubts a common domain, and suggests nothing that it would doubt', () => {
    for (const domain of DOMAINS) expect(suggestAddress(`ana@${domain}`)).toBeUndefined();
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.string(), (name, domain) => {
        const meant = suggestAddress(`${name}@${domain}`);
        if (meant === undefined) return;
        expect(meant.slice(0, meant.lastIndexOf('@'))).toBe(
          `${name}@${domain}`.slice(0, meant.lastIndexOf('@')),
        );
        expect(suggestAddress(meant)).toBeUndefined();
      }),
    );
  });

  it('finds a common domain behind any one slip', () => {
    const slip = fc
      .tuple(fc.constantFrom(...DOMAINS.filter((name) => name.indexOf('.') > 4)), fc.nat())
      .map(([domain, seed]) => {
        const at = seed % (domain.length - 1);
        const swapped = domain.slice(0, at) + domain[at + 1] + domain[at] + domain.slice(at + 2);
        return { domain, swapped };
      });
    fc.assert(
      fc.property(slip, ({ domain, swapped }) => {
        fc.pre(!DOMAINS.includes(swapped));
        expect(suggestAddress(`ana@${swapped}`)).toBe(`ana@${domain}`);
      }),
    );
  });
});
