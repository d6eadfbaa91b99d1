import { describe, expect, it } from 'vitest';
import { chartSchema } from '../../../src/charts/schema.ts';
import { mistakesIn } from '../site/mistakes.ts';

const point = { when: '2019', label: '2019', value: 36, source: 'connectr' };
const chart = {
  title: 'Share of candidates who backed out',
  description: 'It rose, then it fell.',
  unit: '%',
  points: [point, { ...point, when: '2022-06', label: 'Jun 2022', value: 44 }],
};

describe('chartSchema', () => {
  it('takes years and months', () => {
    expect(chartSchema.parse(chart)).toEqual(chart);
    expect(mistakesIn(chartSchema, { ...chart, note: 'Read the direction.' })).toEqual([]);
  });

  it.each([
    [
      'a year that YAML reads as a number',
      { points: [point, { ...point, when: 2020 }] },
      /^points\.1\.when: Found: 2020\. /,
    ],
    [
      'a month in words',
      { points: [point, { ...point, when: 'June 2022' }] },
      'points.1.when: Found: "June 2022". Allowed: a year or month as "YYYY" or "YYYY-MM".',
    ],
    [
      'a value in words',
      { points: [point, { ...point, value: '44%' }] },
      /^points\.1\.value: Found: "44%"\. Allowed: a number\.$/,
    ],
    [
      'a value below the axis',
      { points: [point, { ...point, value: -1 }] },
      'points.1.value: Found: -1. Allowed: at least 0.',
    ],
    [
      'a point without a source',
      { points: [point, { ...point, source: undefined }] },
      /^points\.1\.source: Found: nothing/,
    ],
    [
      'a month that there is not',
      { points: [point, { ...point, when: '2022-13' }] },
      /^points\.1\.when: Found: "2022-13"/,
    ],
    [
      'a point that is earlier than the one before',
      { points: [point, { ...point, when: '2018-12' }] },
      /^points: Found: a point that is earlier than the one above it\. Allowed: /,
    ],
    ['a single point', { points: [point] }, /^points: .* Allowed: at least 2 entries\.$/],
    [
      'an unknown field',
      { color: 'red' },
      /Found: "color"\. Allowed: title, description, unit, note, points\.$/,
    ],
  ])('refuses %s', (_, change, sentence) => {
    const told = mistakesIn(chartSchema, { ...chart, ...change });
    expect(told).toEqual([expect.stringMatching(sentence)]);
  });
});
