import { ALL, type HolidayTable, type Years } from './days-off.ts';
import type { WrittenHolidays } from './holidays-schema.ts';
import { holidaysOf } from './public-holidays.ts';

/**
 * The years that a table made in `year` has. A job may start two years from the day of the visit,
 * and a site may be a year old.
 */
export function yearsFrom(year: number): Years {
  return [year, year + 3];
}

/** A place, and where its holidays come from if they are known. */
interface PlaceWithHolidays {
  readonly id: string;
  readonly holidays?: WrittenHolidays | undefined;
}

/** A table, and all that it was made from. */
export interface MadeTable {
  readonly from: string;
  readonly table: HolidayTable;
}

/**
 * The table of `places` on `today` (`YYYY-MM-DD`), unless `made` is that already. Throws as
 * `holidaysOf`.
 */
export function makeTable(
  places: readonly (PlaceWithHolidays & { readonly order: number })[],
  today: string,
  made?: MadeTable,
): MadeTable {
  const written = places
    .toSorted((one, other) => one.order - other.order)
    .map(({ id, holidays }) => ({ id, holidays }));
  const years = yearsFrom(Number(today.slice(0, 4)));
  const from = JSON.stringify({ years, written });
  return made?.from === from ? made : { from, table: holidayTable(written, years) };
}

/** The table of `years` for `places`, made at build time. Throws as `holidaysOf`. */
export function holidayTable(places: readonly PlaceWithHolidays[], years: Years): HolidayTable {
  const known = places.flatMap(({ id, holidays }) => (holidays ? [{ id, holidays }] : []));
  const [first, last] = years;
  const each = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const tables = known.map(({ id, holidays }) => {
    const regions = Object.entries(holidays.regions ?? { [ALL]: undefined });
    const having = new Map<string, string[]>();
    const sharing: Record<string, readonly string[]> = {};
    for (const [region, one] of regions) {
      const days = holidaysOf(holidays, one, each);
      for (const day of days) having.set(day, [...(having.get(day) ?? []), region]);
    }
    const keyOf = (day: string) => {
      const ids = having.get(day) ?? [];
      return ids.length === regions.length ? ALL : ids.join(' ');
    };
    for (const [ids, days] of Map.groupBy([...having.keys()].sort(), keyOf)) sharing[ids] = days;
    for (const [region] of regions) {
      if (!Object.keys(sharing).some((ids) => ids.split(' ').includes(region)))
        sharing[region] = [];
    }
    return [id, sharing] as const;
  });
  const unsure = known.flatMap(({ id, holidays: { unsure } }) =>
    unsure ? [[id, unsure] as const] : [],
  );
  return { years, places: Object.fromEntries(tables), unsure: Object.fromEntries(unsure) };
}
