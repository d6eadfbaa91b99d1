import { z } from 'zod';
import { shown } from '../../site/content-error.ts';
import { titleKey } from './title-words.ts';

const text = z.string().trim().min(1);

const OCCUPATION = /^\d\d-\d{4}\.\d\d \S/;

/** One row of content/quiz/titles.yaml. */
const commonTitle = z.strictObject({
  /** What people call the job. */
  titles: z.array(text).min(1),
  /** The soc_code and the title of each occupation that it may be, the plain one first. */
  occupations: z
    .array(
      text.regex(OCCUPATION, {
        error: ({ input }) =>
          `Found: ${shown(input)}. Allowed: a code and its title, such as "29-1141.00 Registered Nurses".`,
      }),
    )
    .min(1)
    .refine((occupations) => new Set(occupations).size === occupations.length, {
      error: ({ input }) => `Found: ${shown(repeated(input))} twice. Allowed: once.`,
    }),
});

function repeated(values: unknown): unknown {
  return Array.isArray(values) ? values.find((value, at) => values.indexOf(value) < at) : values;
}

/** content/quiz/titles.yaml: the commonest job titles and the occupations they may stand for. */
export const commonTitlesSchema = z
  .strictObject({
    /** Words for a level, left out where a title remains. */
    levels: z.array(text),
    titles: z.array(commonTitle),
  })
  .superRefine(({ titles }, context) => {
    const known = new Map<string, string>();
    for (const [row, { titles: names }] of titles.entries()) {
      for (const [place, title] of names.entries()) {
        const key = titleKey(title);
        const other = known.get(key);
        known.set(key, title);
        if (other === undefined) continue;
        context.addIssue({
          code: 'custom',
          path: ['titles', row, 'titles', place],
          message: `Found: ${shown(title)}, which is found like ${shown(other)} above. Allowed: each title once.`,
        });
      }
    }
  });

/** The commonest titles, as their file has them. */
export type CommonTitles = z.output<typeof commonTitlesSchema>;
