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

/** The rules that an outcome rests on, in the order in which they are read. */
export function lawBehind(
  { reasons, steps, place, question: { job } }: TellByOutcome,
  { shared, hardDates }: Omit<TellByLaw, 'places'>,
): readonly LawBehind[] {
  const anywhere: Readonly<Record<string, LawBehind | undefined>> = shared;
  const weighed = [...reasons, ...steps].flatMap(
    ({ about, rule: { told } }) => told ?? anywhere[about] ?? [],
  );
  const own =
    job in hardDates ? Object.values(hardDates[job as keyof typeof hardDates]) : [place.notice];
  return [...weighed, ...own];
}
