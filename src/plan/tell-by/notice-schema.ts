import { z } from 'zod';
import { text } from '../../site/text-with-blanks.ts';
import { lawRule } from '../law-rule.ts';
import { NOTICE_UNITS } from './notice.ts';

const group = z.strictObject;

const notice = group({ count: z.int().min(0).max(52), unit: z.enum(NOTICE_UNITS) });

/** What a place's law says of notice before the first day, in what the count needs of it. */
const counted = {
  /** If the contract is silent. No `notice`: the law has no number. `advised`: our own advice. */
  silent: group({
    notice: notice.optional(),
    probation: notice.optional(),
    advised: notice.optional(),
  }),
  /** What a notice runs from: the day they receive it, or the planned first day of work. */
  runsFrom: z.enum(['telling', 'start']),
  /** Whether only a letter on paper counts. */
  paper: z.boolean(),
  /** What the count rests on, and what it leaves open. */
  rule: text(),
  unsure: text(),
} as const;

const step = group({ ...lawRule, days: z.int().min(1).max(365), rule: text() });
const said = group({ ...lawRule, rule: text() });

/** content/plan/notice.yaml: the law of notice before the first day, and dates that do not bend. */
export const noticeSchema = group({
  /** By ids of content/plan/countries.yaml. */
  countries: z.record(z.string(), group({ ...lawRule, ...counted })),
  /** For every other place. No law is claimed, so it has no source. */
  elsewhere: group(counted),
  hardDates: group({
    /** `steps`: full days before the first day of instruction, the most first. */
    texasTeacher: group({
      country: z.string(),
      steps: group({ free: step, reprimand: step }),
      after: said,
      release: said,
    }),
    match: group({ country: z.string(), binding: said, presumed: step }),
  }),
});

/** The law of notice, as content/plan/notice.yaml has it. */
export type NoticeRules = z.output<typeof noticeSchema>;

/** What is known of notice in one place. */
export type PlaceRule = NoticeRules['elsewhere'];
