import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  accentStyles,
  contrast,
  isLegible,
  nearestLegible,
  washOf,
} from '../../../src/site/accent.ts';

const aColor = fc
  .integer({ min: 0, max: 0xffffff })
  .map((value) => `#${value.toString(16).padStart(6, '0')}`);
const aScreen = fc.constantFrom('light' as const, 'dark' as const);

describe('contrast', () => {
  // The first three follow from the definition; the others are WebAIM's.
  it.each([
    ['#000000', '#ffffff', 21],
    ['#ffffff', '#000000', 21],
    ['#777777', '#777777', 1],
    ['#767676', '#ffffff', 4.54],
    ['#ff0000', '#ffffff', 3.99],
    ['#008000', '#ffffff', 5.13],
  ])('of %s and %s is %d', (a, b, ratio) => {
    expect(Math.floor(contrast(a, b) * 100) / 100).toBe(ratio);
  });
});

describe('nearestLegible', () => {
  it.each([
    ['#1d3bc6', 'light', '#1d3bc6'],
    ['#9fb3ff', 'dark', '#9fb3ff'],
    ['#00ff00', 'light', '#005f00'],
  ] as const)('to %s on a %s screen is %s', (accent, screen, nearest) => {
    expect(nearestLegible(accent, screen)).toBe(nearest);
  });

  it('can be read, is what it was where that can be, and is no farther than it has to be', () => {
    fc.assert(
      fc.property(aColor, aScreen, (accent, screen) => {
        const near = nearestLegible(accent, screen);
        expect(isLegible(near, screen)).toBe(true);
        expect(near === accent).toBe(isLegible(accent, screen));
      }),
    );
  });
});

describe('washOf', () => {
  it.each([
    ['#1d3bc6', 'light', '#eaeefe'],
    ['#9fb3ff', 'dark', '#1a2242'],
    ['#0a5b3f', 'light', '#e9fff7'],
    ['#333333', 'light', '#f4f4f4'],
  ] as const)('of %s on a %s screen is %s', (accent, screen, wash) => {
    expect(washOf(accent, screen)).toBe(wash);
  });

  it('leaves soft text on it legible, whatever the accent', () => {
    fc.assert(
      fc.property(aColor, (accent) => {
        expect(contrast('#474f5d', washOf(accent, 'light'))).toBeGreaterThanOrEqual(7);
        expect(contrast('#aab2c2', washOf(accent, 'dark'))).toBeGreaterThanOrEqual(7);
      }),
    );
  });
});

describe('accentStyles', () => {
  it('sets two colors for each screen', () => {
    expect(accentStyles({ light: '#0a5b3f', dark: '#7fdcb4' })).toMatch(
      /^:root\{--accent:#0a5b3f;--accent-wash:#[\da-f]{6}\}@media\(prefers-color-scheme:dark\)\{:root\{--accent:#7fdcb4;--accent-wash:#[\da-f]{6}\}\}$/,
    );
  });
});
