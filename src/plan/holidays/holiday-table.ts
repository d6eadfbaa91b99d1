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

/** The table of `years` for `places`, made at build time. Throws as `holidaysOf`. */
export function holidayTable(places: readonly PlaceWithHolidays[], years: Years): HolidayTable {
  const known = places.flatMap(({ id, holidays }) => (holidays ? [{ id, holidays }] : []));
  const [first, last] = years;
  const each = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const tables = known.map(({ id, holidays }) => {
    const regions = Object.entries(holidays.regions ?? { [ALL]: undefined });
    const having = new Map<string, string[]>();
    const sharing: Record<string, string> = {};
    for (const [region, one] of regions) {
      const days = holidaysOf(holidays, one, each);
      for (const day of days) having.set(day, [...(having.get(day) ?? []), region]);
    }
    const keyOf = (day: string) => {
      const ids = having.get(day) ?? [];
      return ids.length === regions.length ? ALL : ids.join(' ');
    };
    for (const [ids, days] of Map.groupBy([...having.keys()].sort(), keyOf)) {
      sharing[ids] = packed(days, each);
    }
    for (const [region] of regions) {
      if (!Object.keys(sharing).some((ids) => ids.split(' ').includes(region)))
        sharing[region] = '';
    }
    return [id, sharing] as const;
  });
  const unsure = known.flatMap(({ id, holidays: { unsure } }) =>
    unsure ? [[id, unsure] as const] : [],
  );
  return { years, places: Object.fromEntries(tables), unsure: Object.fromEntries(unsure) };
}

function packed(days: readonly string[], years: readonly number[]): string {
  return years
    .map((year) =>
      days
        .filter((day) => day.startsWith(`${year}-`))
        .map((day) => day.slice(5).replace('-', ''))
        .join(''),
    )
    .join(',');
}
