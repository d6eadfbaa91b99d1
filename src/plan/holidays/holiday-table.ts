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

/** The table of `years` for the places of `written`, made at build time. Throws as `holidaysOf`. */
export function holidayTable(written: WrittenHolidays, years: Years): HolidayTable {
  const [first, last] = years;
  const each = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const places = Object.entries(written).map(([id, place]) => {
    const regions = Object.entries(place.regions ?? { [ALL]: undefined });
    const having = new Map<string, string[]>();
    const sharing: Record<string, string> = {};
    for (const [region, one] of regions) {
      const days = holidaysOf(place, one, each);
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
  const unsure = Object.entries(written).flatMap(([id, place]) =>
    place.unsure ? [[id, place.unsure] as const] : [],
  );
  return { years, places: Object.fromEntries(places), unsure: Object.fromEntries(unsure) };
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
