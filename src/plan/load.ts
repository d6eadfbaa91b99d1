import { getCollection } from 'astro:content';
import { beside } from '../site/beside.ts';
import { loadEntry } from '../site/load.ts';
import { today } from '../site/today.ts';
import type { HolidayTable } from './holidays/days-off.ts';
import { type MadeTable, makeTable } from './holidays/holiday-table.ts';
import type { Place } from './places/schema.ts';
import { type TellByLaw, tellByLaw } from './tell-by/tell-by-law.ts';

/** The places of content/plan/places, in the order of forms. */
export async function loadPlaces(): Promise<Place[]> {
  const entries = await getCollection('places');
  return entries
    .map(({ id, data }) => ({ ...data, id }))
    .toSorted((one, other) => one.order - other.order);
}

let made: MadeTable | undefined;

/** The table of all places for this year and the next ones, made once however many pages hold it. */
export async function loadHolidayTable(): Promise<HolidayTable> {
  made = makeTable(await loadPlaces(), today(), made ?? (await beside<MadeTable>('holidays')));
  return made.table;
}

/** The law that the tool counts by: of `places`, and of content/plan/hard-dates.yaml. */
export async function loadTellByLaw(places: readonly Place[]): Promise<TellByLaw> {
  return tellByLaw(places, await loadEntry('planClauses'), await loadEntry('planHardDates'));
}
