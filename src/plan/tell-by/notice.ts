import { addDays, addMonths, endOfMonth } from '../../site/civil-day.ts';
import { addWorkingDays, type Holidays, workingDayUpTo } from './working-days.ts';

/**
 * What a notice is counted in, in the order in which a form offers it. Some run on from there to the
 * end of a month or a quarter, as contracts in Europe often want, or to the 15th if that comes first.
 */
export const NOTICE_UNITS = [
  'days',
  'workingDays',
  'weeks',
  'months',
  'weeksToEnd',
  'weeksTo15thOrEnd',
  'monthsToEnd',
  'monthsToQuarter',
] as const;
export type NoticeUnit = (typeof NOTICE_UNITS)[number];

/** A notice as a contract or a law has it. A count of 0 is none. */
export interface Notice {
  readonly count: number;
  readonly unit: NoticeUnit;
}

/** The longest notice that is counted: a year, in `unit`. */
export function longest(unit: NoticeUnit): number {
  if (unit === 'days') return 366;
  if (unit === 'workingDays') return 262;
  return unit.startsWith('weeks') ? 52 : 12;
}

/**
 * The last day of a notice that they receive on `day`. That day itself is not counted, the usual
 * way to count and the careful one: a notice of one day received on Monday ends on Tuesday. A month
 * ends on the day of the same number, or on the last of a shorter month. Never earlier for a later
 * `day`, nor for a larger count of the same unit.
 */
export function noticeEnd(day: string, { count, unit }: Notice, holidays: Holidays): string {
  switch (unit) {
    case 'days':
      return addDays(day, count);
    case 'workingDays':
      return addWorkingDays(day, count, holidays);
    case 'weeks':
      return addDays(day, count * 7);
    case 'months':
      return addMonths(day, count);
    case 'weeksToEnd':
      return endOfMonth(addDays(day, count * 7));
    case 'weeksTo15thOrEnd':
      return fifteenthOrEnd(addDays(day, count * 7));
    case 'monthsToEnd':
      return endOfMonth(addMonths(day, count));
    case 'monthsToQuarter':
      return endOfQuarter(addMonths(day, count));
  }
}

/** The first day from `day` on that is the 15th or the last of a month. */
function fifteenthOrEnd(day: string): string {
  return day.slice(8) <= '15' ? `${day.slice(0, 8)}15` : endOfMonth(day);
}

/** The last day of March, June, September or December that `day` is on or before. */
function endOfQuarter(day: string): string {
  return endOfMonth(addMonths(day, (12 - Number(day.slice(5, 7))) % 3));
}

/** Days in which the longest notice ends, however many of them are holidays. */
const SPAN = 1_000;

/** The last working day on which they can receive `notice` so that it ends before `start`. */
export function lastWorkingDayFor(notice: Notice, start: string, holidays: Holidays): string {
  // Counted back from the start, where a notice is too late; `SPAN` days before it, none is.
  let [fits, late] = [SPAN, 0];
  while (fits - late > 1) {
    const middle = Math.floor((fits + late) / 2);
    if (noticeEnd(addDays(start, -middle), notice, holidays) < start) fits = middle;
    else late = middle;
  }
  return workingDayUpTo(addDays(start, -fits), holidays);
}
