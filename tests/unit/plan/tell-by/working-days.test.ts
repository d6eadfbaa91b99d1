import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../../src/plan/civil-day.ts';
import {
  addWorkingDays,
  isWorkingDay,
  nextWorkingDay,
  workingDayUpTo,
} from '../../../../src/plan/tell-by/working-days.ts';
import { anyDay } from './any-question.ts';

describe('working days', () => {
  it('are Monday to Friday', () => {
    // 2026-02-23 is a Monday.
    const week = [0, 1, 2, 3, 4, 5, 6].map((count) => addDays('2026-02-23', count));
    expect(week.map(isWorkingDay)).toEqual([true, true, true, true, true, false, false]);
    expect(week.map(workingDayUpTo).slice(4)).toEqual(['2026-02-27', '2026-02-27', '2026-02-27']);
    expect(week.map(nextWorkingDay).slice(3)).toEqual([
      '2026-02-27',
      '2026-03-02',
      '2026-03-02',
      '2026-03-02',
    ]);
  });

  it('are counted one by one, over any weekend', () => {
    const count = fc.integer({ min: -80, max: 80 });
    fc.assert(
      fc.property(anyDay, count, (day, days) => {
        let expected = day;
        for (let left = Math.abs(days); left > 0; ) {
          expected = addDays(expected, Math.sign(days));
          if (isWorkingDay(expected)) left -= 1;
        }
        expect(addWorkingDays(day, days)).toBe(expected);
      }),
    );
  });
});
