import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AstroIntegration } from 'astro';
import { parse } from 'yaml';
import { ageOf, RULE_AGE, rulesIn } from '../plan/law-rule.ts';
import { contentDirectory } from '../site/content-directory.ts';
import { ContentError } from '../site/content-error.ts';

/**
 * Stops a build while a rule of law in content/plan names no known source, or was last checked more
 * than `RULE_AGE.stop` days before the day of the build. Warns from `RULE_AGE.warn` days on.
 */
export function lawRules(): AstroIntegration {
  return {
    name: 'second-thoughts:law-rules',
    hooks: {
      'astro:build:start': ({ logger }) => {
        const content = contentDirectory();
        const read = (name: string): unknown => parse(readFileSync(join(content, name), 'utf8'));
        const sources = new Set(Object.keys(Object(read('sources.yaml'))));
        const today = new Date().toISOString().slice(0, 10);
        for (const name of globSync('plan/*.yaml', { cwd: content }).sort()) {
          for (const warning of checkRules(`content/${name}`, read(name), sources, today)) {
            logger.warn(warning);
          }
        }
      },
    },
  };
}

/**
 * A warning for each rule in `data`, the content of `file`, that is due soon on `today`
 * (`YYYY-MM-DD`). Throws a ContentError for the first that is overdue or names an unknown source.
 */
export function checkRules(
  file: string,
  data: unknown,
  sources: ReadonlySet<string>,
  today: string,
): string[] {
  return rulesIn(data).flatMap(({ path, rule }) => {
    const unknown = rule.sources.find((source) => !sources.has(source));
    if (unknown !== undefined) {
      const allowed = 'the keys of content/sources.yaml';
      throw new ContentError({ file, field: `${path}.sources`, found: `"${unknown}"`, allowed });
    }
    const age = ageOf(rule, today);
    const found = `${rule.reviewed}, ${age} days ago`;
    if (age > RULE_AGE.stop) {
      const allowed = `a day in the last ${RULE_AGE.stop} days. Check the rule against its sources, then write the day on which you did`;
      throw new ContentError({ file, field: `${path}.reviewed`, found, allowed });
    }
    return age >= RULE_AGE.warn
      ? [
          `${file}: "${path}" was last checked on ${found}. From ${RULE_AGE.stop + 1} days on it stops the build.`,
        ]
      : [];
  });
}
