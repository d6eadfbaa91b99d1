import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  civilDayOf,
  daysBetween,
  endOfMonth,
  isCivilDay,
  weekday,
} from '../../../src/site/civil-day.ts';

const day = fc.integer({ min: 0, max: 90_000 }).map((count) => addDays('1930-01-01', count));
const count = fc.integer({ min: -5_000, max: 5_000 });

describe('isCivilDay', () => {
  it.each(['1900-01-01', '2200-12-31', '2028-02-29', '2000-02-29', '2026-12-31'])(
    'takes %s',
    (text) => expect(isCivilDay(text)).toBe(true),
  );

  it.each([
    '',
    '2026-02-30',
    '2027-02-29',
    '1900-02-29',
    '2100-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '1899-12-31',
    '2201-01-01',
    '2026-1-1',
    '26-01-01',
    '2026-01-01T00:00',
    ' 2026-01-01',
    '2026-01-01\n',
    '02/03/2026',
    'soon',
  ])('refuses %j', (text) => expect(isCivilDay(text)).toBe(false));
});

describe('counting', () => {
  it('knows leap days, ends of months and years, and days of the week', () => {
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2027-02-28', 1)).toBe('2027-03-01');
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(addMonths('2028-01-31', 1)).toBe('2028-02-29');
    expect(addMonths('2026-11-30', 3)).toBe('2027-02-28');
    expect(addMonths('2026-03-31', -1)).toBe('2026-02-28');
    expect(addMonths('2026-01-15', -1)).toBe('2025-12-15');
    expect(endOfMonth('2028-02-01')).toBe('2028-02-29');
    expect(endOfMonth('2026-12-31')).toBe('2026-12-31');
    expect(weekday('2026-02-28')).toBe(6);
    expect(weekday('1900-01-01')).toBe(1);
    expect(daysBetween('2026-02-28', '2026-03-01')).toBe(1);
    expect(daysBetween('2028-03-01', '2028-02-28')).toBe(-2);
  });

  it('adds days and counts them back', () => {
    fc.assert(
      fc.property(day, count, (from, days) => {
        const to = addDays(from, days);
        expect(isCivilDay(to)).toBe(true);
        expect(daysBetween(from, to)).toBe(days);
        expect(weekday(to)).toBe((((weekday(from) + days) % 7) + 7) % 7);
        expect(to > from).toBe(days > 0);
      }),
    );
  });

  it('keeps the number of the day, or takes the last of a shorter month', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -200, max: 200 }), (from, months) => {
        const to = addMonths(from, months);
        expect(Number(to.slice(0, 4)) * 12 + Number(to.slice(5, 7))).toBe(
          Number(from.slice(0, 4)) * 12 + Number(from.slice(5, 7)) + months,
        );
        if (to.slice(8) !== from.slice(8)) {
          expect(to < to.slice(0, 8) + from.slice(8)).toBe(true);
          expect(to).toBe(endOfMonth(to));
        }
      }),
    );
  });

  it('refuses what is no day, and leaves no year it does not know', () => {
    expect(() => addDays('2026-02-30', 1)).toThrow('1900 to 2200: "2026-02-30"');
    expect(() => weekday('tomorrow')).toThrow(RangeError);
    expect(() => addDays('2200-12-31', 1)).toThrow('1900 to 2200: "2201-01-01"');
    expect(() => addDays('2026-01-01', Number.NaN)).toThrow(RangeError);
    expect(() => addMonths('1900-01-31', -1)).toThrow(RangeError);
  });
});

describe('civilDayOf', () => {
  it('is the day that the calendar on the device shows', () => {
    expect(civilDayOf(new Date(2026, 1, 28, 0, 0))).toBe('2026-02-28');
    expect(civilDayOf(new Date(2026, 1, 28, 23, 59, 59))).toBe('2026-02-28');
  });

  it.each([
    ['Pacific/Kiritimati', '2026-03-01'],
    ['America/Los_Angeles', '2026-02-28'],
    ['Asia/Kolkata', '2026-03-01'],
    ['UTC', '2026-02-28'],
  ])('in %s at 20:00 UTC is %s, and counting is the same there', (zone, expected) => {
    const module = resolve(import.meta.dirname, '../../../src/site/civil-day.ts');
    const script = `
      const d = await import(${JSON.stringify(module)});
      console.log(JSON.stringify([
        d.civilDayOf(new Date('2026-02-28T20:00:00Z')),
        d.addDays('2026-03-07', 1), d.addDays('2026-03-28', 1), d.addMonths('2026-10-31', 1),
        d.daysBetween('2026-01-01', '2026-12-31'), d.weekday('2026-03-29'),
      ]));`;
    const said = execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
      env: { ...process.env, TZ: zone, NODE_NO_WARNINGS: '1' },
      encoding: 'utf8',
    });
    expect(JSON.parse(said)).toEqual([expected, '2026-03-08', '2026-03-29', '2026-11-30', 364, 0]);
  });
});
