import { z } from 'zod';
import { text } from '../site/text-with-blanks.ts';
import { lawRule } from './law-rule.ts';
import { STEPS } from './steps.ts';

const step = z.strictObject({ name: text(), lead: text() });

/** content/plan/plan.yaml: the page of the plan, and what leads into each step. */
export const planSchema = z.strictObject({
  title: text(),
  description: text(),
  lead: text(),
  law: text(),
  steps: z.record(z.enum(STEPS), step),
  /** Before the link to the plan on the page of one tool. */
  part: text(),
  page: z.strictObject({
    contents: text(),
    progress: text('done', 'count'),
    notStarted: text(),
    keep: z.strictObject({
      title: text(),
      text: text(),
      withNames: text(),
      link: text(),
      copy: text(),
      print: text(),
      wipe: text(),
      wipeNote: text(),
    }),
    copied: text(),
    copyFailed: text(),
    wiped: text(),
    sharedPlan: text(),
    otherPlan: text(),
    takePlan: text(),
    oldLink: text(),
    cutOffLink: text(),
  }),
});

export type PlanWords = z.output<typeof planSchema>;

const countrySchema = z.strictObject({
  name: text(),
  /** Where the law wants a signed contract ended on paper. */
  paper: z.strictObject({ text: text(), ...lawRule }).optional(),
});

/** content/plan/countries.yaml: where a job can be, by id, in the order in which forms offer it. */
export const countriesSchema = z.record(text(), countrySchema);

/** Where a job can be. */
export type Country = z.output<typeof countrySchema> & { readonly id: string };
