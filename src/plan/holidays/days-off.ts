/** The first and the last year of a table. */
export type Years = readonly [first: number, last: number];

/**
 * Days off as they are handed to the browser: by place, and by the ids of the regions that share
 * them, with spaces between, `ALL` for every region. Every region is in some key, if only in one
 * without days. Years are divided by commas; a day is its month and its number, in four digits.
 */
export interface HolidayTable {
  readonly years: Years;
  readonly places: Readonly<Record<string, Readonly<Record<string, string>>>>;
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
  const { years } = table;
  const sharing = Object.entries(table.places).find(([id]) => id === place)?.[1];
  const parts = Object.entries(sharing ?? {}).filter(([ids]) => ids !== ALL);
  const own = parts.filter(([ids]) => ids.split(' ').some((id) => id === region));
  const partly = (own.length > 0 ? own : parts).flatMap(([, packed]) => unpacked(packed, years));
  return {
    years: sharing && years,
    days: new Set([...unpacked(sharing?.[ALL] ?? '', years), ...partly]),
    partly: new Set(own.length > 0 ? [] : partly),
    unsure: sharing && table.unsure[place],
  };
}

function unpacked(packed: string, [first]: Years): string[] {
  return packed
    .split(',')
    .flatMap((year, index) =>
      [...year.matchAll(/(\d\d)(\d\d)/g)].map(
        ([, month, day]) => `${first + index}-${month}-${day}`,
      ),
    );
}
