import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexTitles, searchTitles } from '../../../../src/quiz/comparison/title-search.ts';
import { titleKey } from '../../../../src/quiz/comparison/title-words.ts';
import { TITLE_INDEX as all } from '../onet.ts';

const OWN = ['Registered Nurses', 'Nurse Practitioners', 'Éditeurs', 'Lawyers'];
const REPORTED = [
  'Family Nurse (FNP)\nNurse',
  'Staff Nurse',
  '',
  'Attorney-at-Law\nNursery Counsel',
];
const few = indexTitles(OWN, { reported: REPORTED, common: [], levels: [] });
const withCommon = indexTitles(OWN, {
  reported: REPORTED,
  common: [
    { titles: ['Attorney', 'Nurse’s Counsel'], occupations: [3] },
    { titles: ['Nurse', 'Sister'], occupations: [1, 0] },
    { titles: ['Lead'], occupations: [2] },
  ],
  levels: ['lead', 'part time'],
});
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
      { title: 'Staff Nurse', occupation: 1, kind: 'reported' },
    ]);
    expect(searchTitles(few, 'lawyers', 9)).toMatchObject([
      { title: 'Lawyers', occupation: 3, kind: 'own' },
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

  it('puts a common title in full before all but an own one, each of its occupations once', () => {
    const found = (typed: string) =>
      searchTitles(withCommon, typed, 9).map(
        ({ title, kind, occupation, choices }) => `${title} ${kind} ${occupation} ${choices}`,
      );
    expect(found('nurses')).toEqual([
      'Nurse common 1 1',
      'Nurse common 0 1',
      'Nurse’s Counsel common 3 1',
    ]);
    expect(found('lead nurse (part-time)').slice(0, 2)).toEqual([
      'Nurse common 1 1',
      'Nurse common 0 1',
    ]);
    expect(found('lead')).toEqual(['Lead common 2 1']);
    expect(found('sis')).toEqual(['Sister common 1 2']);
    expect(found('lawyers')).toEqual(['Lawyers own 3 1']);
    expect(found('nurses counsel')).toEqual(['Nurse’s Counsel common 3 1']);
    expect(found('attorney')).toEqual(['Attorney common 3 1', 'Attorney-at-Law reported 3 1']);
  });

  it('finds what people call common jobs', () => {
    expect(titlesFound(all, 'nurse', 1)).toEqual(['Nurse']);
    expect(titlesFound(all, 'registered nurse', 1)).toEqual(['Registered Nurse']);
    expect(titlesFound(all, 'software engineer', 1)).toEqual(['Software Engineer']);
    expect(titlesFound(all, 'ceo', 1)).toEqual(['CEO']);
    expect(titlesFound(all, 'actors', 1)).toEqual(['Actors']);
  });

  it('finds the occupation of every title by itself', () => {
    fc.assert(
      fc.property(fc.constantFrom(...all.entries), ({ title, occupation }) => {
        const hit = searchTitles(all, title, 60).find((one) => one.occupation === occupation);
        expect(titleKey(hit?.title ?? '')).toBe(titleKey(title));
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
