import { z } from 'zod';
import { sentencesOf } from '../../forms/form.ts';
import { choiceWords, fieldWords, markedText } from '../../forms/words-schema.ts';
import { text } from '../../site/text-with-blanks.ts';
import { ACCEPTANCES, ANSWERS, JOBS } from '../places/commitment.ts';
import { signedForm } from './form.ts';
import { ASSUMPTIONS, BASES, SHARES } from './repayment.ts';

const group = z.strictObject;
const { fields } = signedForm({ places: {}, clauses: [] });

const blanks = ['gross', 'net', 'difference', 'worked', 'of', 'left'];

/** content/plan/signed.yaml: every word of "What did you sign?" but its rules. */
export const signedSchema = group({
  note: text(),
  fields: group({
    country: fieldWords,
    job: choiceWords(JOBS),
    accepted: choiceWords(ACCEPTANCES),
    trial: fieldWords,
    repay: fieldWords,
    gross: fieldWords,
    net: fieldWords,
    base: choiceWords(BASES),
    share: choiceWords(SHARES),
    worked: fieldWords,
    months: fieldWords,
  }),
  clauses: group({
    title: text(),
    hint: text(),
    /** Before the questions that are about no paper. */
    beside: text(),
    answers: z.record(z.enum(ANSWERS), text()),
    rest: group({ text: text(), no: text(), unsure: text(), done: text('count'), none: text() }),
  }),
  submit: text(),
  mistakes: z.record(z.enum(sentencesOf(fields)), text('clause', 'max', 'months')),
  summary: text('outcome'),
  summaryWithEstimate: text('outcome', 'estimate'),
  outcome: group({
    unsure: group({ title: text(), text: text(), where: text() }),
    reasons: text(),
    /** Where one of them has words to say to somebody. */
    reasonsAndWords: text(),
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
    result: group({
      nothing: markedText(),
      sum: markedText('sum'),
      range: markedText('low', 'high'),
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
