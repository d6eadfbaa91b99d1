import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { barWidths } from '../../../src/charts/bars.ts';

const value = fc.record({ value: fc.double({ min: 0, max: 1e6, noNaN: true }) });
const groups = fc.array(fc.array(value, { minLength: 1, maxLength: 6 }), {
  minLength: 1,
  maxLength: 4,
});

describe('barWidths', () => {
  it('draws all groups on one scale from zero', () => {
    expect(barWidths([[{ value: 44 }, { value: 0 }], [{ value: 25 }]])).toEqual([[88, 0], [50]]);
  });

  it('keeps every bar in its frame, and the larger value the longer', () => {
    fc.assert(
      fc.property(groups, (given) => {
        const bars = given.flat().map(({ value }, index) => ({
          value,
          width: barWidths(given).flat()[index] ?? Number.NaN,
        }));
        const [first] = bars;
        for (const { value, width } of bars) {
          expect(width).toBeGreaterThanOrEqual(0);
          expect(width).toBeLessThanOrEqual(100);
          // Twice the value is twice the length.
          expect(width * (first?.value ?? 0)).toBeCloseTo((first?.width ?? 0) * value, 0);
        }
      }),
    );
  });
});
