import { getEntry } from 'astro:content';
import type { HolidayTable } from './days-off.ts';
import { holidayTable, yearsFrom } from './holiday-table.ts';
import type { WrittenHolidays } from './holidays-schema.ts';

/** What content/plan/holidays.yaml says. */
export async function loadHolidays(): Promise<WrittenHolidays> {
  const entry = await getEntry('planHolidays', 'holidays');
  if (!entry) throw new Error('content/plan/holidays.yaml is empty.');
  return entry.data;
}

let made: { readonly from: WrittenHolidays; readonly table: HolidayTable } | undefined;

/** The table of this year and the next ones, made once however many pages hold it. */
export async function loadHolidayTable(): Promise<HolidayTable> {
  const from = await loadHolidays();
  if (made?.from !== from) {
    made = { from, table: holidayTable(from, yearsFrom(new Date().getUTCFullYear())) };
  }
  return made.table;
}
