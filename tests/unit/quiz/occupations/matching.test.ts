import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Six, six } from '../../../../src/quiz/engine/types.ts';
import {
  correlation,
  fitOf,
  fitsByChance,
  matchOccupations,
} from '../../../../src/quiz/occupations/matching.ts';
import { seededRandom } from '../../../bench/quiz/agreement.ts';
import { OCCUPATION_ROWS } from '../onet.ts';

const aScore = fc.integer({ min: 100, max: 700 });
const aProfile: fc.Arbitrary<Six<number>> = fc.tuple(
  aScore,
  aScore,
  aScore,
  aScore,
  aScore,
  aScore,
);
const someOccupations = fc.array(
  aProfile.map((interests) => ({ interests })),
  { maxLength: 30 },
);

describe('correlation', () => {
  it('is what a hand calculation gives', () => {
    expect(correlation([1, 2, 3, 4, 5, 6], [2, 4, 6, 8, 10, 12])).toBeCloseTo(1, 12);
    expect(correlation([1, 2, 3, 4, 5, 6], [6, 5, 4, 3, 2, 1])).toBeCloseTo(-1, 12);
    expect(correlation([1, 0, 0, 0, 0, 0], [0, 1, 0, 0, 0, 0])).toBeCloseTo(-0.2, 12);
    expect(correlation([1, 2, 3, 4, 5, 6], [2, 1, 4, 3, 6, 5])).toBeCloseTo(29 / 35, 12);
  });

  it('is symmetric, from -1 to 1, and 1 with itself', () => {
    fc.assert(
      fc.property(aProfile, aProfile, (a, b) => {
        const r = correlation(a, b);
        fc.pre(r !== undefined);
        expect(Math.abs(r)).toBeLessThanOrEqual(1);
        expect(correlation(b, a)).toBeCloseTo(r, 12);
        expect(correlation(a, a)).toBeCloseTo(1, 12);
      }),
    );
  });

  it('has none for a flat profile, also where only rounding tells its scores apart', () => {
    expect(correlation([3, 3, 3, 3, 3, 3], [1, 2, 3, 4, 5, 6])).toBeUndefined();
    expect(
      correlation(
        [1, 2, 3, 4, 5, 6],
        six(() => 0.1 + 0.2),
      ),
    ).toBeUndefined();
    expect(correlation([0.3, 0.1 + 0.2, 0.3, 0.3, 0.3, 0.3], [1, 2, 3, 4, 5, 6])).toBeUndefined();
  });
});

describe('fitOf', () => {
  it.each([
    [1, 'best'],
    [0.73, 'best'],
    [0.7299, 'great'],
    [0.61, 'great'],
    [0.6099, 'none'],
    [-1, 'none'],
    [undefined, 'none'],
  ])('%d is %s', (r, fit) => {
    expect(fitOf(r)).toBe(fit);
  });
});

describe('fitsByChance', () => {
  it('is one in twenty and one in ten, which is what the labels go by', () => {
    expect(fitsByChance(923)).toEqual({ occupations: 923, best: 46, great: 92 });
    expect(fitsByChance(0)).toEqual({ occupations: 0, best: 0, great: 0 });
  });

  it('is what shapes drawn at random come to with the site’s own occupations', () => {
    const random = seededRandom(20261126);
    // Two draws of the normal distribution (Box and Muller, 1958).
    const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    const shapes = Array.from({ length: 4000 }, () => six(normal));
    const fits = shapes.flatMap((shape) =>
      matchOccupations(shape, OCCUPATION_ROWS).map(({ fit }) => fit),
    );
    const best = fits.filter((fit) => fit === 'best').length / shapes.length;
    const { best: expected, great } = fitsByChance(OCCUPATION_ROWS.length);
    // Occupations are alike, so the number varies by about as much as it is: 1 is its standard error.
    expect(Math.abs(best - expected)).toBeLessThan(3);
    expect(Math.abs(fits.length / shapes.length - great)).toBeLessThan(6);
  });
});

describe('matchOccupations', () => {
  it('does not change when all scores rise by the same', () => {
    fc.assert(
      fc.property(aProfile, someOccupations, fc.integer({ min: -9, max: 9 }), (own, all, rise) => {
        const raised = matchOccupations(
          six((type) => own[type] + rise),
          all,
        );
        const matches = matchOccupations(own, all);
        expect(raised.map(({ occupation }) => occupation)).toEqual(
          matches.map(({ occupation }) => occupation),
        );
        for (const [index, { r }] of matches.entries()) expect(raised[index]?.r).toBeCloseTo(r, 9);
      }),
    );
  });

  it('holds exactly the occupations that fit, best first', () => {
    fc.assert(
      fc.property(aProfile, someOccupations, (own, all) => {
        const matches = matchOccupations(own, all);
        const fitting = all.filter(
          ({ interests }) => fitOf(correlation(own, interests)) !== 'none',
        );
        expect(new Set(matches.map(({ occupation }) => occupation))).toEqual(new Set(fitting));
        const correlations = matches.map(({ r }) => r);
        expect(correlations).toEqual(correlations.toSorted((a, b) => b - a));
      }),
    );
  });

  it('matches nothing to a flat profile', () => {
    expect(
      matchOccupations(
        six(() => 3),
        [{ interests: [1, 2, 3, 4, 5, 6] }],
      ),
    ).toEqual([]);
  });
});
