import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { six, TYPES } from '../../../../src/quiz/engine/types.ts';
import { atSizeOf, FRAME, labelOf, outline, place } from '../../../../src/quiz/hexagon/hexagon.ts';
import { correlation } from '../../../../src/quiz/occupations/matching.ts';

const aProfile = fc
  .array(fc.integer({ min: 10, max: 70 }), { minLength: 6, maxLength: 6 })
  .map((tenths) => six((type) => (tenths[type] ?? 10) / 10));

describe('place', () => {
  it('has the least score in the middle and the most at the corners, Realistic at the top', () => {
    const middle = { x: FRAME.width / 2, y: FRAME.height / 2 };
    for (const type of TYPES) {
      expect(place(type, 1)).toEqual(middle);
      const { x, y } = place(type, 5);
      expect(Math.hypot(x - middle.x, y - middle.y)).toBeCloseTo(FRAME.radius);
    }
    expect(place(0, 5)).toEqual({ x: middle.x, y: middle.y - FRAME.radius });
    expect(place(1, 5).x).toBeGreaterThan(middle.x);
  });

  it('keeps every shape and every name inside the frame', () => {
    fc.assert(
      fc.property(aProfile, (profile) => {
        for (const pair of outline(profile).split(' ')) {
          const [x = -1, y = -1] = pair.split(',').map(Number);
          expect(x).toBeGreaterThanOrEqual(0);
          expect(x).toBeLessThanOrEqual(FRAME.width);
          expect(y).toBeGreaterThanOrEqual(0);
          expect(y).toBeLessThanOrEqual(FRAME.height);
        }
      }),
    );
    for (const type of TYPES) {
      const { y, anchor } = labelOf(type);
      expect(y).toBeGreaterThan(16);
      expect(y).toBeLessThan(FRAME.height - 6);
      expect(anchor).toBe(['middle', 'start', 'start', 'middle', 'end', 'end'][type]);
    }
  });
});

describe('atSizeOf', () => {
  it('keeps the form of a profile and takes the size of the other', () => {
    fc.assert(
      fc.property(aProfile, aProfile, (profile, like) => {
        const drawn = atSizeOf(profile, like);
        const mean = (of: readonly number[]) => of.reduce((sum, score) => sum + score, 0) / 6;
        expect(mean(drawn)).toBeCloseTo(mean(like));
        const r = correlation(profile, drawn);
        if (r !== undefined) expect(r).toBeCloseTo(1);
      }),
    );
  });
});
