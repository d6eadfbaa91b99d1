/**
 * Moves the clock of `Date` on by `ahead` milliseconds, or back, in a program or a page. Timers, and
 * what the system itself dates, such as files, stay as they are. It names nothing outside itself, so
 * that it can be handed to a browser.
 */
export function shiftClock(ahead: number): void {
  const now = Date.now;
  const shifted = () => now() + ahead;
  globalThis.Date = new Proxy(Date, {
    construct: (date, args, target) =>
      Reflect.construct(date, args.length > 0 ? args : [shifted()], target),
    // `Date()` as a function is the time as text.
    apply: (date) => new date(shifted()).toString(),
    get: (date, key) => (key === 'now' ? shifted : Reflect.get(date, key)),
  });
}
