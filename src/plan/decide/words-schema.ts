import { z } from 'zod';
import { sentencesOf } from '../../forms/form.ts';
import { markedText } from '../../forms/words-schema.ts';
import { text } from '../../site/text-with-blanks.ts';
import { decideForm } from './form.ts';
import { AGAINST, SCORES, WEIGHTS } from './question.ts';

const group = z.strictObject;
const { fields } = decideForm({ criteria: [], boxes: { offer: [], stay: [], none: [] } });
const id = z.string().regex(/^[a-z]+(-[a-z0-9]+)*$/);

/** A word for every step of a scale. */
const steps = ({ low, high }: { low: number; high: number }) => {
  const names = Array.from({ length: high - low + 1 }, (_, step) => String(low + step));
  return z.record(z.enum(names), text());
};

/** A list of entries whose ids differ. */
const listed = <Entry extends z.ZodType<{ id: string }>>(entry: Entry) =>
  z
    .array(entry)
    .min(1)
    .refine((entries) => new Set(entries.map((one) => one.id)).size === entries.length, {
      error: 'Found: the same id twice. Allowed: ids that differ.',
    });

const choice = group({
  label: text(),
  hint: text().optional(),
  name: text(),
  note: text().optional(),
});

const gate = group({
  legend: text(),
  hint: text(),
  boxes: listed(group({ id, label: text(), short: text(), ask: text() })),
});

const handWords = group({ title: text(), text: text(), inHand: text() });

const titled = (...blanks: readonly string[]) =>
  group({ title: markedText(...blanks), text: text(...blanks) });

const outcome = group({
  title: text(),
  hand: group({ offer: handWords, stay: handWords, missing: text(), close: text() }),
  balance: group({
    empty: titled(),
    'nothing-matters': titled(),
    'nothing-differs': titled(),
    tie: titled('accepted', 'other'),
    close: titled('leader', 'rival'),
    clear: titled('leader', 'rival'),
  }),
  tip: group({
    one: text('row', 'leader'),
    several: text('rows', 'leader'),
    same: text('leader', 'rival'),
    tie: text('leader', 'rival'),
    turn: text('leader', 'rival'),
    severalSame: text('leader', 'rival'),
    severalTie: text('leader', 'rival'),
    severalTurn: text('leader', 'rival'),
  }),
  change: group({
    title: text(),
    scoreTie: text('row', 'side', 'from', 'to', 'leader', 'rival'),
    scoreTurn: text('row', 'side', 'from', 'to', 'leader', 'rival'),
    weightTie: text('row', 'from', 'to', 'leader', 'rival'),
    weightTurn: text('row', 'from', 'to', 'leader', 'rival'),
    none: text(),
    limit: text(),
  }),
  table: group({
    title: text(),
    row: text(),
    caption: text(),
    sum: text(),
    none: text(),
    scale: text(),
  }),
  oneRow: text(),
  unfinished: group({ title: text(), text: text() }),
  honest: group({ title: text(), points: z.array(text()).min(1) }),
  sleep: group({ text: text(), button: text(), saved: text() }),
  facts: group({ title: text(), pros: text('side'), cons: text('side') }),
  summary: text('balance'),
  summaryMissing: text('missing', 'balance'),
});

/** content/plan/decide.yaml: every word of the tool, its rows, and the boxes of its gate. */
export const decideSchema = group({
  against: group({ legend: text(), choices: z.record(z.enum(AGAINST), choice) }),
  names: group({
    legend: text(),
    hint: text(),
    accepted: group({ label: text(), default: text() }),
    other: group({ label: text(), default: text() }),
  }),
  rows: group({
    legend: text(),
    hint: text(),
    weight: text(),
    unknown: text(),
    weights: steps(WEIGHTS),
    scores: steps(SCORES),
    own: group({ label: text(), hint: text(), 'own-1': text(), 'own-2': text() }),
    criteria: listed(group({ id, label: text(), hint: text() })),
  }),
  facts: group({ legend: text(), hint: text(), pros: text('side'), cons: text('side') }),
  gate: group({ offer: gate, stay: gate }),
  button: text(),
  outcome,
  reminder: group({
    title: text(),
    text: text(),
    time: z.iso.time({ precision: -1 }),
    minutes: z.int().positive(),
    file: z.string().regex(/^[a-z0-9-]+\.ics$/),
  }),
  mistakes: z.record(z.enum(sentencesOf(fields)), text('limit', 'count')),
  paper: group({
    lead: text(),
    how: z.array(text()).min(1),
    accepted: text(),
    other: text(),
    first: text(),
    close: text(),
  }),
});

/** What the tool says, by part. */
export type DecideWords = z.output<typeof decideSchema>;
