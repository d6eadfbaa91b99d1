import { longMonth } from '../site/days.ts';
import { fillBlanks } from '../site/fill-blanks.ts';
import type { LawWords } from './words-schema.ts';

/** Days after its review from which on a rule of law is due for the next, and overdue. */
export const REVIEW_AGE = { due: 300, overdue: 400 } as const;

/**
 * Days from a review to `today`, negative where it is yet to come. Each is a day (`YYYY-MM-DD`),
 * or a month as `YYYY-MM`, which counts from its first day: the rule is then never younger than that.
 */
export function daysSince(reviewed: string, today: string): number {
  // Both are in UTC, where every day is as long.
  return (Date.parse(today) - Date.parse(reviewed)) / 864e5;
}

/** Whether a rule that was `reviewed` then can wait on `today`, is due for a review, or overdue. */
export function reviewState(reviewed: string, today: string): 'fresh' | 'due' | 'overdue' {
  if (isOverdue(reviewed, today)) return 'overdue';
  return daysSince(reviewed, today) >= REVIEW_AGE.due ? 'due' : 'fresh';
}

function isOverdue(reviewed: string, today: string): boolean {
  return daysSince(reviewed, today) >= REVIEW_AGE.overdue;
}

/** What a reader is told on `today` of when a rule was last checked. Days as `daysSince` takes them. */
export function ageNote(
  reviewed: string,
  today: string,
  words: Pick<LawWords, 'checked' | 'overdue'>,
): string {
  const text = isOverdue(reviewed, today) ? words.overdue : words.checked;
  return fillBlanks(text, { month: longMonth(reviewed.slice(0, 7)) });
}
