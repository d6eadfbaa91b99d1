import Holidays, { type HolidaysTypes } from 'date-holidays';
import { addDays, weekday } from '../../site/civil-day.ts';
import type { Region, WrittenHolidays } from './holidays-schema.ts';

/** The hour at which offices close. What begins later, such as an evening before a feast, closes none. */
const CLOSING = '17:00';

/** Asked only for what there is. */
const KNOWN = new Holidays();

/**
 * The days from Monday to Friday on which offices are closed in `region` of `place`, or in all of
 * it without one, in `years`: `YYYY-MM-DD`, in order. Where a region has parts with days of their
 * own, those of every part count. From the library date-holidays, at build time only.
 *
 * @throws an Error where `place` names a country, a state or a rule that the library does not have
 */
export function holidaysOf(
  place: WrittenHolidays,
  region: Region | undefined,
  years: readonly number[],
): string[] {
  const rules = [...place.also, ...(region?.also ?? [])];
  const state = region ? region.state : place.state;
  const days = calendars(place.country, state).flatMap((calendar) => {
    // A day is the same in every time zone, and reckoning in one takes most of the time.
    calendar.setTimezone('');
    for (const rule of rules) addRule(calendar, rule);
    return years
      .flatMap((year) => calendar.getHolidays(year))
      .filter(({ type, date }) => isCounted(type, place) && date.slice(11, 16) < CLOSING)
      .flatMap(daysOf);
  });
  return [...new Set(days)].filter((day) => weekday(day) % 6 !== 0).sort();
}

function isCounted(type: HolidaysTypes.HolidayType, { types }: WrittenHolidays): boolean {
  return types.some((counted) => counted === type);
}

/** The calendar of `state` of `country`, or of the country alone, and those of the state's parts. */
function calendars(country: string, state: string | undefined): Holidays[] {
  if (!Object.hasOwn(KNOWN.getCountries(), country)) throw unknown('country', country);
  if (state === undefined) return [new Holidays(country)];
  if (!Object.hasOwn(KNOWN.getStates(country) ?? {}, state))
    throw unknown(`state of ${country}`, state);
  const parts = Object.keys(KNOWN.getRegions(country, state) ?? {});
  return [new Holidays(country, state), ...parts.map((part) => new Holidays(country, state, part))];
}

function addRule(calendar: Holidays, rule: string): void {
  if (!calendar.setHoliday(rule, { name: rule, type: 'public' })) throw unknown('rule', rule);
}

/** Every day of a holiday. Clocks that change make one of them an hour longer or shorter. */
function daysOf({ date, start, end }: HolidaysTypes.Holiday): string[] {
  const count = Math.max(1, Math.round((end.getTime() - start.getTime()) / 86_400_000));
  return Array.from({ length: count }, (_, index) => addDays(date.slice(0, 10), index));
}

function unknown(what: string, found: string): Error {
  return new Error(
    `content/plan/places: the field "holidays" is wrong. Found: the ${what} "${found}", which date-holidays does not have. Allowed: what its README lists.`,
  );
}
