import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alarmFor, reminderFor } from '../../../../src/plan/tell-by/calendar-entry.ts';
import { isAfter } from '../../../../src/plan/tell-by/moment.ts';
import type { NoticeQuestion, TellByQuestion } from '../../../../src/plan/tell-by/question.ts';
import { tellBy } from '../../../../src/plan/tell-by/tell-by.ts';
import { isWorkingDay } from '../../../../src/plan/tell-by/working-days.ts';
import { anyCase } from './any-question.ts';
import { law, offFor } from './written-law.ts';

const question: NoticeQuestion = {
  ...{ place: 'us', region: undefined, job: 'ordinary', start: '2026-03-04' },
  ...{ notice: undefined, fixed: false, trial: false, agency: false, visa: false },
};

function remind(day: string, time: string, asked: TellByQuestion = question) {
  const now = { day, time };
  const reminder = reminderFor(tellBy(asked, now, law, offFor(asked)));
  return reminder && { ...reminder, alarmMinutes: alarmFor(reminder, now) };
}

describe('reminderFor', () => {
  it('is noon of the day to tell them by, and rings the evening before', () => {
    expect(remind('2026-02-25', '10:00')).toEqual({
      day: '2026-03-03',
      time: '12:00',
      what: 'call',
      alarmMinutes: 18 * 60,
    });
  });

  it('rings at the time itself once that evening has come', () => {
    expect(remind('2026-03-02', '17:59')?.alarmMinutes).toBe(18 * 60);
    expect(remind('2026-03-02', '18:01')?.alarmMinutes).toBe(0);
    expect(remind('2026-03-03', '08:00')?.alarmMinutes).toBe(0);
  });

  it('is the day to post a letter by, or else the day it has to be there', () => {
    // The letter has to be there by Tuesday, March 17.
    const german = { ...question, place: 'de', start: '2026-04-01', trial: true };
    expect(remind('2026-02-25', '10:00', german)).toMatchObject({
      day: '2026-03-12',
      time: '12:00',
      what: 'letter',
    });
    expect(remind('2026-03-12', '12:01', german)).toMatchObject({
      day: '2026-03-17',
      what: 'letter',
    });
  });

  it('is the call, where there is no such day and the call has to wait', () => {
    const fixed = { ...question, start: '2026-05-04', fixed: true };
    expect(remind('2026-02-28', '10:00', fixed)).toEqual({
      day: '2026-03-02',
      time: '09:00',
      what: 'call',
      alarmMinutes: 15 * 60,
    });
    expect(remind('2026-02-27', '10:00', fixed)).toBeUndefined();
  });

  it('is the call, and no last moment, where no number says that it is early enough', () => {
    const open = { ...question, place: 'ca-on', start: '2026-05-04' };
    expect(remind('2026-02-28', '10:00', open)).toMatchObject({ day: '2026-03-02', what: 'call' });
    expect(remind('2026-02-27', '10:00', open)).toBeUndefined();
  });

  it('is none for a place through the Match', () => {
    const match = { ...question, job: 'match' } as const;
    expect(remind('2026-02-28', '10:00', match)).toBeUndefined();
  });

  it('never lies in the past, nor on a weekend or a holiday', () => {
    fc.assert(
      fc.property(anyCase, ({ question: asked, now }) => {
        const off = offFor(asked);
        const reminder = reminderFor(tellBy(asked, now, law, off));
        if (!reminder) return;
        expect(isAfter(now, reminder)).toBe(false);
        expect(isWorkingDay(reminder.day, off.days)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
