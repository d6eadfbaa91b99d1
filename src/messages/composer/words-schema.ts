import { z } from 'zod';
import { sentencesOf } from '../../forms/form.ts';
import { choiceWords, fieldWords } from '../../forms/words-schema.ts';
import { ACCEPTANCES, JOBS } from '../../plan/places/commitment.ts';
import { text } from '../../site/text-with-blanks.ts';
import { LENGTHS, TONES } from '../compose.ts';
import { countryField, slotField } from './form.ts';

const FALLIBLE = { country: countryField([]), slot: slotField({ label: '' }) };

/** content/plan/say-it.yaml: the words of the composer. */
export const sayItSchema = z.strictObject({
  fields: z.strictObject({
    /** `ends` and `notes`: its two groups, of situations and of messages that end nothing. */
    situation: fieldWords.extend({ ends: text(), notes: text() }),
    channel: fieldWords,
    length: choiceWords(LENGTHS),
    tone: choiceWords(TONES),
    country: fieldWords,
    job: choiceWords(JOBS),
    accepted: choiceWords(ACCEPTANCES),
    soon: fieldWords,
    trial: fieldWords,
    fixed: fieldWords,
    /** `empty`: as the answers above it decide. */
    act: fieldWords.extend({ empty: text() }),
  }),
  ask: text('to', 'said'),
  /** Why the call comes first, and what follows it; where only paper counts, that is the letter. */
  callFirst: z.strictObject({ elsewhere: text(), paper: text() }),
  /** What is folded away until somebody needs it. */
  folds: z.strictObject({ job: text(), more: text(), ways: text() }),
  why: z.strictObject({ text: text(), link: text() }),
  /** Below a message card of an article, which withdraws. */
  card: z.strictObject({
    text: text(),
    link: text(),
    short: text(),
    /** What stands before the link of a note, and the link. */
    own: text(),
    note: text(),
  }),
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
    brief: text('words'),
    short: text('words'),
    good: text('words'),
    long: text('words'),
    spoken: text('words'),
  }),
  /** What a screen reader hears of fields that came, and of those that went. */
  nowAsked: text('fields'),
  noLongerAsked: text('fields'),
  summary: text('situation', 'channel'),
  summaryUnfilled: text('situation', 'channel', 'blanks'),
  /** The name of saved files, without their ending. */
  file: text(),
  law: text(),
  mistakes: z.record(z.enum(sentencesOf(FALLIBLE)), text('field', 'limit', 'count')),
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
    brief: text(),
    examples: text(),
    /** Before the first of the three sentences. */
    short: text(),
    notes: text(),
  }),
});

export type SayItWords = z.output<typeof sayItSchema>;
