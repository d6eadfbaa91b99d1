import { z } from 'zod';
import { day } from '../../site/content-error.ts';
import { text } from '../../site/text-with-blanks.ts';
import { lawRule } from '../law-rule.ts';
import { ACCEPTANCES, CLAUSES, COUNTRIES, OUTCOMES } from './clauses.ts';

const group = z.strictObject;

const told = {
  outcome: z.enum(OUTCOMES),
  reason: text(),
  /** One sentence to say, and to whom. */
  say: group({ to: text(), words: text() }),
  /** What the sources leave open. */
  unsure: text().optional(),
};

/**
 * What follows from a clause: from a source, with the day it was last checked, or by our own
 * judgment, which cites nothing and so must state no law.
 */
const rule = z.discriminatedUnion('kind', [
  group({ kind: z.literal('sourced'), ...told, ...lawRule }),
  group({ kind: z.literal('ours'), ...told }),
]);

const note = {
  id: z.string().regex(/^[a-z0-9-]+$/),
  country: z.enum(COUNTRIES),
  concerns: z.array(z.enum([...CLAUSES, 'estimate'])).min(1),
  ...lawRule,
};

/** content/plan/clauses.yaml: the rules of "What did you sign?". */
export const clausesSchema = group({
  accepted: z.record(z.enum(COUNTRIES), z.record(z.enum(ACCEPTANCES), rule)),
  clauses: z
    .array(
      group({
        id: z.enum(CLAUSES),
        name: text(),
        question: text(),
        where: text(),
        any: rule,
        by: z.partialRecord(z.enum(COUNTRIES), rule).default({}),
      }),
    )
    .refine((clauses) => clauses.map(({ id }) => id).join() === CLAUSES.join(), {
      error: `Allowed: each of ${CLAUSES.join(', ')} once, in this order.`,
    }),
  notes: z.array(
    z.discriminatedUnion('kind', [
      group({ kind: z.literal('standing'), ...note, text: text() }),
      group({ kind: z.literal('dated'), ...note, from: day, before: text(), since: text() }),
    ]),
  ),
});

export type Clauses = z.output<typeof clausesSchema>;
export type Rule = z.output<typeof rule>;
