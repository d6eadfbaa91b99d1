import { z } from 'zod';
import { text } from '../site/text-with-blanks.ts';
import { tellingWords } from './words.ts';

const phrase = z
  .string()
  .trim()
  .refine((words) => tellingWords(words).length > 0, {
    error: ({ input }) =>
      `Found: ${JSON.stringify(input)}, which holds only words that every page has. Allowed: words that tell a page apart.`,
  });

/** content/search.yaml. */
export const searchSchema = z.strictObject({
  page: z.strictObject({
    title: text(),
    description: text().max(160),
    lead: text(),
    label: text(),
    button: text(),
    browse: text(),
    tools: text(),
    withoutScripts: text(),
  }),
  status: z.strictObject({
    loading: text(),
    one: text('query'),
    many: text('count', 'query'),
    best: text('shown', 'count', 'query'),
    more: text(),
    nothing: text('query'),
    failed: text(),
  }),
  nothing: z.strictObject({ title: text(), topics: text(), plan: text(), write: text() }),
  kinds: z.strictObject({
    tool: text(),
    message: text(),
    topic: text(),
    page: text(),
    figure: text(),
    term: text(),
    letter: text(),
  }),
  synonyms: z.array(z.array(phrase).min(2)),
  also: z.array(
    z.strictObject({
      path: z.string().regex(/^\/\S*$/, {
        error: ({ input }) =>
          `Found: ${JSON.stringify(input)}. Allowed: a path that starts with "/".`,
      }),
      words: phrase,
    }),
  ),
});

export type SearchWords = z.output<typeof searchSchema>;
