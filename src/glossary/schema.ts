import { z } from 'zod';
import { day } from '../site/content-error.ts';
import { text } from '../site/text-with-blanks.ts';

const term = z.strictObject({
  /** What articles call it by, and its fragment on the page. */
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, {
    error: ({ input }) =>
      `Found: ${JSON.stringify(input)}. Allowed: lower-case words joined by hyphens.`,
  }),
  term: text(),
  /** Other words for it. */
  also: z.array(text()).default([]),
  says: text(),
  /** Where to read on: what the link says, and a path below the site's base. */
  more: z.strictObject({
    label: text(),
    path: z.string().regex(/^\/\S*$/, {
      error: ({ input }) =>
        `Found: ${JSON.stringify(input)}. Allowed: a path that starts with "/".`,
    }),
  }),
});

/** content/glossary.yaml. */
export const glossarySchema = z.strictObject({
  title: text(),
  description: text().max(160),
  lead: text(),
  updated: day,
  index: text(),
  also: text('names'),
  link: text(),
  terms: z
    .array(term)
    .min(1)
    .superRefine((terms, context) => {
      const taken = new Set<string>();
      for (const [at, { id }] of terms.entries()) {
        const message = `Found: "${id}", which is the id of another term. Allowed: an id once.`;
        if (taken.has(id)) context.addIssue({ code: 'custom', path: [at, 'id'], message });
        taken.add(id);
      }
    }),
});

export type Term = z.output<typeof glossarySchema>['terms'][number];
