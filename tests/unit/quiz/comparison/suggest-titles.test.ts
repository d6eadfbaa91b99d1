import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isShared, suggestTitles } from '../../../../src/quiz/comparison/suggest-titles.ts';
import { TITLE_INDEX as index, OCCUPATION_ROWS, TITLE_ROWS } from '../onet.ts';

describe('suggestTitles', () => {
  it('offers at most eight titles', () => {
    expect(suggestTitles(index, 'nurse')).toHaveLength(8);
    expect(suggestTitles(index, 'zzz')).toEqual([]);
  });

  it('offers every occupation of a title that is typed in full', () => {
    fc.assert(
      fc.property(fc.constantFrom(...TITLE_ROWS), ({ title }) => {
        const found = suggestTitles(index, title).map(
          ({ occupation }) => OCCUPATION_ROWS[occupation]?.code,
        );
        const codes = TITLE_ROWS.filter((row) => row.title === title).map(({ code }) => code);
        expect(found).toEqual(expect.arrayContaining(codes));
      }),
    );
  });
});

describe('isShared', () => {
  it('is so where the best title belongs to several occupations', () => {
    expect(isShared(suggestTitles(index, 'Professor'))).toBe(true);
    expect(isShared(suggestTitles(index, 'nurse anesthetist'))).toBe(false);
    expect(isShared([])).toBe(false);
  });
});
