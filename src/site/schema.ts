import { z } from 'zod';
import { type Accent, isLegible, leastContrast, nearestLegible } from './accent.ts';
import { day, shown } from './content-error.ts';
import { withSiteName } from './site-name.ts';
import { visible } from './terminal.ts';
import { readWordmark, type WordmarkRun, wordmarkRuns } from './wordmark.ts';

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, {
  error: (issue) =>
    `Found: ${JSON.stringify(issue.input)}. Allowed: lower-case words joined by hyphens.`,
});

const path = z.string().regex(/^\/\S*$/, {
  error: (issue) => `Found: ${JSON.stringify(issue.input)}. Allowed: a path that starts with "/".`,
});

const text = z.string().min(1);

/** The name of the site. The limit is what fits into the header of a phone and a picture's first line. */
const siteName = z
  .string()
  .transform((written) => written.trim().replace(/\s+/g, ' '))
  .pipe(
    z
      .string()
      .min(1)
      .max(60)
      .refine((name) => visible(name) === name && !/[{}]/.test(name), {
        error: (issue) =>
          `Found: ${visible(shown(issue.input))}. Allowed: a name that can be seen, without braces.`,
      }),
  );

/** `shown` is what a writer sees where YAML takes an unquoted "#" for the start of a comment. */
const color = (screen: keyof Accent) =>
  z
    .string({ error: (issue) => colorRule(issue.input ?? 'nothing') })
    .regex(/^#[0-9a-f]{6}$/i, { error: (issue) => colorRule(issue.input) })
    .transform((value) => value.toLowerCase())
    .refine((value) => isLegible(value, screen), {
      error: (issue) => {
        const value = String(issue.input);
        const ratio = Math.floor(leastContrast(value, screen) * 100) / 100;
        const pass = nearestLegible(value, screen);
        return `Found: "${value}", whose contrast on a ${screen} screen is ${ratio}. Allowed: 7 or more (WCAG 2.2, 1.4.6). The nearest that passes is "${pass}".`;
      },
    });

const colorRule = (found: unknown) =>
  `Found: ${JSON.stringify(found)}. Allowed: a color in quotes, as "#" and six digits, such as "#1d3bc6".`;

const wordmark = z.string().transform((written, context): readonly WordmarkRun[] => {
  const runs = wordmarkRuns(written);
  if (runs && readWordmark(runs) !== '') return runs;
  const message = `Found: ${JSON.stringify(written)}. Allowed: words, some of them as <del>struck</del> or <ins>written</ins>.`;
  context.addIssue({ code: 'custom', message });
  return z.NEVER;
});

/** The file of a photo, by its name below content/. */
export const photoSchema = z
  .string()
  .regex(/^(?!.*(?:^|\/)\.)[\w/-][\w ./-]*\.(?:jpe?g|png|webp|avif)$/i, {
    error: (issue) =>
      `Found: ${JSON.stringify(issue.input)}. Allowed: a JPEG, PNG, WebP or AVIF file in content/, such as "portrait.jpg".`,
  });

/** Who writes. A photo is a file of content/, and stands on the page about the site. */
const author = z.strictObject({
  kind: z.enum(['organization', 'person']),
  name: text,
  page: path,
  bio: text.optional(),
  photo: photoSchema.optional(),
});

/** content/site.yaml: what is said on every page. */
const siteShape = z.strictObject({
  name: siteName,
  /** The name as it is set; left out, it stands plainly. */
  wordmark: wordmark.optional(),
  accent: z.strictObject({ light: color('light'), dark: color('dark') }),
  /** The letter of the icons; left out, the first of the name. */
  icon: z
    .string()
    .regex(/^[A-Za-z0-9&?!]$/, {
      error: (issue) => `Found: ${JSON.stringify(issue.input)}. Allowed: one letter or digit.`,
    })
    .optional(),
  tagline: text,
  description: text.max(160),
  language: z.literal('en-US'),
  author,
  contact: z.strictObject({ mailbox: text, email: z.email().optional() }),
  home: z.strictObject({
    title: text,
    lead: text,
    start: z.strictObject({ article: id, label: text }),
    draft: z.strictObject({ label: text, struck: text, written: text }),
    /** What may have happened to a reader, each with the pages that answer, the best one first. */
    situations: z.strictObject({
      title: text,
      list: z.array(z.strictObject({ says: text, leads: z.array(path).min(1) })),
    }),
  }),
  /** Said where articles would stand while none is out. */
  noArticles: text,
  topics: z
    .array(
      z.strictObject({
        id,
        title: text,
        short: text,
        description: text.max(160),
        /** What to read when, above its articles. */
        intro: text.optional(),
        /** Ids of its articles in the order to read them in; others follow, the newest first. */
        order: z.array(z.string()).default([]),
        /** Ids that it had before, whose addresses lead to it. */
        formerly: z.array(id).default([]),
        /** Tools that go with it. */
        tools: z.array(id).default([]),
      }),
    )
    .min(1)
    .superRefine((topics, context) => {
      for (const [at, { order }] of topics.entries()) {
        for (const [index, id] of order.entries()) {
          if (order.indexOf(id) === index) continue;
          const message = `Found: "${id}", which stands in this list before. Allowed: an article once.`;
          context.addIssue({ code: 'custom', path: [at, 'order', index], message });
        }
      }
      const taken = new Set<string>();
      const ids = topics.map((topic, at) => ({ id: topic.id, path: [at, 'id'] }));
      const olds = topics.flatMap(({ formerly }, at) =>
        formerly.map((old, index) => ({ id: old, path: [at, 'formerly', index] })),
      );
      for (const { id: one, path } of [...ids, ...olds]) {
        const message = `Found: "${one}", which is or was the id of another topic. Allowed: an id once.`;
        if (taken.has(one)) context.addIssue({ code: 'custom', path, message });
        taken.add(one);
      }
    }),
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

/** content/site.yaml, with `{site}` filled, and with a wordmark and an icon in any case. */
export const siteSchema = siteShape
  .superRefine(({ topics, tools }, context) => {
    const known = tools.map((tool) => tool.id);
    for (const [at, topic] of topics.entries()) {
      for (const [index, tool] of topic.tools.entries()) {
        if (known.includes(tool)) continue;
        const message = `Found: "${tool}", which is no tool. Allowed: ${known.join(', ')}.`;
        context.addIssue({ code: 'custom', path: ['topics', at, 'tools', index], message });
      }
    }
  })
  .superRefine(({ name, wordmark: runs }, context) => {
    const reads = runs && readWordmark(runs);
    if (reads === undefined || reads === name) return;
    const message = `Found: words that read "${reads}" once the struck ones are gone. Allowed: words that read as the name, "${name}". Leave the field out, and the name stands plainly.`;
    context.addIssue({ code: 'custom', path: ['wordmark'], message });
  })
  .transform((site, context) => {
    const icon = site.icon ?? /[a-z0-9]/i.exec(site.name.normalize('NFD'))?.[0];
    if (icon === undefined) {
      const message = `Found: nothing, and in the name "${site.name}" no letter that the icon's face has. Allowed: one letter or digit, such as "A".`;
      context.addIssue({ code: 'custom', path: ['icon'], message });
      return z.NEVER;
    }
    return {
      ...withSiteName(site, site.name),
      icon: icon.toUpperCase(),
      wordmark: site.wordmark ?? [{ kind: 'plain' as const, text: site.name, spaced: false }],
    };
  });

export type Site = z.output<typeof siteSchema>;
export type Topic = Site['topics'][number];
export type Tool = Site['tools'][number];

/** One entry of content/sources.yaml. */
export const sourceSchema = z.strictObject({
  title: text,
  publisher: text,
  url: z.url({ protocol: /^https?$/ }).refine((url) => !/\s/.test(url), {
    error: ({ input }) => `Found: ${JSON.stringify(input)}. Allowed: an address without spaces.`,
  }),
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

/** content/sources.yaml: the sources by id, as texts cite them. */
export const sourcesSchema = z.record(z.string(), sourceSchema).superRefine((sources, context) => {
  for (const key of Object.keys(sources)) {
    if (/^[a-z0-9-]+$/.test(key)) continue;
    const message = `Found: ${JSON.stringify(key)}, which no citation can name. Allowed: letters a to z, digits and hyphens.`;
    context.addIssue({ code: 'custom', path: [key], message });
  }
});

/** A source with its id, which is its key in content/sources.yaml. */
export type Source = z.output<typeof sourceSchema> & { readonly id: string };

/** Front matter of content/pages/*.mdx. */
export const pageSchema = z.strictObject({
  title: text,
  description: text.max(160),
  updated: day,
});
