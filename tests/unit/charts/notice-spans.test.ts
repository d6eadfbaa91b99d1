import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysOf, earliestReview, noticeSpans } from '../../../src/charts/notice-spans.ts';
import { chartSchema } from '../../../src/charts/schema.ts';
import { NOTICE_UNITS, noticeEnd } from '../../../src/plan/tell-by/notice.ts';
import { addDays, daysBetween } from '../../../src/site/civil-day.ts';
import { filesOf, read } from '../content/written-content.ts';
import { PLACES } from '../plan/places/written-places.ts';

describe('daysOf', () => {
  it.each([
    [{ count: 0, unit: 'days' }, 0, 0],
    [{ count: 7, unit: 'days' }, 7, 7],
    [{ count: 2, unit: 'weeks' }, 14, 14],
    [{ count: 1, unit: 'months' }, 28, 31],
    [{ count: 3, unit: 'months' }, 89, 92],
    // Received so that 28 days end on the 16th of a long month, it runs on to the 31st.
    [{ count: 4, unit: 'weeksTo15thOrEnd' }, 28, 43],
    [{ count: 4, unit: 'weeksToEnd' }, 28, 58],
    // A week, or less of one that began on a weekend.
    [{ count: 5, unit: 'workingDays' }, 5, 7],
  ] as const)('of %j is %i to %i', (notice, least, most) => {
    expect(daysOf(notice)).toEqual({ least, most });
  });

  it('holds every day of any year', () => {
    const notice = fc.record({
      count: fc.integer({ min: 0, max: 6 }),
      unit: fc.constantFrom(...NOTICE_UNITS),
    });
    fc.assert(
      fc.property(notice, fc.integer({ min: 0, max: 30_000 }), (given, offset) => {
        const day = addDays('2000-01-01', offset);
        const days = daysBetween(day, noticeEnd(day, given, new Set()));
        const { least, most } = daysOf(given);
        expect(days).toBeGreaterThanOrEqual(least);
        expect(days).toBeLessThanOrEqual(most);
      }),
      { numRuns: 60 },
    );
  });
});

describe('noticeSpans', () => {
  const spans = noticeSpans(PLACES);

  it('has every place whose law we have read, once', () => {
    const named = [...spans.rows.map(({ place }) => place), ...spans.open];
    const law = PLACES.filter(({ notice }) => 'sources' in notice).map(({ name }) => name);
    expect(named.toSorted()).toEqual(law.toSorted());
    expect(spans.rows.length).toBeGreaterThan(0);
    expect(spans.open.length).toBeGreaterThan(0);
  });

  it('keeps every bar on the scale, whose end the longest reaches', () => {
    const all = spans.rows.flatMap((row) => row.spans);
    for (const { least, most } of all) {
      expect(least).toBeGreaterThanOrEqual(0);
      expect(least).toBeLessThanOrEqual(most);
      expect(most).toBeLessThanOrEqual(100);
    }
    expect(Math.max(...all.map(({ most }) => most))).toBe(100);
  });

  it('says of each place what its file does', () => {
    for (const { name, notice } of PLACES) {
      const row = spans.rows.find(({ place }) => place === name);
      const kinds = row?.spans.map(({ kind }) => kind) ?? [];
      const { silent, runsFrom } = notice;
      const owed = (silent.notice?.count ?? 0) > 0;
      expect(kinds.includes('owed'), name).toBe(owed && runsFrom === 'telling');
      expect(kinds.includes('fromStart'), name).toBe(owed && runsFrom === 'start');
      expect(kinds.includes('none'), name).toBe(silent.notice?.count === 0);
      expect(kinds.includes('advised'), name).toBe(silent.advised !== undefined);
      expect(kinds.includes('trial'), name).toBe((silent.probation?.count ?? 0) > 0);
      expect(kinds.includes('noneInTrial'), name).toBe(silent.probation?.count === 0);
      expect(kinds.includes('noTrial'), name).toBe(
        silent.probation !== undefined && silent.notice === undefined,
      );
    }
  });

  it('bears out the title of its chart', () => {
    const [file] = filesOf('charts/notice-by-country.yaml');
    const { title } = read(chartSchema, file?.file ?? '', file?.data);
    const numbered = spans.rows.filter(({ spans: some }) =>
      some.some(({ kind }) => kind === 'owed' || kind === 'fromStart'),
    );
    const names = numbered.map(({ place }) => place);
    expect(title.endsWith(`only in ${names.join(' and ')}`), names.join()).toBe(true);
  });

  it('was checked when the oldest of its rules was', () => {
    const days = PLACES.flatMap(({ notice }) => ('reviewed' in notice ? notice.reviewed : []));
    expect(earliestReview(PLACES)).toBe(days.toSorted()[0]);
  });
});
