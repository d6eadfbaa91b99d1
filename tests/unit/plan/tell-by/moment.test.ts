import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../../src/plan/civil-day.ts';
import { callFrom, isAfter } from '../../../../src/plan/tell-by/moment.ts';
import { isWorkingDay } from '../../../../src/plan/tell-by/working-days.ts';
import { anyDay, anyTime } from './any-question.ts';

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
  it.each([
    // 2026-02-26 is a Thursday.
    ['2026-02-26', '09:00', { kind: 'now' }],
    ['2026-02-26', '16:59', { kind: 'now' }],
    ['2026-02-26', '08:59', { kind: 'at', day: '2026-02-26' }],
    ['2026-02-26', '17:00', { kind: 'at', day: '2026-02-27' }],
    ['2026-02-27', '17:00', { kind: 'at', day: '2026-03-02' }],
    ['2026-02-28', '10:00', { kind: 'at', day: '2026-03-02' }],
    ['2026-03-01', '23:59', { kind: 'at', day: '2026-03-02' }],
  ])('on %s at %s is %j', (day, time, call) => {
    expect(callFrom({ day, time }, '2026-12-31')).toEqual(call);
  });

  it('says to write at once where the next open office is too late', () => {
    const friday = { day: '2026-02-27', time: '18:00' };
    expect(callFrom(friday, '2026-03-01')).toEqual({ kind: 'write', day: '2026-03-02' });
    expect(callFrom(friday, '2026-03-02')).toEqual({ kind: 'at', day: '2026-03-02' });
  });

  it('never waits until after the last day, and never calls on a weekend', () => {
    fc.assert(
      fc.property(anyDay, anyTime, fc.nat({ max: 9 }), (day, time, ahead) => {
        const lastDay = addDays(day, ahead);
        const call = callFrom({ day, time }, lastDay);
        expect(isWorkingDay(call.kind === 'now' ? day : call.day)).toBe(true);
        if (call.kind !== 'now') expect(call.kind === 'at').toBe(call.day <= lastDay);
      }),
    );
  });
});
