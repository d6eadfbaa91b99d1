import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { withFiguresWithin } from '../figures/name-figures.ts';
import { writtenFigures } from '../figures/written-figures.ts';
import { type MadeTable, makeTable } from '../plan/holidays/holiday-table.ts';
import { placeSchema } from '../plan/places/schema.ts';

/** The table of holidays on `today` (`YYYY-MM-DD`) of the places in the folder `content`, which is right. */
export function writtenHolidays(content: string, today: string): MadeTable {
  const folder = join(content, 'plan/places');
  const figures = writtenFigures();
  const places = globSync('*.yaml', { cwd: folder }).map((name) => {
    const data: unknown = parse(readFileSync(join(folder, name), 'utf8'));
    const place = placeSchema.parse(withFiguresWithin(data, figures));
    return { ...place, id: name.replace(/\.yaml$/, '') };
  });
  return makeTable(places, today);
}
