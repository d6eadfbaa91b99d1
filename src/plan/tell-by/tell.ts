import { fill } from '../../site/blanks.ts';
import { fullDay } from './full-day.ts';
import type { TeacherOutcome } from './hard-dates.ts';
import type { Moment } from './moment.ts';
import { isByNotice, OWING, type TellByQuestion } from './question.ts';
import type { TellByOutcome } from './tell-by.ts';
import type { PlaceToTell } from './tell-by-law.ts';
import { tellCall } from './tell-call.ts';
import { isOnPaper, tellNotice } from './tell-notice.ts';
import { whoFirst } from './who-first.ts';
import type { TellByWords } from './words-schema.ts';

/** The words that an outcome is told in. */
export type OutcomeWords = Pick<TellByWords, 'outcome' | 'units' | 'who'>;

/** An outcome in sentences, in the order in which they are read. */
export interface Told {
  readonly heading: string;
  /** What to know before anything else, and what to do first. */
  readonly first: readonly string[];
  /** How it was counted, and what else there is. */
  readonly more: readonly string[];
  /** Whom to tell, the first one first. */
  readonly people: readonly { readonly name: string; readonly why: string }[];
}

/** Puts `outcome` of `question`, asked at `now`, into `words`. `place` is the one it is about. */
export function tell(
  outcome: TellByOutcome,
  question: TellByQuestion,
  now: Moment,
  place: PlaceToTell,
  words: OutcomeWords,
): Told {
  const told = tellKind(outcome, question, now, place, words);
  return {
    ...told,
    first: [...tellDoubt(outcome, words), ...told.first],
    people: peopleFor(outcome, question, place, words),
  };
}

function tellKind(
  outcome: TellByOutcome,
  question: TellByQuestion,
  now: Moment,
  place: PlaceToTell,
  words: OutcomeWords,
): Omit<Told, 'people'> {
  const { heading, count, noon } = words.outcome;
  if (outcome.kind === 'match') return { heading: heading.match, first: [count.match], more: [] };
  if (outcome.kind === 'texasTeacher') return tellTeacher(outcome, now, place, words);
  // The reading gives such an outcome to such a question alone.
  if (!isByNotice(question)) throw new Error(`Found: a notice for the job "${question.job}".`);
  const onPaper = isOnPaper(outcome, place);
  const before = outcome.act === 'advice' || question.job === 'licensed';
  const callee = before ? 'first' : onPaper ? 'courtesy' : 'them';
  const call = tellCall(outcome.call, callee, now, place.name, words.outcome);
  const notice = tellNotice(outcome, question, place, words);
  return {
    heading: notice.heading,
    first: [...(callee === 'courtesy' ? [] : call), ...(onPaper ? notice.letter : [])],
    more: [
      ...(onPaper ? [] : notice.letter),
      ...notice.count,
      ...(callee === 'courtesy' ? call : []),
      ...(outcome.kind === 'by' ? [noon] : []),
    ],
  };
}

function tellTeacher(
  outcome: TeacherOutcome & Pick<TellByOutcome, 'act'>,
  now: Moment,
  place: PlaceToTell,
  { outcome: words }: OutcomeWords,
): Omit<Told, 'people'> {
  const { stage, day, start, freeUntil, reprimandUntil } = outcome;
  const key = stage === 'suspension' ? stage : day ? stage : (`${stage}Today` as const);
  const dates = {
    start: fullDay(start),
    freeUntil: fullDay(freeUntil),
    reprimandUntil: fullDay(reprimandUntil),
  };
  return {
    heading: [
      ...(outcome.act === 'advice' ? [words.heading.advice.ask] : []),
      fill(words.heading.texasTeacher[key], day ? { day: fullDay(day) } : {}),
    ].join(' '),
    first: tellCall(outcome.call, 'first', now, place.name, words),
    more: [fill(words.count.texasTeacher, dates), ...(day ? [words.noon] : [])],
  };
}

/** What is not known of holidays, which comes first. */
function tellDoubt({ doubt }: TellByOutcome, { outcome: { holidays } }: OutcomeWords): string[] {
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

function peopleFor(
  outcome: TellByOutcome,
  { job, agency, visa }: TellByQuestion,
  place: PlaceToTell,
  { who }: OutcomeWords,
): Told['people'] {
  const paper = 'basis' in outcome && isOnPaper(outcome, place);
  // Other rules that ask for advice have somebody of their own to give it.
  const advice = outcome.weighing.reasons.some(
    ({ about, rule }) =>
      rule.effect === 'advice' && (about === 'accepted' || about === 'fixed-term'),
  );
  const notice =
    'basis' in outcome && !paper && outcome.kind !== 'ask' && OWING[outcome.basis] !== 'none';
  return whoFirst(who.people, job, { agency, visa, advice, paper, message: !paper, notice });
}
