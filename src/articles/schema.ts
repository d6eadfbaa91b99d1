import { z } from 'zod';
import { day, shown } from '../site/content-error.ts';
import { countWords } from '../site/word-count.ts';

const text = z.string().trim().min(1);

/** The whole answer in one breath: the limit that keeps it in the first screen of a phone. */
const MAX_ANSWER_WORDS = 60;

const answer = text.superRefine((value, context) => {
  if (value.split('==').length % 2 === 0) {
    context.addIssue({
      code: 'custom',
      message: 'Found: a "==" without its second one. Allowed: ==a marked phrase==.',
    });
  }
  const words = countWords(value);
  if (words > MAX_ANSWER_WORDS) {
    context.addIssue({
      code: 'custom',
      message: `Found: ${words} words. Allowed: at most ${MAX_ANSWER_WORDS} words.`,
    });
  }
});

function monthRule({ input }: { readonly input?: unknown }): string {
  return `Found: ${shown(input)}. Allowed: a month as "YYYY-MM".`;
}

/** A note on the law of one country, dated by the month up to which it was checked. */
const jurisdiction = z.strictObject({
  country: text,
  asOf: z.string({ error: monthRule }).regex(/^\d{4}-(0[1-9]|1[0-2])$/, { error: monthRule }),
  note: text,
});

/** What to do once the answer is read: a button below it, to a place in the page or to another page. */
const act = z.strictObject({
  label: text,
  to: z.string().regex(/^[#/]\S+$/, {
    error: ({ input }) =>
      `Found: ${shown(input)}. Allowed: a heading of this article as "#its-words", or a path that starts with "/".`,
  }),
});

/** Front matter of content/articles/*. References (topic, sources, next, tools) are ids. */
export const articleSchema = z.strictObject({
  title: text.max(90),
  description: text.max(160),
  topic: text,
  answer,
  act: act.optional(),
  published: day,
  updated: day.optional(),
  reviewed: day,
  draft: z.boolean().default(false),
  sources: z.array(text).default([]),
  jurisdictions: z.array(jurisdiction).default([]),
  next: z.strictObject({ article: text, text }).optional(),
  tools: z.array(text).default([]),
});

export type ArticleData = z.output<typeof articleSchema>;
