import { z } from 'zod';
import { lawRule } from '../../law/law-rule.ts';
import { day } from '../../site/content-error.ts';
import { text } from '../../site/text-with-blanks.ts';
import { holidaysSchema } from '../holidays/holidays-schema.ts';
import { NOTICE_UNITS } from '../tell-by/notice.ts';
import { EFFECTS, type WayOut } from './act.ts';
import { CLAUSES, JOBS } from './commitment.ts';

const group = z.strictObject;

const ruleWords = {
  effect: z.enum(EFFECTS),
  reason: text(),
  /** Somebody to ask or to write to beside the message itself, and the words for it. */
  say: group({ to: text(), words: text() }).optional(),
  /** What the sources leave open. */
  unsure: text().optional(),
};

/**
 * A rule from a source, with the day it was last checked, or by our own judgment, which cites
 * nothing and so must state no law.
 */
const rule = z.discriminatedUnion('kind', [
  group({ kind: z.literal('sourced'), ...ruleWords, ...lawRule }),
  group({ kind: z.literal('ours'), ...ruleWords }),
]);

export type Rule = z.output<typeof rule>;

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
  rule: text(),
  unsure: text(),
} as const;

const note = {
  concerns: z.array(z.enum([...CLAUSES, 'estimate'])).min(1),
  ...lawRule,
};

/** A file of content/plan/places: what we know of the law of one place. */
export const placeSchema = group({
  name: text(),
  /** Its place in lists; the last is every other place. */
  order: z.int().positive(),
  /** Absent: its public holidays are not known. */
  holidays: holidaysSchema.optional(),
  accepted: group({
    said: rule,
    emailed: rule.optional(),
    signed: rule,
    trial: rule.optional(),
  }),
  /** Where only a letter on paper ends a contract. */
  paper: group({
    /** Before the letter, and before an agreement to be released. */
    text: text(),
    release: text(),
    /** The language of its day, as a tag of BCP 47. */
    language: z.string().regex(/^[a-z]{2}(-[A-Z]{2})?$/),
    /** The letter, in the language of messages/template.ts. */
    letter: z.string().trim().min(1),
    ...lawRule,
  }).optional(),
  /** Without a source it claims no law. */
  notice: z.union([group({ ...counted, ...lawRule }), group(counted)]),
  /** What differs here from content/plan/clauses.yaml. */
  jobs: z.partialRecord(z.enum(JOBS).exclude(['ordinary']), rule).default({}),
  clauses: z.partialRecord(z.enum(CLAUSES), rule).default({}),
  /** Law that limits or shapes a clause here, or a repayment. */
  notes: z
    .array(
      z.discriminatedUnion('kind', [
        group({ kind: z.literal('standing'), ...note, text: text() }),
        group({ kind: z.literal('dated'), ...note, from: day, before: text(), since: text() }),
      ]),
    )
    .default([]),
});

/** What we know of one place, by the name of its file. */
export type Place = z.output<typeof placeSchema> & { readonly id: string };

/** What `places` are called, by id. */
export function namesOf(places: readonly Place[]): Readonly<Record<string, string>> {
  return Object.fromEntries(places.map(({ id, name }) => [id, name]));
}

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

const wayWords = group({
  title: text(),
  /** The few words of the title that matter most. */
  mark: text(),
  short: text(),
  text: text(),
  /** Links to the message that goes with it, the one to follow first. */
  next: z.array(group({ label: text(), channel: z.enum(['phone', 'email', 'letter']) })).min(1),
}).refine(({ title, mark }) => title.split(mark).length === 2, {
  path: ['mark'],
  error:
    'Found: words that do not stand in the title once. Allowed: some of its words, as they stand there.',
});

/** content/plan/acts.yaml: how the ways out are called, and what comes next. */
export const actsSchema = group({
  withdraw: wayWords,
  notice: wayWords,
  paper: wayWords,
  board: wayWords,
  release: wayWords,
  advice: wayWords,
  set: text(),
} satisfies Record<WayOut | 'set', z.ZodType>);

export type ActWords = z.output<typeof actsSchema>;
