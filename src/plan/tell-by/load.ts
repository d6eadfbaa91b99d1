import { loadEntry } from '../../site/load-entry.ts';
import type { Place } from '../places/place-schema.ts';
import { type TellByLaw, tellByLaw } from './tell-by-law.ts';

/** The law that the tool counts by: of `places`, and of content/plan/hard-dates.yaml. */
export async function loadTellByLaw(places: readonly Place[]): Promise<TellByLaw> {
  return tellByLaw(places, await loadEntry('planClauses'), await loadEntry('planHardDates'));
}
