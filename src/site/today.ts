/** Today in UTC, as `YYYY-MM-DD`: of a page, the day on which it was built. */
export function today(): string {
  return new Date().toISOString().slice(0, 10);
}
