import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findSums } from '../../../src/figures/find-sums.ts';
import { readable } from '../../../src/figures/readable.ts';

const foundIn = (text: string) => findSums(readable(text).text).map(({ found }) => found);

describe('findSums', () => {
  it.each([
    ['28%', '28%'],
    ['28 percent', '28 percent'],
    ['28 per cent', '28 per cent'],
    ['28-percent', '28-percent'],
    ['28 pct', '28 pct'],
    ['twenty-eight percent', 'twenty-eight percent'],
    ['Half a percent', 'Half a percent'],
    ['5 percentage points', '5 percentage points'],
    ['36-50%', '36-50%'],
    ['36 to 50 percent', '36 to 50 percent'],
    ['0.5%', '0.5%'],
    ['$50', '$50'],
    ['$50k', '$50k'],
    ['$5 million', '$5 million'],
    ['$500–10,000', '$500–10,000'],
    ['US$ 5', 'US$ 5'],
    ['HK$139,593', 'HK$139,593'],
    ['£62.47', '£62.47'],
    ['€1,000', '€1,000'],
    ['1.000 €', '1.000 €'],
    ['₹2,00,000', '₹2,00,000'],
    ['CHF 500', 'CHF 500'],
    ['500 CHF', '500 CHF'],
    ['RM500', 'RM500'],
    ['Rs. 75,000', 'Rs. 75,000'],
    ['500 kr', '500 kr'],
    ['2 lakh rupees', '2 lakh rupees'],
    ['2,700 euros', '2,700 euros'],
    ['a 500-dollar fine', '500-dollar'],
    ['a thousand euros', 'a thousand euros'],
    ['one hundred and fifty pounds', 'one hundred and fifty pounds'],
    ['99 cents', '99 cents'],
  ])('finds the sum in %j', (text, sum) => {
    expect(foundIn(`It was ${text} then.`)).toEqual([sum]);
  });

  it('finds both ends of a range that each have a sign', () => {
    expect(foundIn('between $500 and $10,000, or 36% to 50%')).toEqual([
      '$500',
      '$10,000',
      '36%',
      '50%',
    ]);
  });

  it.each([
    ['**28**%', '28%'],
    ['28 <b>%</b>', '28 %'],
    ['==28%==', '28%'],
    ['28&nbsp;%', '28 %'],
    ['28&#37;', '28%'],
    ['28\u00A0%', '28 %'],
    ['28\\%', '28%'],
    ['2<!-- no -->8%', '28%'],
    ['28\n    percent', '28 percent'],
    ['<MarginFigure value="28%" />', '28%'],
  ])('finds it as it is marked up: %j', (text, sum) => {
    expect(foundIn(text)).toEqual([sum]);
  });

  it.each([
    'section 1341 of 2025',
    '3,500 candidates in 28 cities',
    'five business days',
    'all 50 states',
    'a pound of flesh, and a percentage of it',
    '[here](https://example.com/a%20b9%20c) or https://example.com/9%20c',
    '![It](./100%.png)',
    'In 2025\n\nPercent is a word.',
    '[2023] FWC 1819, 8 AZR 645/09, W-2, H-1B',
    '[#robert-half-2019-backed-out] of them',
    'about one in ten, a third, half',
  ])('finds nothing in %j', (text) => {
    expect(foundIn(text)).toEqual([]);
  });

  it('finds each sum once, where it stands, whatever words are around it', () => {
    const sum = fc
      .tuple(
        fc.integer({ min: 0, max: 999_999 }),
        fc.constantFrom(
          (n: number) => `${n}%`,
          (n: number) => `${n} percent`,
          (n: number) => `$${n.toLocaleString('en-US')}`,
          (n: number) => `CHF ${n}`,
          (n: number) => `${n} euros`,
        ),
      )
      .map(([number, write]) => write(number));
    const words = fc.constantFrom('the', 'whole', 'offer', 'of', 'them', 'said', 'yes');
    const line = fc.array(words, { minLength: 1, maxLength: 4 }).map((all) => all.join(' '));
    fc.assert(
      fc.property(fc.array(fc.tuple(line, sum), { maxLength: 5 }), (pieces) => {
        const text = pieces.map((piece) => piece.join(' ')).join(' word ');
        const sums = findSums(text);
        expect(sums.map(({ found }) => found)).toEqual(pieces.map(([, one]) => one));
        for (const { found, index } of sums) expect(text.slice(index)).toMatch(found.slice(0, 1));
      }),
    );
  });
});

describe('readable', () => {
  it('knows where each of its characters stands in the source', () => {
    const part = fc.constantFrom(
      'a',
      'b ',
      '**',
      '\n',
      '\n\n',
      '<b>',
      '</b>',
      '&nbsp;',
      '9',
      '%',
      '(/x)',
    );
    fc.assert(
      fc.property(
        fc.array(part).map((parts) => parts.join('')),
        (source) => {
          const { text, at } = readable(source);
          for (const [index, sign] of [...text].entries()) {
            if (/[ab9%]/.test(sign)) expect(source[at(index)]).toBe(sign);
            expect(at(index)).toBeLessThanOrEqual(at(index + 1));
          }
        },
      ),
    );
  });
});
