import { z } from 'zod';
import { text } from '../../site/text-with-blanks.ts';
import { ACCEPTANCES, ANSWERS, JOBS } from '../places/commitment.ts';
import { REPAYMENT_MISTAKES } from './read-repayment.ts';
import { SIGNED_MISTAKES } from './read-signed.ts';
import { ASSUMPTIONS, BASES, SHARES } from './repayment.ts';

const group = z.strictObject;
const field = group({ label: text(), hint: text() });

const blanks = ['gross', 'net', 'difference', 'worked', 'of', 'left'];

/** content/plan/signed.yaml: every word of "What did you sign?" but its rules. */
export const signedSchema = group({
  note: text(),
  country: group({ label: text(), hint: text() }),
  job: group({ label: text(), hint: text(), options: z.record(z.enum(JOBS), text()) }),
  accepted: group({ question: text(), answers: z.record(z.enum(ACCEPTANCES), text()) }),
  trial: field,
  clauses: group({
    title: text(),
    hint: text(),
    /** Before the questions that are about no paper. */
    beside: text(),
    answers: z.record(z.enum(ANSWERS), text()),
    rest: group({ text: text(), no: text(), unsure: text(), done: text('count'), none: text() }),
  }),
  submit: text(),
  mistakes: z.record(z.enum(SIGNED_MISTAKES), text('clause')),
  summary: text('outcome'),
  summaryWithEstimate: text('outcome', 'estimate'),
  outcome: group({
    title: text(),
    unsure: group({ title: text(), text: text() }),
    reasons: text(),
    more: text(),
    ask: text(),
    settle: text(),
    accepted: text(),
    counted: text(),
    say: text('to'),
    open: text(),
    ours: text(),
    notes: text(),
  }),
  estimate: group({
    title: text(),
    ask: text(),
    hint: text(),
    gross: field,
    net: field,
    base: group({ question: text(), answers: z.record(z.enum(BASES), text()) }),
    share: group({ question: text(), answers: z.record(z.enum(SHARES), text()) }),
    worked: field,
    months: field,
    mistakes: z.record(z.enum(REPAYMENT_MISTAKES), text('max', 'months')),
    result: group({
      nothing: text(),
      sum: text('sum'),
      range: text('low', 'high'),
      title: text(),
      assumptions: z.record(z.enum(ASSUMPTIONS), text(...blanks)),
      signed: text(),
      always: text(),
      noLaw: text(),
    }),
  }),
  paper: group({
    lead: text(),
    country: text(),
    clauses: text(),
    any: text(),
    all: text(),
    accepted: z.record(z.enum([...ACCEPTANCES, 'trial']), text()),
    ways: text(),
    estimate: text(),
    from: text('day'),
    until: text('day'),
  }),
});

export type SignedWords = z.output<typeof signedSchema>;
