import fc from 'fast-check';
import { daysOff } from '../../../../src/plan/holidays/days-off.ts';
import { longest, NOTICE_UNITS, type Notice } from '../../../../src/plan/tell-by/notice.ts';
import type {
  MatchQuestion,
  NoticeQuestion,
  TeacherQuestion,
  TellByQuestion,
} from '../../../../src/plan/tell-by/question.ts';
import { addDays } from '../../../../src/site/civil-day.ts';
import { everywhere, table } from '../holidays/written-holidays.ts';

/**
 * Any day of eighty years, with more from those whose holidays are known, and around leap days and
 * ends of years.
 */
export const anyDay = fc.oneof(
  fc.integer({ min: 0, max: 29_000 }).map((count) => addDays('2020-01-01', count)),
  fc.integer({ min: 0, max: 4_000 }).map((count) => addDays('2026-01-01', count)),
  fc
    .tuple(
      fc.constantFrom('2024-02-29', '2028-02-29', '2027-02-28', '2026-12-31', '2096-02-29'),
      fc.integer({ min: -3, max: 3 }),
    )
    .map(([day, count]) => addDays(day, count)),
);

/** Any notice that a contract can be asked for. */
export const anyNotice: fc.Arbitrary<Notice> = fc
  .constantFrom(...NOTICE_UNITS)
  .chain((unit) => fc.integer({ min: 0, max: longest(unit) }).map((count) => ({ count, unit })));

/** Any time of day, with the hours that matter more often. */
export const anyTime = fc.oneof(
  fc.constantFrom('08:59', '09:00', '11:59', '12:00', '12:01', '16:59', '17:00', '00:00', '23:59'),
  fc
    .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
    .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':')),
);

/** Any place with any of its regions, or none. */
export const anywhere = fc.constantFrom(...everywhere);

/** The holidays of any place. */
export const anyHolidays = anywhere.map(([place, region]) => daysOff(table, place, region).days);

const beside = { agency: fc.boolean(), visa: fc.boolean() };

/** Any question about a job that is left by notice, and starts on `start`. */
function anyNoticeQuestion(start: string): fc.Arbitrary<NoticeQuestion> {
  return anywhere.chain(([place, region]) =>
    fc.record({
      ...beside,
      place: fc.constant(place),
      region: fc.constant(region),
      job: fc.constantFrom('ordinary', 'licensed' as const),
      start: fc.constant(start),
      notice: fc.option(anyNotice, { nil: undefined }),
      fixed: fc.boolean(),
      trial: fc.boolean(),
    }),
  );
}

/** Any question about a job with dates of its own. */
function anyHardQuestion(start: string): fc.Arbitrary<TeacherQuestion | MatchQuestion> {
  const common = { ...beside, place: fc.constant('us'), region: fc.constant(undefined) };
  return fc.oneof(
    fc.record({ ...common, job: fc.constant('texasTeacher' as const), start: fc.constant(start) }),
    fc.record({ ...common, job: fc.constant('match' as const) }),
  );
}

/** A day, a time and a question about a job that starts on that day or within two years. */
function casesOf<Question extends TellByQuestion>(
  question: (start: string) => fc.Arbitrary<Question>,
) {
  return fc
    .tuple(anyDay, anyTime, fc.oneof(fc.nat({ max: 730 }), fc.nat({ max: 14 })))
    .chain(([day, time, ahead]) =>
      fc.record({ now: fc.constant({ day, time }), question: question(addDays(day, ahead)) }),
    );
}

/** A case of a job that is left by notice; and one of any job. */
export const anyNoticeCase = casesOf(anyNoticeQuestion);
export const anyCase = casesOf<TellByQuestion>((start) =>
  fc.oneof({ weight: 4, arbitrary: anyNoticeQuestion(start) }, anyHardQuestion(start)),
);
