import { isCivilDay } from '../../site/civil-day.ts';
import type { Blanks } from '../../site/fill-blanks.ts';

const DAY = new Intl.DateTimeFormat('en-US', { dateStyle: 'full', timeZone: 'UTC' });

/** A civil day with its day of the week, such as "Friday, December 4, 2026". */
export function fullDay(day: string): string {
  return DAY.format(new Date(`${day}T00:00:00Z`));
}

/** The days of `outcome` as a reader sees them, by name. What is no day is left out. */
export function fullDays(outcome: object): Blanks {
  return Object.fromEntries(
    Object.entries(outcome).flatMap(([name, value]) =>
      typeof value === 'string' && isCivilDay(value) ? [[name, fullDay(value)]] : [],
    ),
  );
}
