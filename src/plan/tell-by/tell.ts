import { type Blanks, fill } from '../../site/blanks.ts';
import { fullDay } from './full-day.ts';
import type { TeacherOutcome } from './hard-dates.ts';
import type { Call, Moment } from './moment.ts';
import type { Notice } from './notice.ts';
import type { PlaceRule } from './notice-schema.ts';
import type { TellByQuestion } from './question.ts';
import type { NoticeOutcome, TellByOutcome } from './tell-by.ts';
import { whoFirst } from './who-first.ts';
import type { TellByWords } from './words-schema.ts';

/** The words that an outcome is told in. */
export type OutcomeWords = Pick<TellByWords, 'outcome' | 'units' | 'who'> & {
  /** Names of places, by id. */
  readonly places: Readonly<Record<string, string>>;
};

/** An outcome in sentences, in the order in which they are read. */
export interface Told {
  readonly heading: string;
  readonly lines: readonly string[];
  /** Whom to tell, the first one first. */
  readonly people: readonly { readonly name: string; readonly why: string }[];
}

/** Puts `outcome` of `question`, asked at `now`, into `words`. `place` is the rule of its country. */
export function tell(
  outcome: TellByOutcome,
  question: TellByQuestion,
  now: Moment,
  place: PlaceRule,
  words: OutcomeWords,
): Told {
  const blanks = { place: words.places[question.country] ?? '' };
  const told = tellKind(outcome, question, now, place, words);
  const owed = 'notice' in outcome && (outcome.notice.count > 0 || outcome.basis === 'open');
  return {
    heading: told.heading,
    lines: [
      ...tellDoubt(outcome.doubt, words),
      ...tellCall(outcome.call, now, words).map((line) => fill(line, blanks)),
      ...told.lines,
    ],
    people: whoFirst(words.who.people, question, owed),
  };
}

function tellKind(
  outcome: TellByOutcome,
  question: TellByQuestion,
  now: Moment,
  place: PlaceRule,
  words: OutcomeWords,
): Omit<Told, 'people'> {
  const { heading, count, noon } = words.outcome;
  const blanks = blanksOf(outcome);
  switch (outcome.kind) {
    case 'texasTeacher':
      return {
        heading: fill(heading.texasTeacher[stageKey(outcome)], blanks),
        lines: [fill(count.texasTeacher, blanks), ...(outcome.day ? [noon] : [])],
      };
    case 'match':
      return { heading: heading.match, lines: [fill(count.match, blanks)] };
    default:
      return {
        heading: fill(heading[headingKey(outcome)], blanks),
        lines: noticeLines(outcome, question, now, place, words),
      };
  }
}

function noticeLines(
  outcome: NoticeOutcome,
  question: TellByQuestion,
  now: Moment,
  place: PlaceRule,
  words: OutcomeWords,
): string[] {
  const { target, basis, count, longer, noon } = words.outcome;
  const blanks: Blanks = {
    ...blanksOf(outcome),
    notice: tellNotice(outcome.notice, words),
    ...(outcome.kind === 'late' && {
      overlap: tellNotice({ count: outcome.overlap, unit: 'days' }, words),
    }),
  };
  const shortened = place.silent.probation && !question.notice && !question.probation;
  return [
    ...(outcome.kind === 'by' ? [target] : []),
    fill(basis[outcome.basis], blanks),
    ...(shortened ? [longer] : []),
    fill(count[countKey(outcome)], blanks),
    ...paperLine(outcome, now, words).map((line) => fill(line, blanks)),
    ...(outcome.kind === 'by' ? [noon] : []),
  ];
}

/** What only counts on paper, if anything does. */
function paperLine(outcome: NoticeOutcome, now: Moment, { outcome: { paper } }: OutcomeWords) {
  if (!outcome.paper) return [];
  if (outcome.kind !== 'by') return [paper.today];
  return [outcome.postBy < now.day ? paper.byHand : paper.by];
}

function headingKey({ kind, basis }: NoticeOutcome) {
  if (kind === 'fromStart') return kind;
  if (kind === 'by') return basis === 'open' ? 'open' : kind;
  if (basis !== 'open' && basis !== 'none') return kind;
  const suffix = basis === 'open' ? 'Open' : 'None';
  return `${kind}${suffix}` as const;
}

function countKey(outcome: NoticeOutcome) {
  const { kind, notice } = outcome;
  if (kind === 'fromStart') return outcome.end ? kind : 'fromStartOpen';
  return notice.count > 0 ? kind : (`${kind}None` as const);
}

function stageKey({ stage, day }: TeacherOutcome) {
  if (stage === 'suspension') return stage;
  return day ? stage : (`${stage}Today` as const);
}

/** What is not known of holidays, which comes first. */
function tellDoubt(doubt: TellByOutcome['doubt'], { outcome: { holidays } }: OutcomeWords) {
  switch (doubt?.kind) {
    case undefined:
      return [];
    case 'unknown':
      return [holidays.unknown];
    case 'beyond':
      return [fill(holidays.beyond, { first: doubt.years[0], last: doubt.years[1] })];
    case 'unsure':
      return [doubt.text];
  }
}

/** When to call, after why nobody may answer now. */
function tellCall(call: Call, now: Moment, { outcome: { call: words } }: OutcomeWords): string[] {
  if (call.kind === 'now') return [words.now];
  const when = call.kind === 'at' && call.day === now.day ? words.today : words[call.kind];
  return [
    ...(call.holiday ? [words.holiday[call.holiday]] : []),
    fill(when, { day: fullDay(call.day) }),
  ];
}

/** A notice in words, such as "2 weeks". */
function tellNotice({ count, unit }: Notice, { units }: OutcomeWords): string {
  return `${count} ${count === 1 ? units[unit].one : units[unit].many}`;
}

/** The days of an outcome, each as a reader sees it, by its name. */
function blanksOf(outcome: TellByOutcome): Blanks {
  const days = Object.entries(outcome).filter(
    (entry): entry is [string, string] => DAYS.has(entry[0]) && typeof entry[1] === 'string',
  );
  return Object.fromEntries(days.map(([name, day]) => [name, fullDay(day)]));
}

const DAYS = new Set(['start', 'day', 'end', 'postBy', 'freeUntil', 'reprimandUntil']);
