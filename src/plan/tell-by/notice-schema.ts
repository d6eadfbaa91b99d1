import type { Place } from '../places/place-schema.ts';
import type { HardDates } from './hard-dates-schema.ts';

/** What is known of notice in one place, and whether only a letter on paper counts there. */
export type PlaceRule = Place['notice'] & { readonly paper: boolean };

/** The law of notice: by ids of places, for every other place, and dates that do not bend. */
export interface NoticeRules {
  readonly countries: Readonly<Record<string, PlaceRule>>;
  readonly elsewhere: PlaceRule;
  readonly hardDates: HardDates;
}
