import { addDays, weekday } from '../civil-day.ts';

/** Monday to Friday. Public holidays differ by place and are not known here; readers are told so. */
export function isWorkingDay(day: string): boolean {
  const number = weekday(day);
  return number >= 1 && number <= 5;
}

/** `day` if it is a working day, or else the Friday before it. */
export function workingDayUpTo(day: string): string {
  return isWorkingDay(day) ? day : addDays(day, weekday(day) === 6 ? -1 : -2);
}

/** The first working day after `day`. */
export function nextWorkingDay(day: string): string {
  return addWorkingDays(day, 1);
}

/**
 * The last of `count` working days after `day`, which itself is not counted; the working day that
 * lies `-count` before it, if negative. 0 is `day`.
 */
export function addWorkingDays(day: string, count: number): string {
  if (count === 0) return day;
  const step = Math.sign(count);
  // Whole weeks first, from a day after (or before) which five working days are exactly a week.
  let reached = step > 0 || isWorkingDay(day) ? workingDayUpTo(day) : mondayAfter(day);
  reached = addDays(reached, Math.trunc(count / 5) * 7);
  for (let left = Math.abs(count) % 5; left > 0; left -= 1) {
    do reached = addDays(reached, step);
    while (!isWorkingDay(reached));
  }
  return reached;
}

function mondayAfter(weekendDay: string): string {
  return addDays(weekendDay, weekday(weekendDay) === 6 ? 2 : 1);
}
