import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexTitles, searchTitles } from '../../../../src/quiz/comparison/title-search.ts';
import { OCCUPATION_DATA, TITLE_DATA } from '../onet.ts';

const few = indexTitles(
  ['Registered Nurses', 'Nurse Practitioners', 'Éditeurs', 'Lawyers'],
  ['Family Nurse (FNP)\nNurse', 'Staff Nurse', '', 'Attorney-at-Law\nNursery Counsel'],
);
const all = indexTitles(OCCUPATION_DATA.titles, TITLE_DATA);
const titlesFound = (index: typeof few, query: string, limit = 9) =>
  searchTitles(index, query, limit).map(({ title }) => title);

describe('searchTitles', () => {
  it('puts the whole title first, then beginnings, then words, those of own titles before reported ones; the shorter first', () => {
    expect(titlesFound(few, 'nurse')).toEqual([
      'Nurse',
      'Nurse Practitioners',
      'Registered Nurses',
      'Nursery Counsel',
      'Staff Nurse',
      'Family Nurse (FNP)',
    ]);
    expect(titlesFound(few, 'ist')).toEqual(['Registered Nurses']);
  });

  it('says of each whose title it is', () => {
    expect(searchTitles(few, 'staff', 9)).toMatchObject([
      { title: 'Staff Nurse', occupation: 1, reported: true },
    ]);
    expect(searchTitles(few, 'lawyers', 9)).toMatchObject([
      { title: 'Lawyers', occupation: 3, reported: false },
    ]);
  });

  it.each(['editeurs', 'ÉDITEURS', 'e\u0301diteurs', '  Éditeurs!  '])(
    'finds Éditeurs by %j',
    (query) => {
      expect(titlesFound(few, query)).toEqual(['Éditeurs']);
    },
  );

  it('reads over punctuation, and takes words in any order', () => {
    expect(titlesFound(few, 'attorney at law')).toEqual(['Attorney-at-Law']);
    expect(titlesFound(few, 'fnp family')).toEqual(['Family Nurse (FNP)']);
  });

  it.each(['', ' ', '—', '()', '🙂'])('finds nothing by %j', (query) => {
    expect(titlesFound(few, query)).toEqual([]);
  });

  it('stops at the limit, with the best', () => {
    expect(titlesFound(few, 'nurse', 2)).toEqual(['Nurse', 'Nurse Practitioners']);
  });

  it('finds what people call common jobs', () => {
    expect(titlesFound(all, 'nurse', 8)).toContain('Registered Nurses');
    expect(titlesFound(all, 'registered nurse', 1)).toEqual(['Registered Nurses']);
    expect(titlesFound(all, 'software engineer', 1)).toEqual(['Software Engineer']);
    expect(titlesFound(all, 'ceo', 1)).toEqual(['CEO (Chief Executive Officer)']);
    expect(titlesFound(all, 'accountants', 1)).toEqual(['Accountants and Auditors']);
  });

  it('finds every title by itself', () => {
    fc.assert(
      fc.property(fc.constantFrom(...all), ({ title, occupation }) => {
        const found = searchTitles(all, title, 40);
        expect(found.some((hit) => hit.occupation === occupation && hit.title === title)).toBe(
          true,
        );
      }),
    );
  });

  it('takes any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (query) => {
        expect(searchTitles(all, query, 5).length).toBeLessThanOrEqual(5);
      }),
    );
  });
});
