import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysOff } from '../../../../src/plan/holidays/days-off.ts';
import { holidayTable } from '../../../../src/plan/holidays/holiday-table.ts';
import { weigh } from '../../../../src/plan/places/act.ts';
import { isAfter, type Moment } from '../../../../src/plan/tell-by/moment.ts';
import { noticeEnd } from '../../../../src/plan/tell-by/notice.ts';
import { commitmentOf, type NoticeQuestion } from '../../../../src/plan/tell-by/question.ts';
import { type TellByOutcome, tellBy } from '../../../../src/plan/tell-by/tell-by.ts';
import { isWorkingDay, nextWorkingDay } from '../../../../src/plan/tell-by/working-days.ts';
import { addDays, daysBetween } from '../../../../src/site/civil-day.ts';
import { everywhere, table } from '../holidays/written-holidays.ts';
import { PLACES } from '../places/written-places.ts';
import { anyCase, anyNoticeCase, anyTime } from './any-question.ts';
import { law, offFor, placeToTell } from './written-law.ts';

// A Wednesday, in office hours.
const NOW: Moment = { day: '2026-02-25', time: '10:00' };
const question: NoticeQuestion = {
  ...{ place: 'us', region: undefined, job: 'ordinary', start: '2026-04-01' },
  ...{ notice: undefined, fixed: false, trial: false, agency: false, visa: false },
};

function ask(changes: Partial<NoticeQuestion>, now = NOW): TellByOutcome {
  const asked = { ...question, ...changes };
  return tellBy(asked, now, law, offFor(asked));
}

/** Every day that an outcome calls a working day. */
function workingDaysIn(outcome: TellByOutcome, now: Moment): string[] {
  return [
    ...('day' in outcome && outcome.day ? [outcome.day] : []),
    ...('postBy' in outcome && outcome.postBy ? [outcome.postBy] : []),
    ...('call' in outcome ? [outcome.call.kind === 'now' ? now.day : outcome.call.day] : []),
  ];
}

describe('tellBy', () => {
  it.each([
    // The contract comes first, except where a trial period ends at once.
    [{ notice: { count: 2, unit: 'weeks' } }, { basis: 'contract', day: '2026-03-17' }],
    [{ notice: { count: 1, unit: 'months' } }, { basis: 'contract', day: '2026-02-27' }],
    [{ notice: { count: 0, unit: 'days' } }, { basis: 'none', day: '2026-03-31' }],
    [{ place: 'us' }, { basis: 'none', day: '2026-03-31' }],
    [{ place: 'sg' }, { basis: 'advice', day: '2026-03-30' }],
    [{ place: 'uk' }, { basis: 'advice', day: '2026-03-24' }],
    [
      { place: 'de', start: '2026-05-01' },
      { basis: 'law', day: '2026-04-02', end: '2026-04-30' },
    ],
    [
      { place: 'de', trial: true },
      { basis: 'probation', day: '2026-03-17' },
    ],
    [
      { place: 'nl', trial: true, notice: { count: 1, unit: 'months' } },
      { basis: 'trial', day: '2026-03-31' },
    ],
    [{ place: 'nl' }, { basis: 'open', day: '2026-03-31' }],
    [{ place: 'ca-on' }, { basis: 'open', day: '2026-03-31' }],
    [{ place: 'ca-qc' }, { basis: 'open' }],
    [{ place: 'au' }, { basis: 'open' }],
    [{ place: 'nz' }, { basis: 'open' }],
    [{ place: 'in' }, { basis: 'open' }],
  ] satisfies [Partial<NoticeQuestion>, object][])('of %j is %j', (changes, outcome) => {
    expect(ask(changes)).toMatchObject({ kind: 'by', ...outcome });
  });

  it.each(PLACES.map(({ id }) => id))(
    'counts nothing of a fixed term without a word on notice: %s',
    (place) => {
      for (const visa of [true, false]) {
        const outcome = ask({ place, fixed: true, visa });
        expect(outcome).toMatchObject({ kind: 'ask', basis: 'fixed' });
        expect(['release', 'advice']).toContain(outcome.act);
      }
    },
  );

  it.each(['at', 'fr', 'other'])('counts nothing where a notice would not be safe: %s', (place) => {
    expect(ask({ place })).toMatchObject({ kind: 'ask', basis: 'open' });
  });

  it('says that no day avoids a notice that runs from the first day', () => {
    expect(ask({ place: 'ch' })).toMatchObject({
      kind: 'fromStart',
      basis: 'law',
      end: '2026-04-07',
    });
    expect(ask({ place: 'ch', notice: { count: 1, unit: 'months' } })).toMatchObject({
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

  it('gives a letter three working days to arrive, and half a day to be posted', () => {
    const german = { place: 'de', trial: true } as const;
    expect(ask(german)).toMatchObject({ postBy: '2026-03-12' });
    const at = (day: string, time: string) => ask(german, { day, time });
    expect(at('2026-03-12', '12:00')).toMatchObject({ postBy: '2026-03-12' });
    expect(at('2026-03-12', '12:01')).toMatchObject({ kind: 'by', postBy: undefined });
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

  it('is right for any place, contract, start and moment', () => {
    fc.assert(
      fc.property(anyNoticeCase, ({ question: asked, now }) => {
        const off = offFor(asked);
        const { days } = off;
        const outcome = tellBy(asked, now, law, off);
        const { start } = asked;
        switch (outcome.kind) {
          case 'by':
            expect(outcome.end).toBe(noticeEnd(outcome.day, outcome.notice, days));
            expect(outcome.end < start).toBe(true);
            expect(
              noticeEnd(nextWorkingDay(outcome.day, days), outcome.notice, days) >= start,
            ).toBe(true);
            expect(isAfter(now, { day: outcome.day, time: '12:00' })).toBe(false);
            if (outcome.postBy) expect(outcome.postBy < outcome.day).toBe(true);
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
            expect(asked.place).toBe('ch');
            break;
          case 'ask':
            expect(['fixed', 'open']).toContain(outcome.basis);
            expect(['release', 'advice']).toContain(outcome.act);
            break;
          default:
            expect.unreachable();
        }
      }),
      { numRuns: 300 },
    );
  });

  it('asks for the act that the one rule of the site asks for', () => {
    fc.assert(
      fc.property(anyCase, ({ question: asked, now }) => {
        const { act } = tellBy(asked, now, law, offFor(asked));
        expect(act).toBe(weigh(commitmentOf(asked), placeToTell(asked.place).law).act);
        if ('fixed' in asked && asked.fixed && !asked.trial) {
          expect(['release', 'advice']).toContain(act);
        }
        if (asked.visa || asked.job === 'match') expect(act).toBe('advice');
      }),
      { numRuns: 200 },
    );
  });

  it.each(everywhere)('calls no holiday of ten years a working day: %s, %s', (place, region) => {
    const off = daysOff(table, place, region);
    // Every day off, one after the other, and starts that lie right behind it.
    const near = fc
      .tuple(
        fc.constantFrom(...off.days, '2026-12-24'),
        fc.integer({ min: -12, max: 1 }),
        fc.integer({ min: 0, max: 40 }),
      )
      .map(([day, before, ahead]) => ({ today: addDays(day, before), ahead }));
    fc.assert(
      fc.property(near, anyTime, anyNoticeCase, ({ today, ahead }, time, { question: any }) => {
        const asked = { ...any, place, region, start: addDays(today, ahead) };
        const now = { day: today, time };
        const outcome = tellBy(asked, now, law, off);
        for (const day of workingDaysIn(outcome, now)) {
          expect(isWorkingDay(day, off.days), day).toBe(true);
        }
        if ('call' in outcome && off.days.has(today)) expect(outcome.call.kind).not.toBe('now');
      }),
      { numRuns: 15 },
    );
  });

  describe('what is not known of holidays', () => {
    const built = holidayTable(PLACES, [2026, 2029]);
    const doubt = (place: string, now: string, start: string) =>
      tellBy(
        { ...question, place, start },
        { day: now, time: '10:00' },
        law,
        daysOff(built, place, undefined),
      ).doubt;

    it('is told where none are known', () => {
      expect(doubt('other', '2026-02-25', '2026-04-01')).toEqual({ kind: 'unknown' });
    });

    it('is told beyond the years that are known, and of a page that is older than they are', () => {
      const beyond = { kind: 'beyond', years: [2026, 2029] };
      expect(doubt('us', '2029-12-01', '2029-12-31')).toBeUndefined();
      expect(doubt('us', '2029-12-01', '2030-01-02')).toEqual(beyond);
      expect(doubt('us', '2030-01-02', '2030-01-03')).toEqual(beyond);
      expect(doubt('us', '2025-12-31', '2026-01-05')).toEqual(beyond);
      // A notice from the first day on runs into another year.
      expect(doubt('ch', '2029-12-01', '2029-12-28')).toEqual(beyond);
    });

    it('is told where the list of a place has gaps', () => {
      expect(doubt('in', '2026-02-25', '2026-04-01')).toMatchObject({ kind: 'unsure' });
      expect(doubt('sg', '2026-02-25', '2026-04-01')).toBeUndefined();
      expect(doubt('sg', '2026-12-25', '2027-01-04')).toMatchObject({ kind: 'unsure' });
    });
  });

  it.each(['Pacific/Kiritimati', 'America/Los_Angeles', 'Asia/Kolkata', 'Europe/Berlin'])(
    'is the same in %s as in UTC',
    (zone) => {
      const cases = fc.sample(anyCase, { numRuns: 60, seed: 5 });
      const module = (path: string) =>
        JSON.stringify(resolve(import.meta.dirname, '../../../../src/plan', path));
      const script = `
        const { tellBy } = await import(${module('tell-by/tell-by.ts')});
        const { daysOff } = await import(${module('holidays/days-off.ts')});
        const { readFileSync } = await import('node:fs');
        const { cases, law, table } = JSON.parse(readFileSync(0, 'utf8'));
        console.log(JSON.stringify(cases.map(({ question, now }) =>
          tellBy(question, now, law, daysOff(table, question.place, question.region)))));`;
      const said = execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
        env: { ...process.env, TZ: zone, NODE_NO_WARNINGS: '1' },
        input: JSON.stringify({ cases, law, table }),
        encoding: 'utf8',
      });
      const here = cases.map((one) => tellBy(one.question, one.now, law, offFor(one.question)));
      expect(JSON.parse(said)).toEqual(JSON.parse(JSON.stringify(here)));
    },
  );
});
