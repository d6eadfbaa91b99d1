import { describe, expect, it } from 'vitest';
import { drawn, figuresIn, tableOf } from '../../../src/charts/drawn.ts';
import type { ChartData } from '../../../src/charts/schema.ts';
import type { Figures } from '../../../src/figures/schema.ts';

const said = { whom: 'Workers', when: '2019', verified: 'at-source', about: 'reasons' } as const;
const figures: Figures = {
  offer: { value: 44, unit: '%', says: 'named it', source: 'hr-dive-2019', ...said },
  days: { value: 11, unit: 'days', says: 'to accept', source: 'nace-2023', ...said },
};
const told = { title: 'A', description: 'B.' };
const series: ChartData = {
  ...{ ...told, kind: 'series' },
  points: [
    { when: '2019', label: '2019', figure: 'offer' },
    { when: '2020-02', label: 'Feb 2020', figure: 'offer' },
  ],
};
const bars: ChartData = {
  ...{ ...told, kind: 'bars' },
  groups: [
    { label: 'US', bars: [{ label: 'To accept', figure: 'days', shown: 'about {value}' }] },
    { label: 'Canada', bars: [{ label: 'To offer', figure: 'days' }] },
  ],
};
const timeline: ChartData = {
  ...{ ...told, kind: 'timeline' },
  steps: [
    { title: 'You say yes', text: 'On the phone.' },
    { title: 'You sign', text: 'On paper.' },
  ],
};

describe('a chart with its figures', () => {
  it('takes value, unit and source from the figure', () => {
    expect(tableOf(drawn(series, figures))).toMatchObject([
      { bars: [{ label: '2019', value: 44, shown: '44%', source: 'hr-dive-2019' }, {}] },
    ]);
  });

  it('says how exact a figure is, by group', () => {
    expect(tableOf(drawn(bars, figures))).toMatchObject([
      { label: 'US', bars: [{ shown: 'about 11\u00A0days', source: 'nace-2023' }] },
      { label: 'Canada', bars: [{ shown: '11\u00A0days' }] },
    ]);
  });

  it('leaves a chart without figures as it is', () => {
    expect(drawn(timeline, figures)).toEqual(timeline);
    expect(tableOf(drawn(timeline, figures))).toEqual([]);
    expect(figuresIn(timeline)).toEqual([]);
  });

  it.each(['gone', 'toString', '__proto__'])('names a figure that there is not: %s', (figure) => {
    const odd: ChartData = { ...bars, groups: [{ bars: [{ label: 'A', figure }] }] };
    expect(() => drawn(odd, figures)).toThrow(`There is no figure "${figure}"`);
  });

  it('knows where its file names each', () => {
    expect(figuresIn(series).map(({ path }) => path.join('.'))).toEqual([
      'points.0.figure',
      'points.1.figure',
    ]);
    expect(figuresIn(bars)).toEqual([
      { figure: 'days', path: ['groups', '0', 'bars', '0', 'figure'] },
      { figure: 'days', path: ['groups', '1', 'bars', '0', 'figure'] },
    ]);
  });
});
