import type { PlaceLaw } from '../../../../src/plan/places/act.ts';
import { lawOf } from '../../../../src/plan/places/place-law.ts';
import {
  clausesSchema,
  type Place,
  placeSchema,
  type Rule,
} from '../../../../src/plan/places/schema.ts';
import { filesOf, read } from '../../content/written-content.ts';

/** content/plan/clauses.yaml as it is written, and as it is checked. */
export const WRITTEN_CLAUSES = filesOf('plan/clauses.yaml')[0]?.data;
export const CLAUSE_RULES = read(clausesSchema, 'content/plan/clauses.yaml', WRITTEN_CLAUSES);

/** The places of content/plan/places, in the order of forms. */
export const PLACES: readonly Place[] = filesOf('plan/places/*.yaml')
  .map(({ file, id, data }) => ({ ...read(placeSchema, file, data), id: id.replace(/^.*\//, '') }))
  .toSorted((one, other) => one.order - other.order);

/** The place called `id`. Throws an Error where there is none. */
export function placeOf(id: string): Place {
  const place = PLACES.find((one) => one.id === id);
  if (!place) throw new Error(`Found: no place "${id}".`);
  return place;
}

/** All that is known of the law of the place called `id`. */
export function lawIn(id: string): PlaceLaw<Rule> {
  return lawOf(placeOf(id), CLAUSE_RULES);
}
