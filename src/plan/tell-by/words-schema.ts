import { z } from 'zod';
import { text } from '../../site/text-with-blanks.ts';
import type { NoticeUnit } from './notice.ts';
import { JOBS } from './question.ts';
import { MISTAKES } from './read-tell-by.ts';
import { CONDITIONS } from './who-first.ts';

const group = z.strictObject;
const field = group({ label: text(), hint: text().optional() });
const counted = group({ one: text(), many: text() });
const named = counted.extend({ name: text() });

const stages = group({
  free: text('day'),
  freeToday: text(),
  reprimand: text('day'),
  reprimandToday: text(),
  suspension: text(),
});

const outcome = group({
  heading: group({
    by: text('day'),
    open: text('day'),
    today: text(),
    todayNone: text(),
    todayOpen: text(),
    late: text(),
    lateNone: text(),
    lateOpen: text(),
    fromStart: text(),
    texasTeacher: stages,
    match: text(),
  }),
  target: text(),
  call: group({
    now: text(),
    today: text(),
    at: text('day'),
    write: text('day'),
    holiday: group({ whole: text('place'), partly: text('place') }),
  }),
  holidays: group({ unknown: text(), beyond: text('first', 'last') }),
  basis: group({
    contract: text('notice'),
    law: text('notice'),
    probation: text('notice'),
    advice: text('notice'),
    none: text(),
    open: text(),
  }),
  longer: text(),
  count: group({
    by: text('day', 'end', 'start'),
    byNone: text('day', 'start'),
    today: text('end', 'start'),
    todayNone: text('start'),
    late: text('end', 'start', 'overlap'),
    lateNone: text('start'),
    fromStart: text('start', 'end'),
    fromStartOpen: text('start'),
    texasTeacher: text('freeUntil', 'reprimandUntil', 'start'),
    match: text('start'),
  }),
  paper: group({ by: text('day', 'postBy'), byHand: text('day'), today: text() }),
  noon: text(),
  law: text('country'),
  lawUnsure: text(),
  sources: text(),
  advice: text(),
});

/** content/plan/tell-by.yaml: every word of the tool. */
export const wordsSchema = group({
  title: text(),
  intro: text(),
  fields: group({
    country: group({ label: text(), empty: text() }),
    region: group({ hint: text(), any: text() }),
    job: group({ label: text(), options: z.record(z.enum(JOBS), text()) }),
    start: field,
    notice: group({
      label: text(),
      hint: text(),
      options: group({ contract: text(), unknown: text() }),
    }),
    noticeCount: field,
    noticeUnit: field,
    probation: field,
    agency: field,
    visa: field,
  }),
  units: group({
    days: named,
    workingDays: named,
    weeks: named,
    months: named,
    weeksTo15thOrEnd: counted,
  } satisfies Record<NoticeUnit, z.ZodType>),
  submit: text(),
  mistakes: z.record(z.enum(MISTAKES), text('most')),
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
  calendar: group({ button: text(), hint: text(), file: text(), title: text(), text: text() }),
  paper: group({
    title: text(),
    intro: text(),
    hand: group({ title: text(), steps: z.array(text()).min(1), german: text() }),
    hard: group({ title: text(), texasTeacher: text(), match: text() }),
  }),
});

/** What the tool says, by part. */
export type TellByWords = z.output<typeof wordsSchema>;
