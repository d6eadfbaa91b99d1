import { z } from 'zod';
import { text } from '../site/text-with-blanks.ts';

/** content/law.yaml: what stands beside every rule of law. */
export const lawSchema = z.strictObject({
  source: text(),
  sources: text(),
  checked: text('month'),
  overdue: text('month'),
  notes: text(),
});

export type LawWords = z.output<typeof lawSchema>;
