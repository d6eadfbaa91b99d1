import type { DaysOff, Years } from './days-off.ts';

/** Why a day that was found may be a holiday all the same. */
export type HolidayDoubt =
  /** No holiday of the place is known. */
  | { readonly kind: 'unknown' }
  /** Only those of `years` are. */
  | { readonly kind: 'beyond'; readonly years: Years }
  /** Not all are, as `text` says. */
  | { readonly kind: 'unsure'; readonly text: string };

/** What is doubtful about the holidays between the days `from` and `to`, if anything is. */
export function holidayDoubt(
  { years, unsure }: DaysOff,
  from: string,
  to: string,
): HolidayDoubt | undefined {
  if (!years) return { kind: 'unknown' };
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))];
  if (first < years[0] || last > years[1]) return { kind: 'beyond', years };
  if (unsure && last > (unsure.after ?? 0)) return { kind: 'unsure', text: unsure.text };
  return undefined;
}
