import { z } from 'zod';
import { sentencesOf } from '../../forms/form.ts';
import { choiceWords, fieldWords, markedText } from '../../forms/words-schema.ts';
import { text } from '../../site/text-with-blanks.ts';
import { JOBS } from '../places/commitment.ts';
import { tellByForm } from './form.ts';
import type { NoticeUnit } from './notice.ts';
import { CONDITIONS } from './people-to-tell.ts';
import type { Basis, Owing } from './question.ts';

const group = z.strictObject;
/** Whatever the places and the day, its sentences are the same. */
const declared = tellByForm({ places: {} }, '2000-01-01');

const hinted = group({ label: text(), hint: text() });
const named = group({ name: text(), one: text(), many: text() });

const stages = group({
  free: markedText('day'),
  freeToday: markedText(),
  reprimand: markedText('day'),
  reprimandToday: markedText(),
  suspension: markedText(),
});

/** When to call somebody: now, today at nine, on a later day, or to write now and call then. */
const call = group({ now: text(), today: text(), at: text('day'), write: text('day') });

const fits = group({ by: markedText('day'), today: markedText(), late: markedText() });

/** By what is owed before the first day. */
const owing = <Schema extends z.ZodType>(schema: Schema) =>
  group({ owed: schema, advised: schema, none: schema, open: schema } satisfies Record<
    Owing,
    Schema
  >);

const heading = group({
  by: markedText('day'),
  /** Where there is no number to count. */
  byOpen: markedText('day'),
  today: owing(markedText()),
  late: owing(markedText()),
  fromStart: markedText(),
  /** Where only a letter on paper counts. */
  paper: fits,
  /** Where the act is to ask for release, or for advice. */
  release: fits.extend({ ask: markedText() }),
  advice: group({ by: markedText('day'), ask: markedText() }),
  texasTeacher: stages,
  match: markedText(),
});

const outcome = group({
  heading,
  holidays: group({
    unknown: text(),
    beyond: text('first', 'last'),
    /** Why nobody may answer today: a day off there, or in parts of the place. */
    whole: text(),
    partly: text('place'),
  }),
  call: group({
    them: call,
    /** Where a letter on paper counts, and no call. */
    courtesy: call,
    /** Where somebody else comes before the employer. */
    first: call,
  }),
  target: text('day'),
  basis: group({
    contract: text('notice'),
    law: text('notice'),
    probation: text('notice'),
    trial: text(),
    advice: text('notice'),
    none: text(),
    open: text(),
    fixed: text(),
  } satisfies Record<Basis, z.ZodType>),
  /** A fixed term whose contract names a notice. */
  fixedNotice: text(),
  /** A shorter or no notice, if a trial or probation period was agreed and not ticked. */
  untickedShorter: text(),
  untickedTrial: text(),
  count: group({
    by: owing(text('day', 'end', 'start')),
    today: owing(text('end', 'start')),
    late: owing(text('end', 'start', 'overlap')),
    fromStart: text('start', 'end'),
    ask: text('start'),
    texasTeacher: text('freeUntil', 'reprimandUntil', 'start'),
    match: text(),
  }),
  /** After the links to the message. */
  set: text(),
  paper: group({ by: text('day', 'postBy'), byHand: text('day'), today: text() }),
  noon: text(),
  law: text('place'),
  lawUnsure: text(),
  /** Below a rule without a source. */
  ours: text(),
  advice: text(),
  credit: text(),
});

/** content/plan/tell-by.yaml: every word of the tool. */
export const tellBySchema = group({
  fields: group({
    country: fieldWords,
    /** Which part of a place, where holidays differ; the question itself is the place's. */
    region: group({ hint: text(), any: text() }),
    job: choiceWords(JOBS),
    start: hinted,
    /** The same field for a teacher. */
    instruction: hinted,
    fixed: fieldWords,
    notice: choiceWords(['contract', 'unknown']),
    noticeCount: fieldWords,
    noticeUnit: fieldWords,
    trial: fieldWords,
    agency: fieldWords,
    visa: fieldWords,
  }),
  units: group({
    days: named,
    workingDays: named,
    weeks: named,
    months: named,
    weeksToEnd: named,
    monthsToEnd: named,
    monthsToQuarter: named,
    weeksTo15thOrEnd: named,
  } satisfies Record<NoticeUnit, z.ZodType>),
  submit: text(),
  mistakes: z.record(z.enum(sentencesOf(declared.fields)), text('most')),
  outcome,
  who: group({
    heading: text(),
    people: z
      .array(
        group({
          jobs: z.array(z.enum(JOBS)).min(1),
          if: z.enum(CONDITIONS).optional(),
          name: text(),
          why: text(),
        }),
      )
      .min(1),
  }),
  calendar: group({
    button: text(),
    hint: text(),
    file: text(),
    /** What the entry is called: a call, or a letter to post. */
    title: text(),
    letter: text(),
    text: text(),
  }),
  paper: group({
    title: text(),
    intro: text(),
    hand: group({ title: text(), steps: z.array(text()).min(1), german: text() }),
    hard: group({ title: text(), texasTeacher: text(), match: text() }),
  }),
});

/** What the tool says, by part. */
export type TellByWords = z.output<typeof tellBySchema>;
