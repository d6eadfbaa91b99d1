import type { AstroIntegration } from 'astro';
import { daysSince, reviewState } from '../law/review-age.ts';
import { contentDirectory } from '../site/content-directory.ts';
import { ContentError } from '../site/content-error.ts';
import { today } from '../site/today.ts';
import { sourceAddresses, type WrittenRule, writtenRules } from './written-rules.ts';

/** Warns of rules of law that are due for a review. Stops a build where one names no known source. */
export function lawRules(): AstroIntegration {
  return {
    name: 'second-thoughts:law-rules',
    hooks: {
      'astro:build:start': ({ logger }) => {
        const content = contentDirectory();
        const rules = writtenRules(content);
        checkSources(rules, new Set(sourceAddresses(content).keys()));
        const warning = dueWarning(rules, today());
        if (warning) logger.warn(warning);
      },
    },
  };
}

/** Throws a ContentError for the first of `rules` that names a source which `known` lacks. */
export function checkSources(rules: readonly WrittenRule[], known: ReadonlySet<string>): void {
  for (const { file, path, sources } of rules) {
    const unknown = sources.find((source) => !known.has(source));
    if (unknown === undefined) continue;
    const allowed = 'the keys of content/sources.yaml';
    throw new ContentError({
      file,
      field: `${path}, sources`,
      found: `"${unknown}"`,
      allowed,
    });
  }
}

/** One line that says how many of `rules` are due on `today` (`YYYY-MM-DD`), if any is. */
export function dueWarning(rules: readonly WrittenRule[], today: string): string | undefined {
  const states = rules.map(({ reviewed }) => reviewState(reviewed, today));
  const due = states.filter((state) => state !== 'fresh').length;
  if (due === 0) return undefined;
  const overdue = states.filter((state) => state === 'overdue').length;
  const oldest = rules.reduce((a, b) => (daysSince(a.reviewed, b.reviewed) >= 0 ? a : b));
  const days = daysSince(oldest.reviewed, today);
  return (
    `${due === 1 ? '1 rule of law is' : `${due} rules of law are`} due for a review` +
    `${overdue > 0 ? `, ${overdue} of them overdue, as their pages say` : ''}. The oldest is ` +
    `"${oldest.path}" in ${oldest.file}, last checked ${oldest.reviewed}, ${days} days ago. ` +
    'For the list: npm run check:law'
  );
}
