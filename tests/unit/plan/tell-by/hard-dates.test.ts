import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysOff } from '../../../../src/plan/holidays/days-off.ts';
import { teacherOutcome } from '../../../../src/plan/tell-by/hard-dates.ts';
import { isWorkingDay } from '../../../../src/plan/tell-by/working-days.ts';
import { addDays, daysBetween } from '../../../../src/site/civil-day.ts';
import { table } from '../holidays/written-holidays.ts';
import { anyDay, anyTime } from './any-question.ts';
import { hardDates } from './written-law.ts';

// A Wednesday. The 45th day before it is Sunday, June 28; the 30th is Monday, July 13.
const START = '2026-08-12';
const QUESTION = {
  ...{ place: 'us', region: undefined, job: 'texasTeacher' as const },
  ...{ start: START, agency: false, visa: false },
};
const US = daysOff(table, 'us', undefined);
const teacher = (day: string, time = '10:00', start = START) =>
  teacherOutcome({ ...QUESTION, start }, { day, time }, hardDates.texasTeacher, US);

describe('a teacher under contract in Texas', () => {
  it('counts to the 45th and the 30th day before the first day of instruction', () => {
    expect(teacher('2026-05-04')).toEqual({
      kind: 'texasTeacher',
      question: QUESTION,
      stage: 'free',
      start: START,
      freeUntil: '2026-06-28',
      reprimandUntil: '2026-07-13',
      day: '2026-06-26',
      time: '12:00',
      call: { kind: 'now' },
    });
  });

  it.each([
    ['2026-06-26', '12:00', 'free', '2026-06-26'],
    ['2026-06-26', '12:01', 'free', undefined],
    ['2026-06-28', '23:59', 'free', undefined],
    ['2026-06-29', '10:00', 'reprimand', '2026-07-13'],
    ['2026-07-13', '12:00', 'reprimand', '2026-07-13'],
    ['2026-07-13', '12:01', 'reprimand', undefined],
    ['2026-07-14', '10:00', 'suspension', undefined],
    ['2026-08-12', '10:00', 'suspension', undefined],
  ])('on %s at %s is in the stage %s, and files by %s', (day, time, stage, by) => {
    expect(teacher(day, time)).toMatchObject({ stage, day: by });
  });

  it('posts no letter on a holiday', () => {
    // The 45th day before August 17, 2026 is July 3, when Independence Day is observed.
    expect(teacher('2026-05-04', '10:00', '2026-08-17')).toMatchObject({
      freeUntil: '2026-07-03',
      day: '2026-07-02',
    });
  });

  it('never promises a stage with fewer days left than the rule has', () => {
    fc.assert(
      fc.property(anyDay, anyTime, fc.nat({ max: 200 }), (day, time, ahead) => {
        const outcome = teacher(day, time, addDays(day, ahead));
        expect(daysBetween(outcome.freeUntil, outcome.start)).toBe(45);
        expect(daysBetween(outcome.reprimandUntil, outcome.start)).toBe(30);
        const stage = ahead >= 45 ? 'free' : ahead >= 30 ? 'reprimand' : 'suspension';
        expect(outcome.stage).toBe(stage);
        if (!outcome.day) return;
        expect(isWorkingDay(outcome.day, US.days) && outcome.day >= day).toBe(true);
        const last = stage === 'free' ? outcome.freeUntil : outcome.reprimandUntil;
        expect(outcome.day <= last).toBe(true);
      }),
    );
  });
});
