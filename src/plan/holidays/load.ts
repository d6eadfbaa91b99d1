import { today } from '../../site/today.ts';
import { loadPlaces } from '../places/load.ts';
import type { HolidayTable } from './days-off.ts';
import { holidayTable, yearsFrom } from './holiday-table.ts';

let made: { readonly from: string; readonly table: HolidayTable } | undefined;

/** The table of all places for this year and the next ones, made once however many pages hold it. */
export async function loadHolidayTable(): Promise<HolidayTable> {
  const places = (await loadPlaces()).map(({ id, holidays }) => ({ id, holidays }));
  const from = JSON.stringify(places);
  if (made?.from !== from) {
    made = { from, table: holidayTable(places, yearsFrom(Number(today().slice(0, 4)))) };
  }
  return made.table;
}
