import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { withoutUnseen } from '../articles/article-text.ts';
import { countCitations } from '../articles/citations.ts';
import { type LawRule, rulesIn } from '../law/law-rule.ts';
import { ContentError, day, shown } from '../site/content-error.ts';
import { articleOf } from '../site/publication.ts';

/** A rule of law where it is written. `reviewed` is a day, or in an article a month as `YYYY-MM`. */
export interface WrittenRule extends LawRule {
  /** As it stands in the project, with `/` between folders. */
  readonly file: string;
  /** Where in the file, such as `countries.de`. */
  readonly path: string;
}

/**
 * Every rule of law in the folder `content`: those of its YAML files, and what texts that are no
 * drafts say of the law, but for the files that are `hidden`.
 * `data` is what files hold that were parsed. Throws a ContentError for the first review that is no day, and an Error
 * that names the file where one is no YAML.
 */
export function writtenRules(
  content: string,
  hidden: ReadonlySet<string> = new Set(),
  data?: ReadonlyMap<string, unknown>,
): WrittenRule[] {
  const read = (name: string) => readFileSync(join(content, name), 'utf8');
  const each = (
    pattern: string,
    rulesOf: (file: string, text: string, data: unknown) => WrittenRule[],
  ) =>
    globSync(pattern, { cwd: content })
      .map((name) => name.replaceAll('\\', '/'))
      .sort()
      .filter((name) => !hidden.has(`content/${name}`))
      .flatMap((name) => rulesOf(`content/${name}`, read(name), data?.get(`content/${name}`)));
  return [
    ...each('**/*.yaml', rulesOfYaml),
    ...each('{articles,letters,pages}/**/*.{md,mdx}', rulesOfText),
  ];
}

/** The address of each source in the folder `content`, by id. */
export function sourceAddresses(content: string): ReadonlyMap<string, string> {
  const file = 'sources.yaml';
  const data = parsed(`content/${file}`, readFileSync(join(content, file), 'utf8'));
  return new Map(
    Object.entries(Object(data)).map(([id, source]) => [id, String(Object(source).url)]),
  );
}

/** The rules of a YAML file, from its text or what it holds. */
export function rulesOfYaml(
  file: string,
  text: string,
  data: unknown = parsed(file, text),
): WrittenRule[] {
  return rulesIn(data).map(({ path, rule }) => written(file, path, rule, 'day'));
}

/** The notes on law of an article or a page, and each `<Checked reviewed="YYYY-MM" />` of its text. */
export function rulesOfText(file: string, text: string, data?: unknown): WrittenRule[] {
  // Most articles have none, and reading YAML takes a millisecond a file.
  if (!/^jurisdictions:|<Checked\b/m.test(text)) return [];
  const [, matter = '', body = ''] = /^\uFEFF?---\r?\n(.*?)\r?\n---(.*)$/s.exec(text) ?? [];
  // Before it is parsed: a draft may be broken.
  if (articleOf({ file, text })?.data.draft) return [];
  const { jurisdictions } = Object(data ?? parsed(file, matter));
  // Whether it has the right shape is for the schema of articles to say.
  const notes: readonly unknown[] = Array.isArray(jurisdictions) ? jurisdictions : [];
  return [
    ...notes.map((entry, index) => {
      const { country, asOf, note } = Object(entry);
      const rule = { sources: [...countCitations([String(note)]).keys()], reviewed: asOf };
      return written(file, `jurisdictions.${index} (${country})`, rule, 'month');
    }),
    ...sectionsOf(withoutUnseen(body)).flatMap((section) =>
      [...section.matchAll(/<Checked\b[^>]*?\breviewed=["']([^"']*)/g)].map(([, reviewed = '']) => {
        const rule = { sources: [...countCitations([section]).keys()], reviewed };
        return written(file, section.match(/^#.*/)?.[0] ?? 'the text', rule, 'month');
      }),
    ),
  ];
}

/** A text cut before each of its headings. */
function sectionsOf(body: string): string[] {
  return body.split(/^(?=#+ )/m);
}

function written(
  file: string,
  path: string,
  rule: LawRule,
  reviewIs: 'day' | 'month',
): WrittenRule {
  const { sources, reviewed } = rule;
  const firstDay = reviewIs === 'month' ? `${reviewed}-01` : reviewed;
  if (day.safeParse(firstDay).success) return { file, path, sources, reviewed };
  const allowed = reviewIs === 'month' ? 'a month as YYYY-MM' : 'a day as YYYY-MM-DD';
  throw new ContentError({ file, field: `${path}, reviewed`, found: shown(reviewed), allowed });
}

function parsed(file: string, text: string): unknown {
  try {
    return parse(text);
  } catch (error) {
    throw new Error(`${file}: ${error instanceof Error ? error.message : error}`);
  }
}
