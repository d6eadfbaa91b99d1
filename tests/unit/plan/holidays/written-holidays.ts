import { holidayTable } from '../../../../src/plan/holidays/holiday-table.ts';
import type { WrittenHolidays } from '../../../../src/plan/holidays/holidays-schema.ts';
import { PLACES } from '../places/written-places.ts';

/** Where the holidays of each place come from, by its id. */
export const written: ReadonlyMap<string, WrittenHolidays> = new Map(
  PLACES.flatMap(({ id, holidays }) => (holidays ? [[id, holidays]] : [])),
);

/** A table of eleven years. */
export const table = holidayTable(PLACES, [2026, 2036]);

/** Every place with each of its regions, and with none chosen. */
export const everywhere: readonly (readonly [place: string, region: string | undefined])[] =
  PLACES.flatMap(({ id, holidays }) =>
    [undefined, ...Object.keys(holidays?.regions ?? {})].map((region) => [id, region] as const),
  );
