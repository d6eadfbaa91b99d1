import { getEntry } from 'astro:content';
import { loadClauses } from '../places/load.ts';
import type { Place } from '../places/place-schema.ts';
import { type TellByLaw, tellByLaw } from './tell-by-law.ts';
import type { TellByWords } from './words-schema.ts';

/** What content/plan/tell-by.yaml says. */
export async function loadTellBy(): Promise<TellByWords> {
  const entry = await getEntry('planTellBy', 'tellBy');
  if (!entry) throw new Error('content/plan/tell-by.yaml is empty.');
  return entry.data;
}

/** The law that the tool counts by: of `places`, and of content/plan/hard-dates.yaml. */
export async function loadTellByLaw(places: readonly Place[]): Promise<TellByLaw> {
  const entry = await getEntry('planHardDates', 'hardDates');
  if (!entry) throw new Error('content/plan/hard-dates.yaml is empty.');
  return tellByLaw(places, await loadClauses(), entry.data);
}
