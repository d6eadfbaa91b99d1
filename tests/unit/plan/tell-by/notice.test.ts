import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  lastWorkingDayFor,
  longest,
  NOTICE_UNITS,
  type Notice,
  noticeEnd,
} from '../../../../src/plan/tell-by/notice.ts';
import { isWorkingDay, nextWorkingDay } from '../../../../src/plan/tell-by/working-days.ts';
import { addDays } from '../../../../src/site/civil-day.ts';
import { anyDay, anyHolidays, anyNotice } from './any-question.ts';

const german: Notice = { count: 4, unit: 'weeksTo15thOrEnd' };
const everyNotice = fc.oneof(anyNotice, fc.constant(german));

describe('noticeEnd', () => {
  it.each([
    ['2026-02-27', { count: 0, unit: 'days' }, '2026-02-27'],
    ['2026-02-23', { count: 1, unit: 'days' }, '2026-02-24'],
    ['2028-02-28', { count: 1, unit: 'days' }, '2028-02-29'],
    ['2026-02-27', { count: 1, unit: 'workingDays' }, '2026-03-02'],
    ['2026-02-28', { count: 1, unit: 'workingDays' }, '2026-03-02'],
    ['2026-02-25', { count: 10, unit: 'workingDays' }, '2026-03-11'],
    ['2026-02-25', { count: 2, unit: 'weeks' }, '2026-03-11'],
    ['2026-12-31', { count: 2, unit: 'months' }, '2027-02-28'],
    ['2027-12-31', { count: 2, unit: 'months' }, '2028-02-29'],
    ['2026-03-15', { count: 1, unit: 'months' }, '2026-04-15'],
    // 28 days on is the 15th itself, the 16th, the last day of February, the first of March.
    ['2026-05-18', german, '2026-06-15'],
    ['2026-05-19', german, '2026-06-30'],
    ['2026-01-31', german, '2026-02-28'],
    ['2026-02-01', german, '2026-03-15'],
    ['2028-02-01', german, '2028-02-29'],
    ['2026-04-14', { count: 3, unit: 'monthsToEnd' }, '2026-07-31'],
    ['2026-03-31', { count: 3, unit: 'monthsToEnd' }, '2026-06-30'],
    ['2026-02-03', { count: 4, unit: 'weeksToEnd' }, '2026-03-31'],
    ['2026-02-18', { count: 6, unit: 'weeksTo15thOrEnd' }, '2026-04-15'],
    ['2026-11-30', { count: 1, unit: 'monthsToQuarter' }, '2026-12-31'],
    ['2026-12-01', { count: 1, unit: 'monthsToQuarter' }, '2027-03-31'],
    ['2026-06-30', { count: 0, unit: 'monthsToQuarter' }, '2026-06-30'],
  ] satisfies [string, Notice, string][])('%s and %j is %s', (day, notice, end) => {
    expect(noticeEnd(day, notice, new Set())).toBe(end);
  });

  it('is never earlier for a later day, nor for a longer notice', () => {
    fc.assert(
      fc.property(
        anyDay,
        everyNotice,
        fc.nat({ max: 40 }),
        anyHolidays,
        (day, notice, more, holidays) => {
          const end = noticeEnd(day, notice, holidays);
          expect(noticeEnd(addDays(day, more), notice, holidays) >= end).toBe(true);
          expect(noticeEnd(day, { ...notice, count: notice.count + more }, holidays) >= end).toBe(
            true,
          );
        },
      ),
    );
  });
});

describe('lastWorkingDayFor', () => {
  it('is a working day whose notice ends before the start, and the next one is too late', () => {
    fc.assert(
      fc.property(anyDay, everyNotice, anyHolidays, (start, notice, holidays) => {
        const day = lastWorkingDayFor(notice, start, holidays);
        expect(isWorkingDay(day, holidays)).toBe(true);
        expect(noticeEnd(day, notice, holidays) < start).toBe(true);
        expect(noticeEnd(nextWorkingDay(day, holidays), notice, holidays) >= start).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  it('is never later for a longer notice', () => {
    fc.assert(
      fc.property(
        anyDay,
        everyNotice,
        fc.nat({ max: 5 }),
        anyHolidays,
        (start, notice, more, holidays) => {
          const longer = { ...notice, count: notice.count + more };
          const [earlier, day] = [longer, notice].map((one) =>
            lastWorkingDayFor(one, start, holidays),
          );
          expect((earlier ?? '9') <= (day ?? '')).toBe(true);
          // Nor for more holidays.
          expect((day ?? '9') <= lastWorkingDayFor(notice, start, new Set())).toBe(true);
        },
      ),
    );
  });

  it('stays within the years for the longest notice and the earliest start', () => {
    for (const unit of NOTICE_UNITS) {
      const notice = { unit, count: longest(unit) };
      expect(lastWorkingDayFor(notice, '1970-01-01', new Set()) > '1968-12').toBe(true);
    }
  });
});
