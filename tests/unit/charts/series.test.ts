import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { axisEnd } from '../../../src/charts/axis.ts';
import { type Frame, plot } from '../../../src/charts/series.ts';

const frame: Frame = {
  width: 440,
  height: 250,
  margin: { top: 34, right: 26, bottom: 30, left: 30 },
};
/** What a value needs on the drawing, in user units: two digits and a sign in 13 px letters. */
const LABEL = { width: 36, height: 13 };

const pointsOf = (...points: readonly (readonly [string, number])[]) =>
  points.map(([when, value]) => ({ when, value }));

/** Points of a series, in order of time, at least so many months apart. */
const seriesApart = (months: number) =>
  fc
    .array(fc.tuple(fc.integer({ min: months, max: months + 24 }), fc.nat(100)), {
      minLength: 2,
      maxLength: 8,
    })
    .map((steps) => {
      let month = 2015 * 12;
      return pointsOf(
        ...steps.map(([step, value]) => {
          month += step;
          const year = Math.floor(month / 12);
          return [`${year}-${String((month % 12) + 1).padStart(2, '0')}`, value] as const;
        }),
      );
    });

describe('axisEnd', () => {
  it.each([
    [[0, 0], 1],
    [[0.4], 1],
    [[7], 7],
    [[36, 44, 50], 50],
    [[51], 60],
    [[99.5], 100],
    [[100], 100],
    [[101], 200],
    [[1234], 2000],
  ])('above %j is %i', (values, end) => {
    expect(axisEnd(values)).toBe(end);
  });

  it('leaves no value above it, and at most as much room again', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1_000_000), { minLength: 1 }), (values) => {
        const largest = Math.max(...values);
        expect(axisEnd(values)).toBeGreaterThanOrEqual(largest);
        expect(axisEnd(values)).toBeLessThanOrEqual(Math.max(1, 2 * largest));
        expect(axisEnd(values.toReversed())).toBe(axisEnd(values));
      }),
    );
  });
});

describe('plot', () => {
  it('puts time on a true scale, and values up from zero', () => {
    const { points } = plot(pointsOf(['2020-01', 0], ['2021-01', 25], ['2024-01', 50]), frame);
    expect(points.map(({ x }) => x)).toEqual([30, 126, 414]);
    expect(points.map(({ y }) => y)).toEqual([220, 127, 34]);
    expect(points.map(({ value }) => value)).toEqual([0, 25, 50]);
  });

  it('puts a year given alone at its middle, and the years of the axis at their beginnings', () => {
    const { points, years } = plot(pointsOf(['2019', 1], ['2020-01', 1], ['2021', 1]), frame);
    expect(points[1]?.x).toBeCloseTo(30 + (384 * 6.5) / 24, 0);
    expect(years).toEqual([
      { x: 30 + 384 / 4, label: '2020' },
      { x: 30 + (384 * 3) / 4, label: '2021' },
    ]);
  });

  it('draws a series that lies within one year, or at one moment', () => {
    expect(plot(pointsOf(['2024-03', 1], ['2024-09', 2]), frame).years).toEqual([]);
    const { points } = plot(pointsOf(['2024', 1], ['2024', 2]), frame);
    expect(points.map(({ x }) => x)).toEqual([30, 30]);
  });

  it('names as many years as there is room for', () => {
    const { years } = plot(pointsOf(['1990-01', 1], ['2026-01', 2]), frame);
    expect(years.map(({ label }) => label)).toEqual(
      Array.from({ length: 9 }, (_, index) => String(1991 + 4 * index)),
    );
  });

  it('keeps all points and years in the frame, in order', () => {
    fc.assert(
      fc.property(seriesApart(1), (series) => {
        const { points, years } = plot(series, frame);
        expect(points).toHaveLength(series.length);
        for (const { x, y } of points) {
          expect(x).toBeGreaterThanOrEqual(frame.margin.left);
          expect(x).toBeLessThanOrEqual(frame.width - frame.margin.right);
          expect(y).toBeGreaterThanOrEqual(frame.margin.top);
          expect(y).toBeLessThanOrEqual(frame.height - frame.margin.bottom);
        }
        for (const { x } of years) {
          expect(x).toBeGreaterThanOrEqual(frame.margin.left);
          expect(x).toBeLessThanOrEqual(frame.width - frame.margin.right);
        }
        for (const placed of [points, years]) {
          const across = placed.map(({ x }) => x);
          expect(across).toEqual(across.toSorted((a, b) => a - b));
        }
      }),
    );
  });

  it('writes two values on the same side only where both have room', () => {
    fc.assert(
      fc.property(seriesApart(1), (series) => {
        const { points } = plot(series, frame);
        const gaps = points.slice(1).map(({ x }, index) => x - (points[index]?.x ?? 0));
        fc.pre(Math.min(...gaps) >= LABEL.width / 2);
        for (const below of [false, true]) {
          const across = points.filter((point) => point.below === below).map(({ x }) => x);
          for (const [index, x] of across.slice(1).entries()) {
            expect(x - (across[index] ?? 0)).toBeGreaterThanOrEqual(LABEL.width);
          }
        }
      }),
    );
  });
});
