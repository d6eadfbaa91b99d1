import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addWorkingDays,
  isWorkingDay,
  nextWorkingDay,
  workingDayUpTo,
} from '../../../../src/plan/tell-by/working-days.ts';
import { addDays, weekday } from '../../../../src/site/civil-day.ts';
import { anyDay, anyHolidays } from './any-question.ts';

describe('working days', () => {
  it('are Monday to Friday', () => {
    // 2026-02-23 is a Monday.
    const week = [0, 1, 2, 3, 4, 5, 6].map((count) => addDays('2026-02-23', count));
    const none = new Set<string>();
    const working = week.map((day) => isWorkingDay(day, none));
    expect(working).toEqual([true, true, true, true, true, false, false]);
    const upTo = week.map((day) => workingDayUpTo(day, none));
    expect(upTo.slice(4)).toEqual(['2026-02-27', '2026-02-27', '2026-02-27']);
    expect(week.map((day) => nextWorkingDay(day, none)).slice(3)).toEqual([
      '2026-02-27',
      '2026-03-02',
      '2026-03-02',
      '2026-03-02',
    ]);
  });

  it('are none of the holidays', () => {
    // Thanksgiving 2026, and the day after it.
    const holidays = new Set(['2026-11-26', '2026-11-27']);
    expect(isWorkingDay('2026-11-26', holidays)).toBe(false);
    expect(workingDayUpTo('2026-11-29', holidays)).toBe('2026-11-25');
    expect(nextWorkingDay('2026-11-25', holidays)).toBe('2026-11-30');
    expect(addWorkingDays('2026-11-24', 3, holidays)).toBe('2026-12-01');
    expect(addWorkingDays('2026-12-01', -3, holidays)).toBe('2026-11-24');
  });

  it('are counted one by one, over any weekend and holiday', () => {
    const count = fc.integer({ min: -80, max: 80 });
    fc.assert(
      fc.property(anyDay, count, anyHolidays, (day, days, holidays) => {
        let expected = day;
        for (let left = Math.abs(days); left > 0; ) {
          expected = addDays(expected, Math.sign(days));
          const weekend = [0, 6].includes(weekday(expected));
          if (!weekend && !holidays.has(expected)) left -= 1;
        }
        expect(addWorkingDays(day, days, holidays)).toBe(expected);
      }),
    );
  });
});
