import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAmount } from '../../../../src/plan/signed/amount.ts';

describe('readAmount', () => {
  it.each([
    ['20,000', 20_000],
    ['20000', 20_000],
    ['$20,000', 20_000],
    ['US$ 20,000', 20_000],
    ['20 000', 20_000],
    ['20\u00a0000 €', 20_000],
    ['20\u202f000', 20_000],
    ["CHF 20'000", 20_000],
    ['CHF 20’000.-', 20_000],
    ['Rs. 2,00,000', 200_000],
    ['₹12,00,000', 1_200_000],
    ['13.600,50', 13_600.5],
    ['13,600.50', 13_600.5],
    ['13 600,50', 13_600.5],
    ['13.600', 13_600],
    ['13,600', 13_600],
    ['13,60', 13.6],
    ['1.5', 1.5],
    ['1.234.567', 1_234_567],
    ['  020000  ', 20_000],
    ['1,000,000,000', 1_000_000_000],
  ])('reads %j', (text, sum) => {
    expect(readAmount(text)).toEqual({ kind: 'amount', cents: Math.round(sum * 100) });
  });

  it.each([
    ['13.600.50', 'unclear'],
    ['20 00', 'unclear'],
    ['2,0000', 'unclear'],
    ['1,23,45', 'unclear'],
    ['0,500', 'unclear'],
    ['1.2345', 'unclear'],
    ['.', 'letters'],
    ['.50', 'unclear'],
    ['twenty thousand', 'letters'],
    ['20k', 'letters'],
    ['1e99', 'letters'],
    ['20,000 - 30,000', 'letters'],
    ['<b>5</b>', 'letters'],
    ['−5', 'negative'],
    ['-20,000', 'negative'],
    ['$-20', 'negative'],
    ['(20,000)', 'negative'],
    ['0', 'zero'],
    ['0.00', 'zero'],
    ['1000000001', 'big'],
    ['9'.repeat(400), 'big'],
    ['lorem ipsum '.repeat(500), 'letters'],
  ])('says what is wrong with %j', (text, kind) => {
    expect(readAmount(text)).toEqual({ kind });
  });

  it('reads back what any country writes', () => {
    const locales = fc.constantFrom('en-US', 'de-DE', 'de-CH', 'fr-FR', 'en-IN', 'es-ES', 'en-CA');
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000_000_000 }), locales, (cents, locale) => {
        const written = new Intl.NumberFormat(locale, {
          minimumFractionDigits: 2,
          useGrouping: true,
        }).format(cents / 100);
        // India writes the highest sums with groups of two in front as well.
        expect(readAmount(written)).toEqual({ kind: 'amount', cents });
      }),
    );
  });

  it('answers to anything', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const amount = readAmount(text);
        if (amount.kind === 'amount') expect(Number.isSafeInteger(amount.cents)).toBe(true);
      }),
    );
  });
});
