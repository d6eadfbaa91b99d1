import { type DaysOff, daysOff } from '../../../../src/plan/holidays/days-off.ts';
import { actsSchema } from '../../../../src/plan/places/schema.ts';
import { hardDatesSchema } from '../../../../src/plan/tell-by/hard-dates-schema.ts';
import type { TellByQuestion } from '../../../../src/plan/tell-by/question.ts';
import { type PlaceToTell, tellByLaw } from '../../../../src/plan/tell-by/tell-by-law.ts';
import { tellBySchema } from '../../../../src/plan/tell-by/words-schema.ts';
import { filesOf, read } from '../../content/written-content.ts';
import { table } from '../holidays/written-holidays.ts';
import { CLAUSE_RULES, PLACES } from '../places/written-places.ts';

function contentOf<Schema extends Parameters<typeof read>[0]>(schema: Schema, name: string) {
  const [file] = filesOf(name);
  return read(schema, `content/${name}`, file?.data);
}

/** content/plan/hard-dates.yaml and content/plan/tell-by.yaml, as they are written. */
export const hardDates = contentOf(hardDatesSchema, 'plan/hard-dates.yaml');
export const words = contentOf(tellBySchema, 'plan/tell-by.yaml');

/** content/plan/acts.yaml. */
export const acts = contentOf(actsSchema, 'plan/acts.yaml');

/** The law as the page hands it over. */
export const law = tellByLaw(PLACES, CLAUSE_RULES, hardDates);

/** Of the place called `id`, what the tool needs. Throws an Error where there is none. */
export function placeToTell(id: string): PlaceToTell {
  const place = law.places[id];
  if (!place) throw new Error(`Found: no place "${id}".`);
  return place;
}

const unpacked = new Map<string, DaysOff>();

/** The days off that the outcome of a question rests on, over ten years. */
export function offFor({ place, region }: Pick<TellByQuestion, 'place' | 'region'>): DaysOff {
  const key = `${place}/${region}`;
  const off = unpacked.get(key) ?? daysOff(table, place, region);
  unpacked.set(key, off);
  return off;
}
