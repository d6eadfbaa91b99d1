import { z } from 'zod';
import { text } from '../../site/text-with-blanks.ts';

/** content/plan/say-it.yaml: the words of the composer. */
export const sayItSchema = z.strictObject({
  situation: z.strictObject({ label: text() }),
  channel: z.strictObject({ label: text() }),
  tone: z.strictObject({ label: text(), plain: text(), warm: text() }),
  country: z.strictObject({ label: text(), hint: text() }),
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
  mistakes: z.strictObject({ tooLong: text('field', 'limit', 'length') }),
  paper: z.strictObject({
    lead: text(),
    parts: z.array(text()).min(1),
    length: text(),
    examples: text(),
  }),
});

export type SayItWords = z.output<typeof sayItSchema>;
