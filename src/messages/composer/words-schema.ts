import { z } from 'zod';
import { ACCEPTANCES, JOBS } from '../../plan/places/commitment.ts';
import { text } from '../../site/text-with-blanks.ts';

/** content/plan/say-it.yaml: the words of the composer. */
export const sayItSchema = z.strictObject({
  situation: z.strictObject({ label: text() }),
  channel: z.strictObject({ label: text() }),
  tone: z.strictObject({ label: text(), plain: text(), warm: text() }),
  country: z.strictObject({ label: text(), hint: text() }),
  job: z.strictObject({ label: text(), options: z.record(z.enum(JOBS), text()) }),
  accepted: z.strictObject({ label: text(), answers: z.record(z.enum(ACCEPTANCES), text()) }),
  trial: z.strictObject({ label: text(), hint: text() }),
  fixed: z.strictObject({ label: text(), hint: text() }),
  /** `auto`: as the answers above it decide. */
  act: z.strictObject({ label: text(), hint: text(), auto: text() }),
  ask: text('to', 'said'),
  why: z.strictObject({ text: text(), link: text() }),
  /** Below a message card of an article, which withdraws. */
  card: z.strictObject({ text: text(), link: text() }),
  filling: text(),
  submit: text(),
  outcome: text(),
  subject: text(),
  copy: text(),
  copySubject: text(),
  mail: text(),
  mailTooLong: text(),
  saveText: text(),
  saveLetter: text(),
  printLetter: text(),
  copied: text(),
  copyFailed: text(),
  saved: text(),
  opened: text(),
  unfilled: text('blanks'),
  length: z.strictObject({
    short: text('words'),
    good: text('words'),
    long: text('words'),
    spoken: text('words'),
  }),
  meter: text(),
  summary: text('situation', 'channel'),
  summaryUnfilled: text('situation', 'channel', 'blanks'),
  /** The name of saved files, without their ending. */
  file: text(),
  law: text(),
  mistakes: z.strictObject({ country: text(), tooLong: text('field', 'limit', 'length') }),
  paper: z.strictObject({
    lead: text(),
    parts: z.array(text()).min(1),
    length: text(),
    /** Before the ways out, each with the sentences it takes. */
    ways: text(),
    place: text(),
    anyYes: text(),
    letter: text('place'),
    signed: text(),
    unsigned: text(),
    examples: text(),
  }),
});

export type SayItWords = z.output<typeof sayItSchema>;
