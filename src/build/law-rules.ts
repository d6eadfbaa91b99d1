import { join } from 'node:path';
import type { AstroIntegration } from 'astro';
import { daysSince, reviewState } from '../law/review-age.ts';
import { beside } from '../site/beside.ts';
import { type ContentMistake, wrongField } from '../site/content-error.ts';
import { hiddenArticles } from '../site/publication.ts';
import { type WrittenRule, writtenRules } from './written-rules.ts';

/** Warns of rules of law that are due for a review. */
export function lawRules(): AstroIntegration {
  return {
    name: 'second-thoughts:law-rules',
    hooks: {
      'astro:build:done': async ({ logger }) => {
        const warning = await beside<string | undefined>('due rules');
        if (warning) logger.warn(warning);
      },
    },
  };
}

/**
 * What `dueWarning` says on `today` of the rules in the folder `content` that readers see, whose
 * files hold `data`.
 */
export function dueRules(
  content: string,
  today: string,
  data: ReadonlyMap<string, unknown>,
): string | undefined {
  // What readers do not see yet may be broken.
  const hidden = hiddenArticles(join(content, 'articles'), today);
  const files = new Set(hidden.map((name) => `content/articles/${name.replaceAll('\\', '/')}`));
  return dueWarning(writtenRules(content, files, data), today);
}

/** The sources of `rules` that `known` lacks. */
export function sourceMistakes(
  rules: readonly WrittenRule[],
  known: ReadonlySet<string>,
): (ContentMistake & { readonly source: string })[] {
  return rules.flatMap(({ file, path, sources }) =>
    sources
      .filter((source) => !known.has(source))
      .map((source) => {
        const allowed = 'the keys of content/sources.yaml';
        const sentence = wrongField({ field: `${path}, sources`, found: `"${source}"`, allowed });
        return { file, sentence, source };
      }),
  );
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
