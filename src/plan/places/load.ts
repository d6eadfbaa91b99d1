import { getCollection } from 'astro:content';
import type { Place } from './place-schema.ts';

/** The places of content/plan/places, in the order of forms. */
export async function loadPlaces(): Promise<Place[]> {
  const entries = await getCollection('places');
  return entries
    .map(({ id, data }) => ({ ...data, id }))
    .toSorted((one, other) => one.order - other.order);
}
