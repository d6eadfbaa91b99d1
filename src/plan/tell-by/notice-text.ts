import { type Blanks, fillBlanks } from '../../site/fill-blanks.ts';
import { fullDays } from './full-day.ts';
import type { Notice } from './notice.ts';
import { owing } from './question.ts';
import type { NoticeOutcome, TellByOutcome } from './tell-by.ts';
import type { TellByWords } from './words-schema.ts';

type Words = Pick<TellByWords, 'outcome' | 'units'>;
type Outcome = NoticeOutcome & Pick<TellByOutcome, 'act' | 'onPaper' | 'place'>;

/** What is told of a notice: the heading, what to know of paper, and how it was counted. */
interface NoticeText {
  readonly heading: string;
  readonly letter: readonly string[];
  readonly count: readonly string[];
}

/** Puts the `outcome` of a notice into `words`. */
export function noticeText(outcome: Outcome, words: Words): NoticeText {
  const blanks = blanksOf(outcome, words);
  const filled = (texts: readonly string[]) => texts.map((text) => fillBlanks(text, blanks));
  return {
    heading: fillBlanks(headingFor(outcome, words), blanks),
    letter: filled(letterLines(outcome, words)),
    count: filled(countLines(outcome, words)),
  };
}

function headingFor(outcome: Outcome, { outcome: { heading } }: Words): string {
  const { kind, basis, act } = outcome;
  if (act === 'advice') return kind === 'by' ? heading.advice.by : heading.advice.ask;
  if (kind === 'ask') return heading.release.ask;
  if (kind === 'fromStart') return act === 'release' ? heading.release.ask : heading.fromStart;
  if (act === 'release') return heading.release[kind];
  if (outcome.onPaper) return heading.paper[kind];
  if (kind === 'by') return basis === 'open' ? heading.byOpen : heading.by;
  return heading[kind][owing(basis)];
}

/** Where only paper counts: how a release has to look, and how a letter gets there. */
function letterLines(outcome: Outcome, { outcome: { paper } }: Words) {
  const { release } = outcome.place;
  if (release === undefined) return [];
  const first = outcome.act === 'release' ? [release] : [];
  if (outcome.kind === 'ask') return first;
  if (outcome.kind !== 'by') return [...first, paper.today];
  return [...first, outcome.postBy === undefined ? paper.byHand : paper.by];
}

/** How it was counted; the first line is what everybody has to know of it. */
function countLines(outcome: Outcome, { outcome: words }: Words): string[] {
  const { kind, basis, place, question } = outcome;
  const { notice, fixed, trial } = question;
  const [{ silent }, { accepted }] = [place.notice, place.law];
  const shorter = !notice && !fixed && silent.probation && !accepted.trial;
  return [
    ...(kind === 'by' && basis !== 'open' ? [words.target] : []),
    words.basis[basis],
    ...(fixed && basis === 'contract' ? [words.fixedNotice] : []),
    ...(accepted.trial && !trial ? [words.untickedTrial] : []),
    ...(shorter && !trial ? [words.untickedShorter] : []),
    kind === 'ask' || kind === 'fromStart' ? words.count[kind] : words.count[kind][owing(basis)],
  ];
}

/** The days and lengths of an outcome as a reader sees them, by name. */
function blanksOf(outcome: Outcome, words: Words): Blanks {
  const late = outcome.kind === 'late' && { count: outcome.overlap, unit: 'days' as const };
  return {
    ...fullDays(outcome),
    notice: lengthOf(outcome.notice, words),
    ...(late && { overlap: lengthOf(late, words) }),
  };
}

/** A notice in words, such as "2 weeks". */
export function lengthOf({ count, unit }: Notice, { units }: Pick<Words, 'units'>): string {
  return `${count} ${count === 1 ? units[unit].one : units[unit].many}`;
}
