import type { LawRule } from '../law-rule.ts';
import type { Weighing } from '../places/act.ts';
import type { Job } from '../places/commitment.ts';
import type { LawBehind, PlaceToTell, TellByLaw, ToldRule } from './tell-by-law.ts';

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

/** The rules that an outcome for `job` in `place` rests on, in the order in which they are read. */
export function lawBehind(
  job: Job,
  { reasons, steps }: Pick<Weighing<ToldRule>, 'reasons' | 'steps'>,
  place: Pick<PlaceToTell, 'notice'>,
  { texasTeacher, match }: TellByLaw['hardDates'],
): readonly LawBehind[] {
  const weighed = [...reasons, ...steps].flatMap(({ rule: { told } }) => told ?? []);
  switch (job) {
    case 'texasTeacher':
      return [...weighed, ...Object.values(texasTeacher)];
    case 'match':
      return [...weighed, ...Object.values(match)];
    case 'ordinary':
    case 'licensed':
      return [...weighed, place.notice];
  }
}
