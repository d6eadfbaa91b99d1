import { z } from 'zod';
import { text } from '../../site/text-with-blanks.ts';
import { lawRule } from '../law-rule.ts';

const group = z.strictObject;
const step = group({ ...lawRule, days: z.int().min(1).max(365), rule: text() });
const said = group({ ...lawRule, rule: text() });

/** content/plan/hard-dates.yaml: dates that do not bend. */
export const hardDatesSchema = group({
  /** `steps`: full days before the first day of instruction, the most first. */
  texasTeacher: group({
    country: z.string(),
    steps: group({ free: step, reprimand: step }),
    after: said,
    release: said,
  }),
  match: group({ country: z.string(), binding: said, presumed: step }),
});

export type HardDates = z.output<typeof hardDatesSchema>;
