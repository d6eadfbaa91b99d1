import type { LawRule } from '../law-rule.ts';
import type { TellByOutcome } from './tell-by.ts';
import type { LawBehind, TellByLaw } from './tell-by-law.ts';

/** Whether a rule claims to be law, and so names its sources. */
export function isLaw(rule: LawBehind): rule is LawBehind & LawRule {
  return rule.sources !== undefined && rule.reviewed !== undefined;
}

/** What rules rest on together: all their sources, and the earliest day on which one was checked. */
export function restOn(rules: readonly LawBehind[]): LawRule {
  const laws = rules.filter(isLaw);
  return {
    sources: [...new Set(laws.flatMap(({ sources }) => sources))],
    reviewed: laws.map(({ reviewed }) => reviewed).reduce((a, b) => (a < b ? a : b)),
  };
}

/**
 * The rules that an outcome rests on, in the order in which they are read. Where only a fixed term
 * decides, the notice of other contracts is none of them.
 */
export function lawBehind(
  outcome: TellByOutcome,
  { shared, hardDates }: Omit<TellByLaw, 'places'>,
): readonly LawBehind[] {
  const { act, reasons, steps, place, question } = outcome;
  const anywhere: Readonly<Record<string, LawBehind | undefined>> = shared;
  const weighed = [...reasons, ...steps].flatMap(
    ({ about, rule: { told } }) => told ?? anywhere[about] ?? [],
  );
  if (question.job in hardDates) {
    // The line above has just found it there.
    const dates = hardDates[question.job as keyof typeof hardDates];
    return [...weighed, ...Object.values(dates)];
  }
  const byFixedTerm = 'basis' in outcome && outcome.basis === 'fixed';
  const byYes = reasons.some(({ about, rule }) => about === 'accepted' && rule.effect === act);
  return byFixedTerm && !byYes ? weighed : [...weighed, place.notice];
}
