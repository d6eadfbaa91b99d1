import { z } from 'zod';
import { text } from '../site/text-with-blanks.ts';

const told = {
  /** The finding, as a sentence that the figures bear out. */
  title: text(),
  /** What a reader should take from it. */
  description: text(),
  note: text().optional(),
};

/** A key of content/figures.yaml, which says the value, its unit and its source. */
const figure = text();

/** Where somebody goes from a part of a chart: a path of this site. */
const link = z.strictObject({
  label: text(),
  to: z.string().regex(/^\/(?!\/)/, {
    error: ({ input }) =>
      `Found: ${JSON.stringify(input)}. Allowed: a path of this site, such as "/plan/decide/".`,
  }),
});

/** A series over time. */
const series = z.strictObject({
  kind: z.literal('series'),
  ...told,
  points: z
    .array(
      z.strictObject({
        /** Place on the time axis. */
        when: z.string().regex(/^\d{4}(-(0[1-9]|1[0-2]))?$/, {
          error: (issue) =>
            `Found: ${JSON.stringify(issue.input)}. Allowed: a year or month as "YYYY" or "YYYY-MM".`,
        }),
        label: text(),
        figure,
      }),
    )
    .min(2)
    .refine(
      (points) => points.every(({ when }, i) => i === 0 || when >= (points[i - 1]?.when ?? '')),
      {
        error:
          'Found: a point that is earlier than the one above it. Allowed: points in order of time.',
      },
    ),
});

/** Values side by side, in one group or several. */
const bars = z.strictObject({
  kind: z.literal('bars'),
  ...told,
  groups: z
    .array(
      z.strictObject({
        /** Whom it counts; left out where one group is all. */
        label: text().optional(),
        bars: z
          .array(
            z.strictObject({
              label: text(),
              /** How exact it is, such as "about {value}". */
              shown: text('value').optional(),
              figure,
            }),
          )
          .min(1),
      }),
    )
    .min(1)
    .refine((groups) => groups.length === 1 || groups.every(({ label }) => label !== undefined), {
      error:
        'Found: a group without a label. Allowed: a label for each group where there are several.',
    }),
});

/** The notice of each place, drawn from content/plan/places. */
const spans = z.strictObject({
  kind: z.literal('spans'),
  ...told,
  words: z.strictObject({
    /** A notice that is owed by law, counted from the first day, in a trial period, or only advised. */
    owed: text('notice'),
    fromStart: text('notice'),
    trial: text('notice'),
    advised: text('notice'),
    /** None owed, none in a trial period, and what there is without one. */
    none: text(),
    noneInTrial: text(),
    noTrial: text(),
    /** Behind the names of the places without a number. */
    open: text(),
    /** How long the scale is. */
    scale: text('days'),
  }),
  more: link,
});

/** What happens one thing after the other. It has no scale. */
const timeline = z.strictObject({
  kind: z.literal('timeline'),
  ...told,
  steps: z.array(z.strictObject({ title: text(), text: text(), link: link.optional() })).min(2),
});

/** Questions asked in turn. Each answer but one ends the asking; that one goes on to the next. */
const decision = z.strictObject({
  kind: z.literal('decision'),
  ...told,
  questions: z
    .array(
      z.strictObject({
        ask: text(),
        exits: z
          .array(z.strictObject({ answer: text(), verdict: text(), text: text().optional(), link }))
          .min(1),
        /** The answer that goes on; the last question has none. */
        on: text().optional(),
      }),
    )
    .min(2)
    .superRefine((questions, context) => {
      for (const [index, { on }] of questions.entries()) {
        const last = index === questions.length - 1;
        if (last === (on === undefined)) continue;
        context.addIssue({
          code: 'custom',
          path: [index, 'on'],
          message: last
            ? 'Found: an answer that goes on from the last question. Allowed: exits only.'
            : 'Found: nothing. Allowed: the answer that goes on to the next question.',
        });
      }
    }),
});

/** One file of content/charts/. */
export const chartSchema = z.discriminatedUnion('kind', [series, bars, spans, timeline, decision]);

export type ChartData = z.output<typeof chartSchema>;
export type ChartOf<Kind extends ChartData['kind']> = Extract<ChartData, { kind: Kind }>;
