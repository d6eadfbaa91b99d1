import { z } from 'zod';
import { text } from '../site/text-with-blanks.ts';

const group = z.strictObject;
const path = text().regex(/^\/\S*$/, 'Allowed: a path that starts with "/".');
const link = group({ label: text(), path });
const names = ['first', 'second', 'third'] as const;
const shorts = ['firstShort', 'secondShort', 'thirdShort'] as const;
/** By how a result's first types stand to each other. */
const orders = (...blanks: readonly string[]) =>
  group({
    alone: text(...blanks),
    clear: text(...blanks),
    clearThenClose: text(...blanks),
    close: text(...blanks),
    chain: text(...blanks),
    allClose: text(...blanks),
  });
/** What chance would do: so many occupations, best fits, and best or great ones. */
const chance = ['occupations', 'best', 'great'] as const;

/** Job zones of O*NET: how much preparation an occupation needs, from 1 to 5. */
const byZone = group({ 1: text(), 2: text(), 3: text(), 4: text(), 5: text() });

const question = group({
  name: text(),
  how: text(),
  howKeys: text(),
  stem: text(),
  progress: text('number', 'count'),
  documentTitle: text('number', 'count', 'activity'),
  missing: text(),
  answers: z.array(group({ value: z.int().min(1).max(5), label: text() })).length(5),
  next: text(),
  last: text(),
  back: text(),
  startOver: text(),
  numberKeys: text(),
  note: text(),
  resumed: text('number', 'count'),
  startedOver: text('count'),
  broken: text(),
  old: text(),
  foreign: text(),
  failed: text(),
  retry: text(),
});

const result = group({
  documentTitle: text(),
  ready: text('ranking'),
  readyFlat: text(),
  readyLevel: text(),
  label: text(),
  took: text('seconds'),
  tookMinutes: text('minutes'),
  shared: text(),
  takeYours: text(),
  types: text(),
  compare: text(),
  keep: text(),
  notStored: text(),
  headline: orders(...names),
  summary: orders(...names, ...shorts),
  fourth: text('third', 'fourth', 'fourthShort'),
  certainty: group({ clear: text('next'), close: text('next') }),
  odds: group({ clear: text(), close: text() }),
  type: group({
    suits: text(),
    drains: text(),
    atWork: text(),
    more: text('type'),
  }),
  leftOut: text(),
  more: group({ title: text(), text: text(), button: text(), done: text() }),
  level: group({
    title: text(),
    text: text('count', 'first', 'second'),
    textLowest: text('count', 'first', 'second', 'lowest', 'lowestShort'),
    odds: text(),
    advice: text(),
  }),
  flat: group({ title: text(), text: text('count'), advice: text(), again: text() }),
  howSure: group({
    title: text(),
    // By how many questions are answered.
    12: text(),
    18: text(),
    24: text(),
    shared: text(),
  }),
  notThis: group({ title: text(), points: z.array(text()).min(1) }),
});

const hexagon = group({
  title: text(),
  summary: text('ranking'),
  summaryLevel: text('ranking'),
  help: text(),
  table: group({ type: text(), score: text() }),
});

const occupations = group({
  title: text(),
  lead: text(),
  fits: text(...chance),
  filter: text(),
  all: text(),
  level: text('preparation', 'count'),
  shown: text('count'),
  shownOne: text(),
  shownSome: text('shown', 'count'),
  more: text('count'),
  none: text(),
  noneAtAll: text(),
  link: text('occupation'),
  loading: text(),
  failed: text(),
  retry: text(),
  fit: group({ best: text(), great: text() }),
  preparation: byZone,
  preparationMeaning: byZone,
});

const comparison = group({
  title: text(),
  lead: text(),
  label: text(),
  hint: text(),
  otherLabel: text(),
  otherHint: text(),
  addOther: text(),
  removeOther: text(),
  suggestions: text('count'),
  oneSuggestion: text(),
  noMatch: text(),
  loading: text(),
  failed: text(),
  belongsTo: text('occupation', 'does'),
  takenFor: text('job', 'occupation'),
  several: text(),
  choices: text('count'),
  hexagon: text('job'),
  hexagonTwo: text('job', 'other'),
  scale: text(),
  you: text(),
  legend: group({ you: text(), job: text('job'), other: text('other') }),
  level: group({ high: text(), middle: text(), low: text() }),
  announced: text('fit', 'job'),
  fit: z.record(z.enum(['best', 'great', 'weak', 'poor']), group({ label: text(), text: text() })),
  mismatches: group({
    title: text(),
    asks: text('type', 'short'),
    lacks: text('type', 'short'),
    none: text(),
  }),
  two: group({ closer: text('job', 'other'), equal: text('job', 'other'), bothPoor: text() }),
  whatNow: group({
    title: text(),
    limit: text(),
    byFit: z.record(
      z.enum(['best', 'great', 'weak', 'poor']),
      group({ text: text(), links: z.array(link).min(1) }),
    ),
  }),
});

const keeping = group({
  title: text(),
  copy: text(),
  copied: text(),
  copyFailed: text(),
  linkLabel: text(),
  send: text(),
  shareText: text('headline'),
  picture: text(),
  pictureSaved: text(),
  pictureFailed: text(),
  pictureName: text(),
  print: text(),
  explanation: text(),
  made: text('date', 'count', 'address'),
  talk: text(),
});

const about = group({
  title: text(),
  sections: z
    .array(
      group({
        title: text(),
        text: text(...chance),
        links: z.array(group({ label: text(), href: z.url() })).optional(),
      }),
    )
    .min(1),
});

const paper = group({
  title: text(),
  lead: text(),
  how: z.array(text()).min(1),
  close: text(),
  flat: text(),
  example: text(),
  typesTitle: text(),
  suits: text(),
  drains: text(),
  contradiction: text(),
  sum: text('type'),
  howSure: text(),
});

/** content/quiz/quiz.yaml: every word of the quiz page but the questions and the types. */
export const quizSchema = group({
  title: text(),
  description: text().max(160),
  question,
  result,
  hexagon,
  occupations,
  comparison,
  keeping,
  about,
  paper,
  notice: text(),
});

/** What the quiz page says, by part of the page. */
export type QuizWords = z.output<typeof quizSchema>;
