import { describe, expect, it } from 'vitest';
import { drawn, tableOf } from '../../../src/charts/drawn.ts';
import { chartSchema } from '../../../src/charts/schema.ts';
import { FRAME, plot } from '../../../src/charts/series.ts';
import { figuresSchema } from '../../../src/figures/schema.ts';
import { filesOf, read } from '../content/written-content.ts';

const figures = read(figuresSchema, 'content/figures.yaml', filesOf('figures.yaml')[0]?.data);
const charts = filesOf('charts/*.yaml').map(({ file, id, data }) => ({
  id,
  chart: drawn(read(chartSchema, file, data), figures),
}));
const shown = filesOf('articles/**/*.mdx').flatMap(({ body }) =>
  [...body.matchAll(/<Chart id="([^"]+)"/g)].map(([, id]) => id),
);

describe('the charts of content/', () => {
  it('have all kinds among them', () => {
    expect(new Set(charts.map(({ chart }) => chart.kind)).size).toBe(5);
  });

  it.each(charts)('$id stands in one article', ({ id }) => {
    expect(shown.filter((one) => one === id)).toHaveLength(1);
  });

  it.each(charts)('$id counts in one unit', ({ chart }) => {
    const written = tableOf(chart).flatMap(({ bars }) => bars);
    const units = written.map(({ figure }) => figures[figure]?.unit);
    expect(new Set(units).size).toBeLessThanOrEqual(1);
  });
});

describe('what titles say', () => {
  const groupsOf = (id: string) => {
    const found = charts.find((one) => one.id === id);
    return found ? tableOf(found.chart) : [];
  };
  /** The value of the figure that a label begins with, in the first group that has one. */
  const figureOf = (id: string, label: string) =>
    groupsOf(id)
      .flatMap(({ bars }) => bars)
      .find((one) => one.label.startsWith(label))?.value;

  it('of backing out is about half in 2023, and about a third in 2025', () => {
    const ofYear = (year: string) =>
      groupsOf('gartner-backed-out').flatMap(({ bars }) =>
        bars.filter(({ label }) => label.endsWith(year)).map(({ value }) => value),
      );
    for (const value of ofYear('2023')) expect(Math.abs(value - 50)).toBeLessThanOrEqual(2);
    for (const value of ofYear('2025')) expect(Math.abs(value - 100 / 3)).toBeLessThanOrEqual(2);
    expect([ofYear('2023').length, ofYear('2025').length]).toEqual([2, 1]);
  });

  it('of reasons is that a better offer comes first in each country', () => {
    const groups = groupsOf('reasons-to-back-out');
    expect(groups).toHaveLength(2);
    for (const { bars } of groups) {
      const [first, ...others] = bars;
      expect(first?.label).toMatch(/^A better offer/);
      for (const { value } of others) expect(value).toBeLessThan(first?.value ?? 0);
    }
  });

  it('of the time to decide is two weeks given, and eleven days taken', () => {
    expect(figureOf('time-to-decide', 'What employers gave')).toBe(14);
    expect(figureOf('time-to-decide', 'What students took')).toBe(11);
  });
});

describe('the series of content/', () => {
  const series = charts.flatMap(({ id, chart }) => (chart.kind === 'series' ? { id, chart } : []));
  /** The room that a value such as "36%" takes. */
  const label = { width: 28, height: 13, above: 12, below: 22 };

  it.each(series)('$id writes no value over another, and all in its frame', ({ chart }) => {
    const values = plot(chart.points).points.map(({ x, y, below }) => ({
      x,
      y: below ? y + label.below : y - label.above,
    }));
    for (const [index, one] of values.entries()) {
      expect(one.x - label.width / 2).toBeGreaterThanOrEqual(0);
      expect(one.x + label.width / 2).toBeLessThanOrEqual(FRAME.width);
      expect(one.y - label.height).toBeGreaterThanOrEqual(0);
      for (const other of values.slice(index + 1)) {
        const apart =
          Math.abs(one.x - other.x) >= label.width || Math.abs(one.y - other.y) >= label.height;
        expect({ one, other, apart }).toEqual({ one, other, apart: true });
      }
    }
  });
});
