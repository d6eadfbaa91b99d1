import fc from 'fast-check';
import { addDays } from '../../../../src/plan/civil-day.ts';
import { type DaysOff, daysOff } from '../../../../src/plan/holidays/days-off.ts';
import { CONTRACT_UNITS, LONGEST, type Notice } from '../../../../src/plan/tell-by/notice.ts';
import type { TellByQuestion } from '../../../../src/plan/tell-by/question.ts';
import { everywhere, table } from '../holidays/written-holidays.ts';
import { countries } from './written-rules.ts';

/** Any day of eighty years, with the years whose holidays are known and days around leap days and ends of years more often. */
export const anyDay = fc.oneof(
  fc.integer({ min: 0, max: 29_000 }).map((count) => addDays('2020-01-01', count)),
  fc.integer({ min: 0, max: 3_600 }).map((count) => addDays('2026-01-01', count)),
  fc
    .tuple(
      fc.constantFrom('2024-02-29', '2028-02-29', '2027-02-28', '2026-12-31', '2096-02-29'),
      fc.integer({ min: -3, max: 3 }),
    )
    .map(([day, count]) => addDays(day, count)),
);

/** Any notice that a contract can be asked for. */
export const anyNotice: fc.Arbitrary<Notice> = fc
  .constantFrom(...CONTRACT_UNITS)
  .chain((unit) => fc.integer({ min: 0, max: LONGEST[unit] }).map((count) => ({ count, unit })));

/** Any place that forms offer, with any of its regions or none. */
export const anywhere = fc.constantFrom(
  ...[...everywhere, ['other', undefined] as const].filter(([place]) => countries.includes(place)),
);

/** The holidays of any place. */
export const anyHolidays = anywhere.map(([place, region]) => daysOff(table, place, region).days);

/** Any time of day, with the hours that matter more often. */
export const anyTime = fc.oneof(
  fc.constantFrom('08:59', '09:00', '11:59', '12:00', '12:01', '16:59', '17:00', '00:00', '23:59'),
  fc
    .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
    .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':')),
);

/** Any question about an ordinary job that starts on `start`. */
function anyQuestion(start: string): fc.Arbitrary<TellByQuestion> {
  return anywhere.chain(([country, region]) =>
    fc.record({
      country: fc.constant(country),
      region: fc.constant(region),
      job: fc.constant('ordinary' as const),
      start: fc.constant(start),
      notice: fc.option(anyNotice, { nil: undefined }),
      probation: fc.boolean(),
      agency: fc.boolean(),
      visa: fc.boolean(),
    }),
  );
}

/** The days off that the outcome of a question rests on. */
export function offFor({ country, region }: Pick<TellByQuestion, 'country' | 'region'>): DaysOff {
  return daysOff(table, country, region);
}

/** A day, a time and a question about a job that starts on that day or within two years. */
export const anyCase = fc
  .tuple(anyDay, anyTime, fc.oneof(fc.nat({ max: 730 }), fc.nat({ max: 14 })))
  .chain(([day, time, ahead]) =>
    fc.record({ now: fc.constant({ day, time }), question: anyQuestion(addDays(day, ahead)) }),
  );
