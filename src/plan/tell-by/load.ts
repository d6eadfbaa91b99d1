import { getEntry } from 'astro:content';
import { loadPlaces } from '../places/load.ts';
import type { NoticeRules } from './notice-schema.ts';
import type { TellByWords } from './words-schema.ts';

/** What content/plan/tell-by.yaml says. */
export async function loadTellBy(): Promise<TellByWords> {
  const entry = await getEntry('planTellBy', 'tellBy');
  if (!entry) throw new Error('content/plan/tell-by.yaml is empty.');
  return entry.data;
}

/** The rules of notice in content/plan/places, and content/plan/hard-dates.yaml. */
export async function loadNotice(): Promise<NoticeRules> {
  const entry = await getEntry('planHardDates', 'hardDates');
  if (!entry) throw new Error('content/plan/hard-dates.yaml is empty.');
  const places = await loadPlaces();
  const rules = places.map(
    ({ id, notice, paper }) => [id, { ...notice, paper: paper !== undefined }] as const,
  );
  const elsewhere = rules.at(-1)?.[1];
  if (!elsewhere) throw new Error('content/plan/places is empty.');
  return { countries: Object.fromEntries(rules), elsewhere, hardDates: entry.data };
}
