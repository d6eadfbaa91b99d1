import { z } from 'zod';
import { text } from '../../site/text-with-blanks.ts';
import { CLAUSES } from './commitment.ts';
import { rule } from './place-schema.ts';

const group = z.strictObject;

/** content/plan/clauses.yaml: the kinds of job and the clauses, and what they mean everywhere. */
export const clausesSchema = group({
  /** `any`: wherever a place has no rule of its own. Jobs of one country have none. */
  jobs: group({
    licensed: group({ name: text(), any: rule }),
    texasTeacher: group({ name: text() }),
    match: group({ name: text() }),
  }),
  clauses: z
    .array(group({ id: z.enum(CLAUSES), name: text(), question: text(), where: text(), any: rule }))
    .refine((clauses) => clauses.map(({ id }) => id).join() === CLAUSES.join(), {
      error: `Allowed: each of ${CLAUSES.join(', ')} once, in this order.`,
    }),
});

export type Clauses = z.output<typeof clausesSchema>;
