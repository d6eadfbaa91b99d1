import { holidayTable } from '../../../../src/plan/holidays/holiday-table.ts';
import { holidaysSchema } from '../../../../src/plan/holidays/holidays-schema.ts';
import { filesOf, read } from '../../content/written-content.ts';

/** content/plan/holidays.yaml, as it is written. */
export const written = read(
  holidaysSchema,
  'content/plan/holidays.yaml',
  filesOf('plan/holidays.yaml')[0]?.data,
);

/** A table of ten years, which holds a whole round of weekdays and leap days. */
export const table = holidayTable(written, [2026, 2036]);

/** Every place with each of its regions, and with none chosen. */
export const everywhere: readonly (readonly [place: string, region: string | undefined])[] =
  Object.entries(written).flatMap(([place, { regions = {} }]) =>
    [undefined, ...Object.keys(regions)].map((region) => [place, region] as const),
  );
