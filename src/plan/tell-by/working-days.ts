import { addDays, weekday } from '../../site/civil-day.ts';

/** Days on which offices are closed, `YYYY-MM-DD`, besides Saturdays and Sundays. */
export type Holidays = ReadonlySet<string>;

/** Whether `day` is one from Monday to Friday, and none of `holidays`. */
export function isWorkingDay(day: string, holidays: Holidays): boolean {
  return weekday(day) % 6 !== 0 && !holidays.has(day);
}

/** `day` if it is a working day, or else the last one before it. */
export function workingDayUpTo(day: string, holidays: Holidays): string {
  return isWorkingDay(day, holidays) ? day : addWorkingDays(day, -1, holidays);
}

/** The first working day after `day`. */
export function nextWorkingDay(day: string, holidays: Holidays): string {
  return addWorkingDays(day, 1, holidays);
}

/**
 * The last of `count` working days after `day`, which itself is not counted; the working day that
 * lies `-count` before it, if negative. 0 is `day`.
 */
export function addWorkingDays(day: string, count: number, holidays: Holidays): string {
  const step = Math.sign(count);
  let reached = day;
  for (let left = Math.abs(count); left > 0; ) {
    reached = addDays(reached, step);
    if (isWorkingDay(reached, holidays)) left -= 1;
  }
  return reached;
}
