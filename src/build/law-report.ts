import { daysSince, REVIEW_AGE, reviewState } from '../law/review-age.ts';
import { addDays } from '../site/civil-day.ts';
import type { WrittenRule } from './written-rules.ts';

/** What `npm run check:law` says. */
export interface LawReport {
  readonly text: string;
  readonly overdue: number;
}

/**
 * Which of `rules` are overdue for a review on `today` (`YYYY-MM-DD`) and which are due, in both the
 * oldest review first, with the address of each source.
 */
export function lawReport(
  rules: readonly WrittenRule[],
  addresses: ReadonlyMap<string, string>,
  today: string,
): LawReport {
  const sorted = rules.toSorted((a, b) => daysSince(b.reviewed, a.reviewed));
  const groups = Object.groupBy(sorted, ({ reviewed }) =>
    daysSince(reviewed, today) < 0 ? 'future' : reviewState(reviewed, today),
  );
  const { overdue = [], due = [], fresh = [], future = [] } = groups;
  const listed = (title: string, group: readonly WrittenRule[]) =>
    group.length === 0
      ? []
      : [`${title}: ${group.length}`, ...group.map((rule) => entry(rule, addresses, today))];
  const [next] = fresh;
  const text = [
    ...listed(
      `Overdue on ${today}, as their pages say (${REVIEW_AGE.overdue} days and more)`,
      overdue,
    ),
    ...listed(`Due on ${today} (${REVIEW_AGE.due} days and more)`, due),
    ...listed(`With a review that is yet to come on ${today}, so look at the year`, future),
    ...(overdue.length + due.length === 0 ? [`No rule of law is due on ${today}.`] : []),
    ...(next ? [`Next, on ${dueDay(next)}: "${next.path}" in ${next.file}.`] : []),
  ].join('\n\n');
  return { text, overdue: overdue.length };
}

function entry(
  { file, path, reviewed, sources }: WrittenRule,
  addresses: ReadonlyMap<string, string>,
  today: string,
): string {
  const days = daysSince(reviewed, today);
  return [
    `${file}: ${path}`,
    `  reviewed ${reviewed}${days < 0 ? '' : `, ${days} days ago`}`,
    ...sources.map((id) => `  ${id}: ${addresses.get(id) ?? 'not in content/sources.yaml'}`),
  ].join('\n');
}

/** The day on which a rule is due. */
function dueDay({ reviewed }: WrittenRule): string {
  return addDays(reviewed.length > 7 ? reviewed : `${reviewed}-01`, REVIEW_AGE.due);
}
