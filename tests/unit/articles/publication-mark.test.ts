import { describe, expect, it } from 'vitest';
import { publicationMark } from '../../../src/articles/publication-mark.ts';

describe('publicationMark', () => {
  it.each([
    [true, '2026-01-01', 'Draft'],
    [true, '2030-01-01', 'Draft'],
    [false, '2026-12-03', 'Out on December 3, 2026'],
    [false, '2026-12-02', undefined],
    [false, '2026-01-01', undefined],
  ])('draft %s, published %s: %s', (draft, published, mark) => {
    expect(publicationMark({ draft, published }, '2026-12-02')).toBe(mark);
  });
});
