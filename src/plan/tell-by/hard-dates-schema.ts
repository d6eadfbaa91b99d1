import { z } from 'zod';
import { text } from '../../site/text-with-blanks.ts';
import { lawRule } from '../law-rule.ts';

const group = z.strictObject;
const said = group({ rule: text(), unsure: text().optional(), ...lawRule });
const step = said.extend({ days: z.int().min(1).max(365) });

/** content/plan/hard-dates.yaml: dates that do not bend. Rules are shown in this order. */
export const hardDatesSchema = group({
  /** `days`: how many before the first day of instruction the last day of the stage is. */
  texasTeacher: group({ free: step, reprimand: step, after: said, release: said }),
  match: group({ binding: said, presumed: said, waiting: said, specialty: said }),
});

export type HardDates = z.output<typeof hardDatesSchema>;
