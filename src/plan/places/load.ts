import { getCollection, getEntry } from 'astro:content';
import type { ActWords } from './acts-schema.ts';
import type { Clauses } from './clauses-schema.ts';
import type { Place } from './place-schema.ts';

/** The places of content/plan/places, in the order of forms. */
export async function loadPlaces(): Promise<Place[]> {
  const entries = await getCollection('places');
  return entries
    .map(({ id, data }) => ({ ...data, id }))
    .toSorted((one, other) => one.order - other.order);
}

/** The kinds of job and the clauses of content/plan/clauses.yaml. */
export async function loadClauses(): Promise<Clauses> {
  const entry = await getEntry('planClauses', 'clauses');
  if (!entry) throw new Error('content/plan/clauses.yaml is empty.');
  return entry.data;
}

/** How content/plan/acts.yaml calls the ways out. */
export async function loadActs(): Promise<ActWords> {
  const entry = await getEntry('planActs', 'acts');
  if (!entry) throw new Error('content/plan/acts.yaml is empty.');
  return entry.data;
}
