import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysBetween } from '../../../../src/plan/civil-day.ts';
import { isAfter, type Moment } from '../../../../src/plan/tell-by/moment.ts';
import { noticeEnd } from '../../../../src/plan/tell-by/notice.ts';
import type { TellByQuestion } from '../../../../src/plan/tell-by/question.ts';
import { tellBy } from '../../../../src/plan/tell-by/tell-by.ts';
import { isWorkingDay, nextWorkingDay } from '../../../../src/plan/tell-by/working-days.ts';
import { table } from '../holidays/written-holidays.ts';
import { anyCase, offFor } from './any-question.ts';
import { rules } from './written-rules.ts';

// A Wednesday, in office hours.
const NOW: Moment = { day: '2026-02-25', time: '10:00' };
const question: TellByQuestion = {
  country: 'us',
  region: undefined,
  job: 'ordinary',
  start: '2026-04-01',
  notice: undefined,
  probation: false,
  agency: false,
  visa: false,
};

const ask = (changes: Partial<TellByQuestion>, now = NOW) =>
  tellBy({ ...question, ...changes }, now, rules, offFor({ ...question, ...changes }));

describe('tellBy', () => {
  it.each([
    // The contract comes first everywhere but where notice runs from the first day.
    [{ notice: { count: 2, unit: 'weeks' } }, { basis: 'contract', day: '2026-03-17' }],
    [{ notice: { count: 1, unit: 'months' } }, { basis: 'contract', day: '2026-02-27' }],
    [{ notice: { count: 0, unit: 'days' } }, { basis: 'contract', day: '2026-03-31' }],
    [{ country: 'us' }, { basis: 'none', day: '2026-03-31' }],
    [{ country: 'sg' }, { basis: 'none', day: '2026-03-31' }],
    [{ country: 'uk' }, { basis: 'advice', day: '2026-03-24' }],
    [
      { country: 'de', start: '2026-05-01' },
      { basis: 'law', day: '2026-04-02', end: '2026-04-30' },
    ],
    [
      { country: 'de', probation: true },
      { basis: 'probation', day: '2026-03-17', paper: true },
    ],
    [{ country: 'ca-on' }, { basis: 'open', day: '2026-03-31' }],
    [{ country: 'au' }, { basis: 'open' }],
    [{ country: 'in' }, { basis: 'open' }],
    [{ country: 'other' }, { basis: 'open' }],
  ] satisfies [Partial<TellByQuestion>, object][])('of %j is %j', (changes, outcome) => {
    expect(ask(changes)).toMatchObject({ kind: 'by', ...outcome });
  });

  it('says that no day avoids a notice that runs from the first day', () => {
    expect(ask({ country: 'ch' })).toMatchObject({ kind: 'fromStart', end: undefined });
    expect(ask({ country: 'ch', probation: true })).toMatchObject({
      kind: 'fromStart',
      end: '2026-04-07',
    });
    expect(ask({ country: 'ch', notice: { count: 1, unit: 'months' } })).toMatchObject({
      kind: 'fromStart',
      end: '2026-04-30',
    });
  });

  it('says late what is late, and by how much', () => {
    const start = '2026-03-04';
    expect(ask({ start, notice: { count: 2, unit: 'weeks' } })).toMatchObject({
      kind: 'late',
      end: '2026-03-11',
      overlap: 8,
    });
    expect(ask({ start: NOW.day })).toMatchObject({ kind: 'late', basis: 'none', overlap: 1 });
  });

  it('gives a letter three working days to arrive', () => {
    expect(ask({ country: 'de', probation: true })).toMatchObject({ postBy: '2026-03-12' });
  });

  it('keeps noon, and after it the rest of that day', () => {
    const friday = '2026-02-27';
    const monday = { start: '2026-03-02' };
    expect(ask(monday, { day: friday, time: '12:00' })).toMatchObject({ kind: 'by', day: friday });
    expect(ask(monday, { day: friday, time: '12:01' })).toMatchObject({
      kind: 'today',
      call: { kind: 'now' },
    });
    expect(ask(monday, { day: '2026-03-01', time: '09:30' })).toMatchObject({
      kind: 'today',
      call: { kind: 'write', day: '2026-03-02' },
    });
  });

  it('is right for any country, contract, start and moment', () => {
    fc.assert(
      fc.property(anyCase, ({ question: asked, now }) => {
        const off = offFor(asked);
        const { days } = off;
        const outcome = tellBy(asked, now, rules, off);
        const { start } = asked;
        switch (outcome.kind) {
          case 'by':
            expect(isWorkingDay(outcome.day, days)).toBe(true);
            expect(outcome.end).toBe(noticeEnd(outcome.day, outcome.notice, days));
            expect(outcome.end < start).toBe(true);
            expect(
              noticeEnd(nextWorkingDay(outcome.day, days), outcome.notice, days) >= start,
            ).toBe(true);
            expect(isAfter(now, { day: outcome.day, time: '12:00' })).toBe(false);
            expect(isWorkingDay(outcome.postBy, days) && outcome.postBy < outcome.day).toBe(true);
            if (outcome.call.kind === 'at') expect(outcome.call.day <= outcome.day).toBe(true);
            break;
          case 'today':
            expect(noticeEnd(now.day, outcome.notice, days) < start).toBe(true);
            // Another working day's noon would not do.
            expect(
              now.time >= '12:00' || !isWorkingDay(now.day, days)
                ? noticeEnd(nextWorkingDay(now.day, days), outcome.notice, days) >= start
                : false,
            ).toBe(true);
            expect(outcome.call.kind).not.toBe('at');
            break;
          case 'late':
            expect(outcome.end).toBe(noticeEnd(now.day, outcome.notice, days));
            expect(outcome.overlap).toBe(daysBetween(start, outcome.end) + 1);
            expect(outcome.overlap).toBeGreaterThan(0);
            break;
          case 'fromStart':
            expect(asked.country).toBe('ch');
            break;
          default:
            expect.unreachable();
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it.each(['Pacific/Kiritimati', 'America/Los_Angeles', 'Asia/Kolkata', 'Europe/Berlin'])(
    'is the same in %s as in UTC',
    (zone) => {
      const cases = fc.sample(anyCase, { numRuns: 150, seed: 5 });
      const module = (path: string) =>
        JSON.stringify(resolve(import.meta.dirname, '../../../../src/plan', path));
      const script = `
        const { tellBy } = await import(${module('tell-by/tell-by.ts')});
        const { daysOff } = await import(${module('holidays/days-off.ts')});
        const { readFileSync } = await import('node:fs');
        const { cases, rules, table } = JSON.parse(readFileSync(0, 'utf8'));
        console.log(JSON.stringify(cases.map(({ question, now }) =>
          tellBy(question, now, rules, daysOff(table, question.country, question.region)))));`;
      const said = execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
        env: { ...process.env, TZ: zone, NODE_NO_WARNINGS: '1' },
        input: JSON.stringify({ cases, rules, table }),
        encoding: 'utf8',
      });
      const here = cases.map((one) => tellBy(one.question, one.now, rules, offFor(one.question)));
      expect(JSON.parse(said)).toEqual(JSON.parse(JSON.stringify(here)));
    },
  );
});
