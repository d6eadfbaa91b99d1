const DAY = new Intl.DateTimeFormat('en-US', { dateStyle: 'full', timeZone: 'UTC' });

/** A civil day with its day of the week, such as "Friday, December 4, 2026". */
export function fullDay(day: string): string {
  return DAY.format(new Date(`${day}T00:00:00Z`));
}
