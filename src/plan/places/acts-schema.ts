import { z } from 'zod';
import { text } from '../../site/text-with-blanks.ts';
import type { WayOut } from './act.ts';

const group = z.strictObject;

const wayWords = group({
  title: text(),
  short: text(),
  text: text(),
  /** Links to the message that goes with it, the one to follow first. */
  next: z.array(group({ label: text(), channel: z.enum(['phone', 'email', 'letter']) })).min(1),
});

/** content/plan/acts.yaml: how the ways out are called, and what comes next. */
export const actsSchema = group({
  withdraw: wayWords,
  notice: wayWords,
  paper: wayWords,
  board: wayWords,
  release: wayWords,
  advice: wayWords,
  set: text(),
} satisfies Record<WayOut | 'set', z.ZodType>);

export type ActWords = z.output<typeof actsSchema>;
