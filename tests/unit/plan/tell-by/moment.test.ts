import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysOff } from '../../../../src/plan/holidays/days-off.ts';
import { callFrom, isAfter } from '../../../../src/plan/tell-by/moment.ts';
import { isWorkingDay } from '../../../../src/plan/tell-by/working-days.ts';
import { addDays } from '../../../../src/site/civil-day.ts';
import { table } from '../holidays/written-holidays.ts';
import { anyDay, anyTime, anywhere } from './any-question.ts';

describe('isAfter', () => {
  it('compares the day first, then the time', () => {
    const noon = { day: '2026-02-27', time: '12:00' };
    expect(isAfter(noon, noon)).toBe(false);
    expect(isAfter({ ...noon, time: '12:01' }, noon)).toBe(true);
    expect(isAfter({ day: '2026-02-26', time: '23:59' }, noon)).toBe(false);
    expect(isAfter({ day: '2026-02-28', time: '00:00' }, noon)).toBe(true);
  });
});

describe('callFrom', () => {
  const us = daysOff(table, 'us', undefined);
  const germany = daysOff(table, 'de', undefined);
  const later = { kind: 'at', time: '09:00', holiday: undefined };

  it.each([
    // 2026-02-26 is a Thursday.
    ['2026-02-26', '09:00', { kind: 'now' }],
    ['2026-02-26', '16:59', { kind: 'now' }],
    ['2026-02-26', '08:59', { ...later, day: '2026-02-26' }],
    ['2026-02-26', '17:00', { ...later, day: '2026-02-27' }],
    ['2026-02-27', '17:00', { ...later, day: '2026-03-02' }],
    ['2026-02-28', '10:00', { ...later, day: '2026-03-02' }],
    ['2026-03-01', '23:59', { ...later, day: '2026-03-02' }],
    // Thanksgiving, the day after it, and the evening before.
    ['2026-11-26', '10:00', { ...later, day: '2026-11-30', holiday: 'whole' }],
    ['2026-11-27', '10:00', { ...later, day: '2026-11-30', holiday: 'whole' }],
    ['2026-11-25', '18:00', { ...later, day: '2026-11-30' }],
  ])('on %s at %s is %j', (day, time, call) => {
    expect(callFrom({ day, time }, '2026-12-31', us)).toEqual(call);
  });

  it('says where a day off is one only in some regions, while their office may be open', () => {
    const assumption = { day: '2028-08-15', time: '10:00' };
    const tomorrow = { kind: 'at', day: '2028-08-16', time: '09:00' };
    expect(callFrom(assumption, '2028-12-31', germany)).toEqual({ ...tomorrow, holiday: 'partly' });
    expect(callFrom({ ...assumption, time: '17:00' }, '2028-12-31', germany)).toEqual({
      ...tomorrow,
      holiday: undefined,
    });
    const [saarland, berlin] = ['sl', 'be'].map((region) => daysOff(table, 'de', region));
    if (!saarland || !berlin) return expect.unreachable();
    expect(callFrom(assumption, '2028-12-31', saarland)).toEqual({ ...tomorrow, holiday: 'whole' });
    expect(callFrom(assumption, '2028-12-31', berlin)).toEqual({ kind: 'now' });
  });

  it('says to write at once where the next open office is too late', () => {
    const friday = { day: '2026-02-27', time: '18:00' };
    const monday = { day: '2026-03-02', time: '09:00', holiday: undefined };
    expect(callFrom(friday, '2026-03-01', us)).toEqual({ kind: 'write', ...monday });
    expect(callFrom(friday, '2026-03-02', us)).toEqual({ kind: 'at', ...monday });
  });

  it('never waits until after the last day, and never calls on a weekend or a holiday', () => {
    fc.assert(
      fc.property(
        anyDay,
        anyTime,
        fc.nat({ max: 9 }),
        anywhere,
        (day, time, ahead, [place, region]) => {
          const off = daysOff(table, place, region);
          const lastDay = addDays(day, ahead);
          const call = callFrom({ day, time }, lastDay, off);
          expect(isWorkingDay(call.kind === 'now' ? day : call.day, off.days)).toBe(true);
          if (call.kind === 'now') return;
          expect(call.kind === 'at').toBe(call.day <= lastDay);
          if (call.holiday) expect(off.days.has(day)).toBe(true);
        },
      ),
    );
  });
});
