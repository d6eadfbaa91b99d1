import { type Blanks, fill } from '../../site/blanks.ts';
import { fullDay } from './full-day.ts';
import type { Notice } from './notice.ts';
import { type NoticeQuestion, OWING } from './question.ts';
import type { NoticeOutcome, TellByOutcome } from './tell-by.ts';
import type { PlaceToTell } from './tell-by-law.ts';
import type { TellByWords } from './words-schema.ts';

type Words = Pick<TellByWords, 'outcome' | 'units'>;
type Outcome = NoticeOutcome & Pick<TellByOutcome, 'act'>;

/** What is told of a notice: the heading, what to know of paper, and how it was counted. */
interface ToldNotice {
  readonly heading: string;
  readonly letter: readonly string[];
  readonly count: readonly string[];
}

/** Whether a letter is what has to be done: a notice where only paper counts. */
export function isOnPaper(
  { act, kind }: Pick<Outcome, 'act' | 'kind'>,
  { release }: Pick<PlaceToTell, 'release'>,
): boolean {
  return release !== undefined && act === 'notice' && kind !== 'ask';
}

/** Puts the `outcome` of a notice for `question` into `words`. `place` is the one it is about. */
export function tellNotice(
  outcome: Outcome,
  question: NoticeQuestion,
  place: PlaceToTell,
  words: Words,
): ToldNotice {
  const blanks = blanksOf(outcome, words);
  const filled = (texts: readonly string[]) => texts.map((text) => fill(text, blanks));
  return {
    heading: fill(headingFor(outcome, place, words), blanks),
    letter: filled(letterLines(outcome, place, words)),
    count: filled(countLines(outcome, question, place, words)),
  };
}

function headingFor(outcome: Outcome, place: PlaceToTell, { outcome: { heading } }: Words): string {
  const { kind, basis, act } = outcome;
  if (act === 'advice') return kind === 'by' ? heading.advice.by : heading.advice.ask;
  if (kind === 'ask') return heading.release.ask;
  if (kind === 'fromStart') return act === 'release' ? heading.release.ask : heading.fromStart;
  if (act === 'release') return heading.release[kind];
  if (isOnPaper(outcome, place)) return heading.paper[kind];
  if (kind === 'by') return basis === 'open' ? heading.byOpen : heading.by;
  return heading[kind][OWING[basis]];
}

/** Where only paper counts: how a release has to look, and how a letter gets there. */
function letterLines(outcome: Outcome, { release }: PlaceToTell, { outcome: { paper } }: Words) {
  if (release === undefined) return [];
  const first = outcome.act === 'release' ? [release] : [];
  if (outcome.kind === 'ask') return first;
  if (outcome.kind !== 'by') return [...first, paper.today];
  return [...first, outcome.postBy === undefined ? paper.byHand : paper.by];
}

function countLines(
  outcome: Outcome,
  { notice, fixed, trial }: NoticeQuestion,
  { notice: { silent }, law: { accepted } }: PlaceToTell,
  { outcome: words }: Words,
): string[] {
  const { kind, basis } = outcome;
  const shorter = !notice && !fixed && silent.probation && !accepted.trial;
  return [
    ...(kind === 'by' ? [words.target] : []),
    words.basis[basis],
    ...(fixed && basis === 'contract' ? [words.fixedNotice] : []),
    ...(accepted.trial && !trial ? [words.untickedTrial] : []),
    ...(shorter && !trial ? [words.untickedShorter] : []),
    kind === 'ask' || kind === 'fromStart' ? words.count[kind] : words.count[kind][OWING[basis]],
  ];
}

/** The days and lengths of an outcome as a reader sees them, by name. */
function blanksOf(outcome: Outcome, words: Words): Blanks {
  const { start, notice } = outcome;
  return {
    start: fullDay(start),
    notice: lengthOf(notice, words),
    ...('end' in outcome && { end: fullDay(outcome.end) }),
    ...(outcome.kind === 'late' && {
      overlap: lengthOf({ count: outcome.overlap, unit: 'days' }, words),
    }),
    ...(outcome.kind === 'by' && {
      day: fullDay(outcome.day),
      ...(outcome.postBy !== undefined && { postBy: fullDay(outcome.postBy) }),
    }),
  };
}

/** A notice in words, such as "2 weeks". */
function lengthOf({ count, unit }: Notice, { units }: Words): string {
  return `${count} ${count === 1 ? units[unit].one : units[unit].many}`;
}
