import { z } from 'zod';
import { text } from '../../site/text-with-blanks.ts';

const group = z.strictObject;

/** Rules in the library's own language, such as "friday after 4th thursday in November". */
const also = z.array(text()).default([]);

const region = group({
  name: text(),
  /** Its code in the library. Without one it has the days of the country alone. */
  state: text().optional(),
  also,
});

/** The days on which offices are closed in a place, as the library date-holidays calls them. */
export const holidaysSchema = group({
  country: z.string().regex(/^[A-Z]{2}$/),
  /** The one state of that country that this place is. */
  state: text().optional(),
  /** The kinds of holiday that count. What begins in the evening never does. */
  types: z.array(z.enum(['public', 'bank', 'optional'])).min(1),
  /** More days: offices close although no law says so, or the library lacks them. */
  also,
  /** The question that offers the regions, where holidays differ within the place. */
  choice: text().optional(),
  regions: z.record(z.string().regex(/^[a-z]+$/), region).optional(),
  /** What is said first where not all are known; `after`: of the years after that one. */
  unsure: group({ after: z.int().min(2000).max(2200).optional(), text: text() }).optional(),
}).refine(({ choice, regions }) => !choice === !regions, {
  error: 'Found: only one of "choice" and "regions". Allowed: both, or none.',
});

export type WrittenHolidays = z.output<typeof holidaysSchema>;

/** A part of a place with holidays of its own. */
export type Region = z.output<typeof region>;
