import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { namedIn, withFigures, withFiguresWithin } from '../../../src/figures/name-figures.ts';
import { figureWith } from './example-figures.ts';

const FIGURES = { one: figureWith(), 'chf-500': figureWith({ value: 500, unit: 'CHF' }) };

describe('withFigures', () => {
  it('prints what a text names, and leaves what it does not know', () => {
    expect(withFigures('[#one] of [#nobody], [#chf-500][@geo]', FIGURES)).toBe(
      '28% of [#nobody], CHF\u00A0500[@geo]',
    );
  });

  it('knows no figure by what every object has', () => {
    expect(withFigures('[#constructor] [#valueOf]', FIGURES)).toBe('[#constructor] [#valueOf]');
  });

  it('reaches every text in data, and nothing else', () => {
    const day = new Date(0);
    const data = { a: ['[#one]', 1, null], b: { c: 'So [#one]' }, day };
    expect(withFiguresWithin(data, FIGURES)).toEqual({
      a: ['28%', 1, null],
      b: { c: 'So 28%' },
      day,
    });
  });

  it('changes no data that names no figure', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (data) => {
        fc.pre(!JSON.stringify(data).includes('[#'));
        expect(withFiguresWithin(data, FIGURES)).toEqual(data);
      }),
    );
  });
});

it('tells where each figure is named', () => {
  expect(namedIn('[#one] and [#two] [# three]')).toEqual([
    { id: 'one', index: 0 },
    { id: 'two', index: 11 },
  ]);
});
