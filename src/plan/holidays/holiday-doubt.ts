import type { DaysOff, Years } from './days-off.ts';

/** Why a day that was found may be a holiday all the same. */
export type HolidayDoubt =
  /** No holiday of the place is known. */
  | { readonly kind: 'unknown' }
  /** Only those of `years` are. */
  | { readonly kind: 'beyond'; readonly years: Years }
  /** Not all are, as `text` says. */
  | { readonly kind: 'unsure'; readonly text: string };

/** What is doubtful about holidays on `days` (`YYYY-MM-DD`) and between them, if anything is. */
export function holidayDoubt(
  { years, unsure }: DaysOff,
  days: readonly string[],
): HolidayDoubt | undefined {
  if (!years) return { kind: 'unknown' };
  const named = days.map((day) => Number(day.slice(0, 4)));
  const last = Math.max(...named);
  if (Math.min(...named) < years[0] || last > years[1]) return { kind: 'beyond', years };
  return unsure && last > (unsure.after ?? 0) ? { kind: 'unsure', text: unsure.text } : undefined;
}
