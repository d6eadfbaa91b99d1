import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isAfter } from '../../../../src/plan/tell-by/moment.ts';
import { reminderFor } from '../../../../src/plan/tell-by/reminder.ts';
import { tellBy } from '../../../../src/plan/tell-by/tell-by.ts';
import { isWorkingDay } from '../../../../src/plan/tell-by/working-days.ts';
import { anyCase, offFor } from './any-question.ts';
import { rules } from './written-rules.ts';

const question = {
  country: 'us',
  region: undefined,
  job: 'ordinary',
  start: '2026-03-04',
  notice: undefined,
  probation: false,
  agency: false,
  visa: false,
} as const;

const remind = (day: string, time: string, job: 'ordinary' | 'match' = 'ordinary') => {
  const now = { day, time };
  return reminderFor(tellBy({ ...question, job }, now, rules, offFor(question)), now);
};

describe('reminderFor', () => {
  it('is noon of the day to tell them by, and rings the evening before', () => {
    expect(remind('2026-02-25', '10:00')).toEqual({
      day: '2026-03-03',
      time: '12:00',
      alarmMinutes: 18 * 60,
    });
  });

  it('rings at the time itself once that evening has come', () => {
    expect(remind('2026-03-02', '17:59')?.alarmMinutes).toBe(18 * 60);
    expect(remind('2026-03-02', '18:01')?.alarmMinutes).toBe(0);
    expect(remind('2026-03-03', '08:00')?.alarmMinutes).toBe(0);
  });

  it('is the call, where there is no such day and the call has to wait', () => {
    expect(remind('2026-02-28', '10:00', 'match')).toEqual({
      day: '2026-03-02',
      time: '09:00',
      alarmMinutes: 15 * 60,
    });
    expect(remind('2026-02-27', '10:00', 'match')).toBeUndefined();
  });

  it('never lies in the past, nor on a weekend or a holiday', () => {
    fc.assert(
      fc.property(anyCase, ({ question: asked, now }) => {
        const off = offFor(asked);
        const reminder = reminderFor(tellBy(asked, now, rules, off), now);
        if (!reminder) return;
        expect(isAfter(now, reminder)).toBe(false);
        expect(isWorkingDay(reminder.day, off.days)).toBe(true);
      }),
    );
  });
});
