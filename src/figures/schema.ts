import { z } from 'zod';
import { shown } from '../site/content-error.ts';
import { isUnit } from './print-figure.ts';

const text = z.string().trim().min(1);

const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** How we know a figure, from the surest to the least sure. */
const VERIFIED = [
  'at-source',
  'in-report',
  'second-hand',
  'one-account',
  'our-arithmetic',
] as const;

/** One entry of content/figures.yaml. */
export const figureSchema = z
  .strictObject({
    value: z.number().nonnegative(),
    unit: text.refine(isUnit, {
      error: ({ input }) =>
        `Found: ${shown(input)}. Allowed: "%", a sign of money such as "$" or "HK$", a currency in capital letters such as CHF, or a word for many such as days or rupees.`,
    }),
    /** What it counts, as a phrase that can follow it. */
    says: text,
    /** Of whom, or of what. */
    whom: text,
    /** The time that it is about, in words. */
    when: text,
    /** A key of content/sources.yaml. */
    source: text,
    verified: z.enum(VERIFIED),
    /** Our arithmetic, with the figures that it starts from as [#id]. */
    derived: text.optional(),
    /** The group of the page that it stands in: an id of content/reading.yaml. */
    about: text,
  })
  .superRefine(({ verified, derived }, context) => {
    if ((verified === 'our-arithmetic') === (derived !== undefined)) return;
    const message =
      derived === undefined
        ? 'Found: nothing. Allowed: how it was worked out, as "verified" says that it is our arithmetic.'
        : `Found: ${shown(derived)}. Allowed: nothing, unless "verified" is "our-arithmetic".`;
    context.addIssue({ code: 'custom', path: ['derived'], message });
  });

/** content/figures.yaml: the figures by id, as texts print them. */
export const figuresSchema = z.record(z.string(), figureSchema).superRefine((figures, context) => {
  for (const key of Object.keys(figures)) {
    if (ID.test(key)) continue;
    const message = `Found: ${shown(key)}, which no text can name. Allowed: letters a to z and digits, in words joined by hyphens.`;
    context.addIssue({ code: 'custom', path: [key], message });
  }
});

/** A figure: what was counted, and how we know it. */
export type Figure = z.output<typeof figureSchema>;

/** All figures by id. */
export type Figures = Readonly<Record<string, Figure>>;

/** One entry of content/not-figures.yaml: a number that is none of ours, where it stands, and why. */
export const notFigureSchema = z.strictObject({
  /** The text that it stands in, as the file has it. */
  text,
  /** The file, below content/. */
  in: text,
  why: text,
});

/** content/not-figures.yaml. */
export const notFiguresSchema = z.array(notFigureSchema);

export type NotFigure = z.output<typeof notFigureSchema>;
