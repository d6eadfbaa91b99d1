import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isShared, suggestTitles } from '../../../../src/quiz/comparison/suggest-titles.ts';
import { indexTitles } from '../../../../src/quiz/comparison/title-search.ts';
import { OCCUPATION_DATA, TITLE_DATA, TITLE_ROWS } from '../onet.ts';

const index = indexTitles(OCCUPATION_DATA.titles, TITLE_DATA);

describe('suggestTitles', () => {
  it('offers at most eight titles', () => {
    expect(suggestTitles(index, 'nurse')).toHaveLength(8);
    expect(suggestTitles(index, 'zzz')).toEqual([]);
  });

  it('offers every occupation of a title that is typed in full', () => {
    fc.assert(
      fc.property(fc.constantFrom(...TITLE_ROWS), ({ title }) => {
        const found = suggestTitles(index, title).filter(
          (one) => one.reported && one.title === title,
        );
        const occupations = TITLE_ROWS.filter((row) => row.title === title);
        expect(new Set(found.map(({ occupation }) => occupation)).size).toBe(occupations.length);
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
