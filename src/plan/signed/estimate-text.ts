import { markedRuns, withoutMarks } from '../../forms/blocks.ts';
import type { Rich } from '../../forms/outcome.ts';
import { fillBlanks } from '../../site/fill-blanks.ts';
import type { Assumption, Estimate } from './repayment.ts';
import type { SignedWords } from './words-schema.ts';

/** An estimate in words: what would go back, and each thing that this rests on. */
export interface EstimateText {
  readonly sum: Rich;
  /** The same without its mark. */
  readonly plain: string;
  readonly assumptions: readonly string[];
}

/** Tells `estimate` in `words`. Sums are written as "13,600" or "13,600.50". */
export function estimateText(
  estimate: Estimate,
  words: SignedWords['estimate']['result'],
): EstimateText {
  const assumptions = estimate.assumptions.map((assumption) => assumptionText(assumption, words));
  const sum = sumOf(estimate, words);
  return {
    ...{ sum: markedRuns(`${sum}.`), plain: withoutMarks(sum) },
    assumptions: [...assumptions, words.signed, words.always],
  };
}

function sumOf(estimate: Estimate, words: SignedWords['estimate']['result']): string {
  switch (estimate.kind) {
    case 'nothing':
      return words.nothing;
    case 'sum':
      return fillBlanks(words.sum, { sum: money(estimate.sum) });
    case 'range':
      return fillBlanks(words.range, { low: money(estimate.low), high: money(estimate.high) });
  }
}

function assumptionText(
  { key, sums, months }: Assumption,
  words: SignedWords['estimate']['result'],
): string {
  const written = Object.entries(sums).map(([name, cents]) => [name, money(cents)]);
  return fillBlanks(words.assumptions[key], { ...months, ...Object.fromEntries(written) });
}

function money(cents: number): string {
  const digits = cents % 100 === 0 ? 0 : 2;
  return (cents / 100).toLocaleString('en-US', { minimumFractionDigits: digits });
}
