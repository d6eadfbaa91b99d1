/**
 * A calendar day as people write it, without an hour or a time zone: `YYYY-MM-DD`, in the
 * proleptic Gregorian calendar, years 1900 to 2200. Strings of this shape sort as the days do.
 */

const DAY = 86_400_000;
const FIRST_YEAR = 1900;
const LAST_YEAR = 2200;

/** Whether `text` is a day that exists, written `YYYY-MM-DD`, in the years 1900 to 2200. */
export function isCivilDay(text: string): boolean {
  const [, year = 0, month = 0, day = 0] = (/^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? []).map(Number);
  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12) return false;
  return day >= 1 && day <= lengthOf(year, month - 1);
}

/** The day `count` days after `day` (before it, if negative). Throws a RangeError as `time` does. */
export function addDays(day: string, count: number): string {
  return written(time(day) + count * DAY);
}

/**
 * The day of the same number `count` months after `day` (before it, if negative); where that month
 * is too short, its last day: January 31 and one month is February 28 or 29.
 */
export function addMonths(day: string, count: number): string {
  const from = new Date(time(day));
  // `Date.UTC` takes months beyond a year as those of the years around it.
  const [year, month] = [from.getUTCFullYear(), from.getUTCMonth() + count];
  return written(Date.UTC(year, month, Math.min(from.getUTCDate(), lengthOf(year, month))));
}

/** The day of the week, 0 (Sunday) to 6 (Saturday). */
export function weekday(day: string): number {
  return new Date(time(day)).getUTCDay();
}

/** Days from one day to another: 1 from a day to the next, negative where `to` comes first. */
export function daysBetween(from: string, to: string): number {
  return (time(to) - time(from)) / DAY;
}

/** The last day of the month that `day` is in. */
export function endOfMonth(day: string): string {
  const from = new Date(time(day));
  return written(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + 1, 0));
}

/** The day that a calendar on this device shows at the moment `date`. */
export function civilDayOf(date: Date): string {
  return written(Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()));
}

/** Milliseconds of `day` as if it were in UTC, where every day has 24 hours. Throws a RangeError. */
function time(day: string): number {
  return Date.parse(allowed(day));
}

/** Throws a RangeError where the day is outside the years that are allowed. */
function written(milliseconds: number): string {
  return allowed(new Date(milliseconds).toISOString().slice(0, 10));
}

function allowed(day: string): string {
  if (isCivilDay(day)) return day;
  throw new RangeError(`Not a day of the years ${FIRST_YEAR} to ${LAST_YEAR}: "${day}".`);
}

/** Days of a month; `month` from 0, and beyond a year as `Date.UTC` takes it. */
function lengthOf(year: number, month: number): number {
  return new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
}
