import { z } from 'zod';
import { text } from '../site/text-with-blanks.ts';

/** content/forms.yaml: what every tool's form says. */
export const formWordsSchema = z.strictObject({
  problem: text(),
  problemTitle: text(),
  optional: text(),
  choose: text(),
  keep: z.strictObject({ label: text(), note: text(), failed: text() }),
  clear: z.strictObject({ label: text(), cleared: text(), undo: text() }),
  paper: text(),
});

export type FormWords = z.output<typeof formWordsSchema>;
