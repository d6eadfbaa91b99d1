import { z } from 'zod';
import { day } from './content-error.ts';

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, {
  error: (issue) =>
    `Found: ${JSON.stringify(issue.input)}. Allowed: lower-case words joined by hyphens.`,
});

const path = z.string().regex(/^\/\S*$/, {
  error: (issue) => `Found: ${JSON.stringify(issue.input)}. Allowed: a path that starts with "/".`,
});

const text = z.string().min(1);

/** content/site.yaml: what is said on every page. */
export const siteSchema = z.strictObject({
  name: text,
  tagline: text,
  description: text.max(160),
  language: z.literal('en-US'),
  author: z.strictObject({ name: text, page: path }),
  contact: z.strictObject({ mailbox: text, email: z.email().optional() }),
  home: z.strictObject({
    title: text,
    lead: text,
    start: z.strictObject({ article: id, label: text }),
    draft: z.strictObject({ label: text, struck: text, written: text }),
  }),
  /** Said where articles would stand while none is out. */
  noArticles: text,
  topics: z
    .array(z.strictObject({ id, title: text, short: text, description: text.max(160) }))
    .min(1),
  tools: z.array(
    z.strictObject({
      id,
      title: text,
      description: text.max(160),
      call: text,
      short: text,
      path,
      live: z.boolean(),
    }),
  ),
  call: id,
  footer: z.strictObject({
    pages: z.array(z.strictObject({ label: text, path })),
    credits: z.array(text),
    notice: text,
  }),
  newsletter: z.strictObject({ name: text, postalAddress: text.optional() }),
});

export type Site = z.output<typeof siteSchema>;
export type Topic = Site['topics'][number];
export type Tool = Site['tools'][number];

/** One entry of content/sources.yaml. */
export const sourceSchema = z.strictObject({
  title: text,
  publisher: text,
  url: z.url({ protocol: /^https?$/ }),
  published: z
    .preprocess(
      (value) => (value instanceof Date ? value.toISOString().slice(0, 10) : value),
      z.string().regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/, {
        error: (issue) =>
          `Found: ${JSON.stringify(issue.input)}. Allowed: "YYYY", "YYYY-MM" or YYYY-MM-DD.`,
      }),
    )
    .optional(),
  secondhand: z.boolean().default(false),
});

/** A source with its id, which is its key in content/sources.yaml. */
export type Source = z.output<typeof sourceSchema> & { readonly id: string };

/** Front matter of content/pages/*.mdx. */
export const pageSchema = z.strictObject({
  title: text,
  description: text.max(160),
  updated: day,
});
