import { z } from 'zod';
import { day } from '../../site/content-error.ts';

const text = z.string().trim().min(1);

/** What mail programs show beside a subject, at most. */
const MOST_PREVIEW = 90;

/** What search results show of a title, and mail programs on a wide screen of a subject. */
const MOST_SUBJECT = 60;

/** Front matter of content/letters/*, whose names begin with the day on which they go out. */
export const letterSchema = z.strictObject({
  subject: text.max(MOST_SUBJECT),
  preview: text.max(MOST_PREVIEW),
  /** The same day as in the name, where it is said again. */
  date: day.optional(),
  draft: z.boolean().default(false),
  sources: z.array(text).default([]),
});
