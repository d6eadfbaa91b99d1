import { markedRuns, withoutMarks } from '../../forms/blocks.ts';
import type { Rich } from '../../forms/outcome.ts';
import { fillBlanks } from '../../site/fill-blanks.ts';
import { callText } from './call-text.ts';
import { fullDays } from './full-day.ts';
import type { TeacherOutcome } from './hard-dates.ts';
import type { Moment } from './moment.ts';
import { noticeText } from './notice-text.ts';
import { peopleToTell } from './people-to-tell.ts';
import { owing } from './question.ts';
import type { TellByOutcome } from './tell-by.ts';
import type { TellByWords } from './words-schema.ts';

/** The words that an outcome is told in. */
export type OutcomeWords = Pick<TellByWords, 'outcome' | 'units' | 'who'>;

/** An outcome in sentences, in the order in which they are read. */
export interface OutcomeText {
  readonly heading: string;
  /** The same, with the word that matters most marked. */
  readonly headline: Rich;
  /** What to know before anything else, and what to do first. */
  readonly first: readonly string[];
  /** How it was counted, and what else there is. */
  readonly more: readonly string[];
  /** Whom to tell, the first one first. */
  readonly people: readonly { readonly name: string; readonly why: string }[];
}

/** Puts `outcome`, found at `now`, into `words`. */
export function outcomeText(outcome: TellByOutcome, now: Moment, words: OutcomeWords): OutcomeText {
  const text = textOf(outcome, now, words);
  return {
    ...text,
    heading: withoutMarks(text.heading),
    headline: markedRuns(text.heading),
    first: [...doubtText(outcome, words), ...text.first],
    people: peopleFor(outcome, words),
  };
}

type Told = Omit<OutcomeText, 'headline' | 'people'>;

function textOf(outcome: TellByOutcome, now: Moment, words: OutcomeWords): Told {
  const { heading, count, noon } = words.outcome;
  if (outcome.kind === 'match') {
    return { heading: heading.match, first: [count.match], more: [] };
  }
  if (outcome.kind === 'texasTeacher') return teacherText(outcome, now, words);
  const { onPaper, place, question } = outcome;
  const before = outcome.act === 'advice' || question.job === 'licensed';
  const callee = before ? 'first' : onPaper ? 'courtesy' : 'them';
  const call = callText(outcome.call, callee, now, place.name, words.outcome);
  const notice = noticeText(outcome, words);
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

function teacherText(
  outcome: TeacherOutcome & Pick<TellByOutcome, 'act' | 'place'>,
  now: Moment,
  { outcome: words }: OutcomeWords,
): Told {
  const { stage, day, act, call, place } = outcome;
  const blanks = fullDays(outcome);
  const key = stage === 'suspension' || day ? stage : (`${stage}Today` as const);
  const heading = fillBlanks(words.heading.texasTeacher[key], blanks);
  return {
    heading: act === 'advice' ? `${words.heading.advice.ask} ${heading}` : heading,
    first: callText(call, 'first', now, place.name, words),
    more: [fillBlanks(words.count.texasTeacher, blanks), ...(day ? [words.noon] : [])],
  };
}

/** What is not known of holidays, which comes first. */
function doubtText({ doubt }: TellByOutcome, { outcome: { holidays } }: OutcomeWords): string[] {
  if (!doubt) return [];
  if (doubt.kind === 'unsure') return [doubt.text];
  const [first = '', last = ''] = doubt.kind === 'beyond' ? doubt.years : [];
  return [fillBlanks(holidays[doubt.kind], { first, last })];
}

function peopleFor(outcome: TellByOutcome, { who }: OutcomeWords): OutcomeText['people'] {
  const { onPaper: paper, question } = outcome;
  const { job, agency, visa } = question;
  // Other rules that ask for advice have somebody of their own to give it.
  const advice = outcome.reasons.some(
    ({ about, rule }) =>
      rule.effect === 'advice' && (about === 'accepted' || about === 'fixed-term'),
  );
  const notice =
    'basis' in outcome && !paper && outcome.kind !== 'ask' && owing(outcome.basis) !== 'none';
  return peopleToTell(who.people, job, { agency, visa, advice, paper, message: !paper, notice });
}
