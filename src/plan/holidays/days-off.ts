/** The first and the last year of a table. */
export type Years = readonly [first: number, last: number];

/**
 * Days off as they are handed to the browser, `YYYY-MM-DD`: by place, and by the ids of the regions
 * that share them, with spaces between, `ALL` for every region. Every region is in some key, if only
 * in one without days.
 */
export interface HolidayTable {
  readonly years: Years;
  readonly places: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  /** Places of which not all holidays are known, in the years after `after` if there is one. */
  readonly unsure: Readonly<Record<string, UnsureHolidays>>;
}

/** What is said of days that are not all known. */
export interface UnsureHolidays {
  readonly after?: number | undefined;
  readonly text: string;
}

/** Stands for every region of a place. */
export const ALL = '';

/** The days on which offices are closed, as far as they are known. */
export interface DaysOff {
  /** The years that are known; `undefined` where no holidays are. */
  readonly years: Years | undefined;
  /** `YYYY-MM-DD`, Monday to Friday. */
  readonly days: ReadonlySet<string>;
  /** Those of `days` that only some regions have, where no region was chosen. */
  readonly partly: ReadonlySet<string>;
  readonly unsure?: UnsureHolidays | undefined;
}

/**
 * The days off of `region` of `place`. Without a region, or with one that the place does not have,
 * those of every region, so that nobody's day off counts as a working day.
 */
export function daysOff(table: HolidayTable, place: string, region: string | undefined): DaysOff {
  const sharing = Object.entries(table.places).find(([id]) => id === place)?.[1];
  const parts = Object.entries(sharing ?? {}).filter(([ids]) => ids !== ALL);
  const own = parts.filter(([ids]) => ids.split(' ').some((id) => id === region));
  const partly = (own.length > 0 ? own : parts).flatMap(([, days]) => days);
  return {
    years: sharing && table.years,
    days: new Set([...(sharing?.[ALL] ?? []), ...partly]),
    partly: new Set(own.length > 0 ? [] : partly),
    unsure: sharing && table.unsure[place],
  };
}

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
