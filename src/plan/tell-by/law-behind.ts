import type { LawRule } from '../law-rule.ts';
import type { NoticeRules } from './notice-schema.ts';
import { placeRule, type TellByQuestion } from './question.ts';

/** A rule that an outcome rests on, what it leaves open, and its source if it claims to be law. */
export interface LawBehind extends Partial<LawRule> {
  readonly rule: string;
  readonly unsure?: string;
}

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

/** The rules that the outcome of `question` rests on, in the order in which they are read. */
export function lawBehind(
  { job, country }: Pick<TellByQuestion, 'job' | 'country'>,
  rules: NoticeRules,
): readonly LawBehind[] {
  const { texasTeacher, match } = rules.hardDates;
  switch (job) {
    case 'texasTeacher':
      return [
        texasTeacher.steps.free,
        texasTeacher.steps.reprimand,
        texasTeacher.after,
        texasTeacher.release,
      ];
    case 'match':
      return [match.binding, match.presumed];
    case 'ordinary':
      return [placeRule(rules, country)];
  }
}
