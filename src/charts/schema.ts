import { z } from 'zod';

const text = z.string().trim().min(1);

/** One file of content/charts/: a series over time. */
export const chartSchema = z.strictObject({
  title: text,
  /** What a reader should take from it; stands above the chart's table. */
  description: text,
  unit: text,
  note: text.optional(),
  points: z
    .array(
      z.strictObject({
        /** Place on the time axis. */
        when: z.string().regex(/^\d{4}(-(0[1-9]|1[0-2]))?$/, {
          error: (issue) =>
            `Found: ${JSON.stringify(issue.input)}. Allowed: a year or month as "YYYY" or "YYYY-MM".`,
        }),
        label: text,
        value: z.number().nonnegative(),
        source: text,
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

export type ChartData = z.output<typeof chartSchema>;
