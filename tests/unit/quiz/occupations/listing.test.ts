import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { atLevel, LEVELS, ROWS, rowsToAdd } from '../../../../src/quiz/occupations/listing.ts';
import { matchOccupations } from '../../../../src/quiz/occupations/matching.ts';
import { readOccupations } from '../../../../src/quiz/occupations/occupations.ts';
import { OCCUPATION_DATA } from '../onet.ts';

const matches = matchOccupations([2, 3, 4, 5, 3, 1], readOccupations(OCCUPATION_DATA));

describe('atLevel', () => {
  it('keeps all matches at any level, and puts each at exactly one', () => {
    expect(matches.length).toBeGreaterThan(0);
    expect(atLevel(matches, undefined)).toEqual(matches);
    const levels = LEVELS.map((level) => atLevel(matches, level));
    expect(levels.flat()).toHaveLength(matches.length);
    for (const [index, level] of LEVELS.entries()) {
      const zones = levels[index]?.map(({ occupation }) => occupation.zone) ?? [];
      expect(zones.every((zone) => zone === level)).toBe(true);
    }
  });

  it('keeps the best first', () => {
    const fits = atLevel(matches, 4).map(({ r }) => r);
    expect(fits.length).toBeGreaterThan(1);
    expect(fits).toEqual(fits.toSorted((a, b) => b - a));
  });
});

describe('rowsToAdd', () => {
  it.each([
    [0, 0, 0],
    [0, 4, 4],
    [0, 10, 10],
    [0, 79, 10],
    [10, 79, 20],
    [70, 79, 9],
    [79, 79, 0],
  ])('where %d of %d are shown, adds %d', (shown, count, more) => {
    expect(rowsToAdd(shown, count)).toBe(more);
  });

  it('comes to the end', () => {
    fc.assert(
      fc.property(fc.nat(923), (count) => {
        const steps = 1 + Math.ceil(Math.max(0, count - ROWS.first) / ROWS.more);
        let shown = 0;
        for (let step = 0; step < steps; step++) shown += rowsToAdd(shown, count);
        expect(shown).toBe(count);
        expect(rowsToAdd(shown, count)).toBe(0);
      }),
    );
  });
});
