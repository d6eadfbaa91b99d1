import { z } from 'zod';
import { text } from '../../site/text-with-blanks.ts';

const group = z.strictObject;

/** Rules in the library's own language, such as "friday after 4th thursday in November". */
const also = z.array(text()).default([]);

/** `state`: the library's code. Without one, the days of the country alone. */
const region = group({ name: text(), state: text().optional(), also });

const holidays = group({
  country: text(),
  state: text().optional(),
  types: z.array(z.enum(['public', 'bank', 'optional'])).min(1),
  also,
  choice: text().optional(),
  regions: z.record(z.string().regex(/^[a-z0-9]+$/), region).optional(),
  unsure: group({ after: z.int().min(2000).max(2200).optional(), text: text() }).optional(),
}).refine(({ choice, regions }) => !choice === !regions, {
  message: 'Found: only one of "choice" and "regions". Allowed: both, or none.',
});

/** content/plan/holidays.yaml: where the days off of a place come from, by the place's id. */
export const holidaysSchema = z.record(text(), holidays);

/** What content/plan/holidays.yaml says. */
export type WrittenHolidays = z.output<typeof holidaysSchema>;

/** What it says of one place. */
export type PlaceHolidays = z.output<typeof holidays>;

/** A part of a place with holidays of its own. */
export type Region = z.output<typeof region>;
