import { z } from 'zod';
import { text } from '../site/text-with-blanks.ts';
import { PLAN_STEPS } from './plan-steps.ts';

/** `worksheet` is what prints of a step that was not used. */
const step = z.strictObject({ name: text(), lead: text(), worksheet: text() });

/** content/plan/plan.yaml: the page of the plan, and what leads into each step. */
export const planSchema = z.strictObject({
  title: text(),
  description: text(),
  lead: text(),
  law: text(),
  steps: z.record(z.enum(PLAN_STEPS), step),
  /** Before the link to the plan on the page of one tool. */
  part: text(),
  page: z.strictObject({
    contents: text(),
    progress: text('done', 'count'),
    notStarted: text(),
    /** `unused` is said of a plan that nobody used, of which there are only worksheets to print. */
    print: z.strictObject({
      button: text(),
      which: text(),
      unused: text(),
      all: text(),
      printed: text('day'),
    }),
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
