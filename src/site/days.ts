// Made once: a formatter costs a fifth of a millisecond to make, and each article shows several days.
// Marked as pure, so that a script which shows only months carries no formatter of days.
const DAY = /* @__PURE__ */ new Intl.DateTimeFormat('en-US', {
  dateStyle: 'long',
  timeZone: 'UTC',
});
const SHORT_DAY = /* @__PURE__ */ new Intl.DateTimeFormat('en-US', {
  dateStyle: 'medium',
  timeZone: 'UTC',
});
const MONTH = new Intl.DateTimeFormat('en-US', { month: 'long', year: 'numeric', timeZone: 'UTC' });

/** A day given as `YYYY-MM-DD` in American style, such as "November 23, 2026". */
export function longDay(day: string): string {
  return DAY.format(new Date(day));
}

/** The same in little room, such as "Nov 23, 2026". */
export function shortDay(day: string): string {
  return SHORT_DAY.format(new Date(day));
}

/** A month given as `YYYY-MM` in American style, such as "November 2026". */
export function longMonth(month: string): string {
  return MONTH.format(new Date(`${month}-01`));
}
