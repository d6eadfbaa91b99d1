import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween } from '../../../../src/plan/civil-day.ts';
import { daysOff } from '../../../../src/plan/holidays/days-off.ts';
import { hardDateOutcome } from '../../../../src/plan/tell-by/hard-dates.ts';
import { isWorkingDay } from '../../../../src/plan/tell-by/working-days.ts';
import { table } from '../holidays/written-holidays.ts';
import { anyDay, anyTime } from './any-question.ts';
import { rules } from './written-rules.ts';

// A Wednesday. 46 days before it is Saturday, June 27; 31 days before it is Sunday, July 12.
const START = '2026-08-12';
const US = daysOff(table, 'us', undefined);
const teacher = (day: string, time = '10:00') =>
  hardDateOutcome('texasTeacher', START, { day, time }, rules.hardDates, US);

describe('a teacher under contract in Texas', () => {
  it('leaves 45 and 30 full days before the first day of instruction', () => {
    expect(teacher('2026-05-04')).toEqual({
      kind: 'texasTeacher',
      stage: 'free',
      start: START,
      freeUntil: '2026-06-27',
      reprimandUntil: '2026-07-12',
      day: '2026-06-26',
      call: { kind: 'now' },
    });
  });

  it.each([
    ['2026-06-26', '12:00', 'free', '2026-06-26'],
    ['2026-06-26', '12:01', 'free', undefined],
    ['2026-06-27', '10:00', 'free', undefined],
    ['2026-06-28', '10:00', 'reprimand', '2026-07-10'],
    ['2026-07-12', '10:00', 'reprimand', undefined],
    ['2026-07-13', '10:00', 'suspension', undefined],
    ['2026-08-12', '10:00', 'suspension', undefined],
  ])('on %s at %s is in the stage %s, and tells by %s', (day, time, stage, by) => {
    expect(teacher(day, time)).toMatchObject({ stage, day: by });
  });

  it('never promises a stage with fewer full days left than the rule has', () => {
    fc.assert(
      fc.property(anyDay, anyTime, fc.nat({ max: 200 }), (day, time, ahead) => {
        const start = addDays(day, ahead);
        const outcome = hardDateOutcome('texasTeacher', start, { day, time }, rules.hardDates, US);
        if (outcome.kind !== 'texasTeacher') return expect.unreachable();
        expect(daysBetween(outcome.freeUntil, start)).toBe(46);
        expect(daysBetween(outcome.reprimandUntil, start)).toBe(31);
        if (outcome.stage === 'free') expect(ahead).toBeGreaterThan(45);
        if (outcome.stage === 'suspension') expect(ahead).toBeLessThanOrEqual(30);
        if (outcome.day)
          expect(isWorkingDay(outcome.day, US.days) && outcome.day >= day).toBe(true);
      }),
    );
  });
});

describe('a doctor placed through the Match', () => {
  it('is given no day', () => {
    const now = { day: '2026-05-04', time: '10:00' };
    expect(hardDateOutcome('match', '2026-07-01', now, rules.hardDates, US)).toEqual({
      kind: 'match',
      start: '2026-07-01',
      call: { kind: 'now' },
    });
  });
});
