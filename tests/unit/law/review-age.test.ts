import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ageNote, daysSince, REVIEW_AGE, reviewState } from '../../../src/law/review-age.ts';
import { lawSchema } from '../../../src/law/words-schema.ts';
import { addDays } from '../../../src/site/civil-day.ts';
import { filesOf } from '../content/written-content.ts';
import { mistakesIn } from '../site/mistakes.ts';

const WRITTEN = filesOf('law.yaml')[0]?.data;
const words = lawSchema.parse(WRITTEN);
const day = fc.integer({ min: 0, max: 60_000 }).map((count) => addDays('1990-01-01', count));

describe('daysSince', () => {
  it('counts days, across leap days and changes of the clock', () => {
    expect(daysSince('2028-02-28', '2028-02-28')).toBe(0);
    expect(daysSince('2028-02-28', '2028-03-01')).toBe(2);
    expect(daysSince('2028-02-28', '2029-02-28')).toBe(366);
    expect(daysSince('2028-02-28', '2028-02-27')).toBe(-1);
  });

  it('counts from the first day of a month', () => {
    fc.assert(
      fc.property(day, day, (reviewed, today) => {
        const month = reviewed.slice(0, 7);
        expect(daysSince(month, today)).toBe(daysSince(`${month}-01`, today));
      }),
    );
  });
});

describe('what is said of a review', () => {
  it.each([
    [-1, 'fresh'],
    [299, 'fresh'],
    [300, 'due'],
    [399, 'due'],
    [400, 'overdue'],
    [4000, 'overdue'],
  ])('after %i days it is %s', (count, state) => {
    expect(reviewState('2026-02-28', addDays('2026-02-28', count))).toBe(state);
  });

  it('is the month at any age, and from 400 days on to check the source', () => {
    expect(ageNote('2026-02-28', '2027-04-03', words)).toBe('Last checked in February 2026.');
    expect(ageNote('2026-02-28', '2027-04-04', words)).toBe(
      'Last checked in February 2026, more than a year ago: check the source before you rely on it.',
    );
    expect(ageNote('2026-02', '2026-03-01', words)).toBe('Last checked in February 2026.');
  });

  it('is never that a year has passed when it has not, on whichever day of a month it was', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -10, max: 1000 }), (reviewed, count) => {
        const today = addDays(reviewed, count);
        const isOverdue = (written: string) =>
          ageNote(written, today, words).includes('a year ago');
        expect(isOverdue(reviewed)).toBe(count >= REVIEW_AGE.overdue);
        // A month is one that the day lies in, so it says so no later, and still truly.
        if (count >= REVIEW_AGE.overdue) expect(isOverdue(reviewed.slice(0, 7))).toBe(true);
        if (count <= 366) expect(isOverdue(reviewed.slice(0, 7))).toBe(false);
      }),
    );
  });
});

describe('content/law.yaml', () => {
  it('holds the words, and no others', () => {
    expect(mistakesIn(lawSchema, WRITTEN)).toEqual([]);
  });

  it('says the month whatever the age', () => {
    for (const text of [words.checked, words.overdue]) expect(text).toContain('{month}');
  });
});
