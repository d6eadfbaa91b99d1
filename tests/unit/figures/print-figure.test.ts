import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findSums } from '../../../src/figures/find-sums.ts';
import { isUnit, printFigure } from '../../../src/figures/print-figure.ts';

describe('printFigure', () => {
  it.each([
    [28, '%', '28%'],
    [0.5, '%', '0.5%'],
    [35164, '$', '$35,164'],
    [139593, 'HK$', 'HK$139,593'],
    [62.47, '£', '£62.47'],
    [500, 'CHF', 'CHF\u00A0500'],
    [500, 'RM', 'RM\u00A0500'],
    [200000, 'rupees', '200,000\u00A0rupees'],
    [25.1, 'days', '25.1\u00A0days'],
    [1, 'days', '1\u00A0day'],
    [500, 'yen', '500\u00A0yen'],
  ])('writes %j %s as %j', (value, unit, printed) => {
    expect(isUnit(unit)).toBe(true);
    expect(printFigure({ value, unit })).toBe(printed);
  });

  it('never breaks between a number and its unit, and is found as a sum where it is one', () => {
    const unit = fc.constantFrom('%', '$', 'HK$', '€', 'CHF', 'RM', 'rupees', 'pounds', 'euros');
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000 }), unit, (value, one) => {
        const printed = printFigure({ value, unit: one });
        expect(printed).not.toMatch(/ /);
        if (value !== 1) expect(findSums(`So ${printed} it is.`)).toHaveLength(1);
      }),
    );
  });
});

it.each(['percent of workers', 'Days', 'day', '', '%%', '5'])('%j is no unit', (unit) => {
  expect(isUnit(unit)).toBe(false);
});
