import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { checked } from '../site/content-error.ts';
import { articleSchema } from './schema.ts';

/** A draft as it lies in content/articles: its name there, with `/` between folders, and its text. */
export interface DraftFile {
  readonly name: string;
  readonly text: string;
}

/** What stands between the first two lines of dashes, or all that follows the first. */
const frontMatterOf = (text: string): string =>
  /^\uFEFF?---[ \t]*\r?\n(.*?)(?:^---[ \t]*\r?$|(?![\s\S]))/ms.exec(text)?.[1] ?? '';

/** Whether an article's text says that it is a draft, however broken the rest of it is. */
export function isMarkedDraft(text: string): boolean {
  return /^draft:[ \t]*(?:true|True|TRUE)[ \t]*(?:#.*)?\r?$/m.test(frontMatterOf(text));
}

/** The drafts among the articles in the folder `articles`. */
export function draftsIn(articles: string): DraftFile[] {
  return globSync('**/*.{md,mdx}', { cwd: articles })
    .map((name) => ({
      name: name.replaceAll('\\', '/'),
      text: readFileSync(join(articles, name), 'utf8'),
    }))
    .filter(({ text }) => isMarkedDraft(text))
    .sort((a, b) => a.name.localeCompare(b.name));
}

/** Patterns that match each of `drafts` and nothing else, to be left out of a build. */
export function without(drafts: readonly DraftFile[]): string[] {
  return drafts.map(({ name }) => `!${name.replace(/[\\()[\]{}!*?+@|]/g, '\\$&')}`);
}

/** The id of an article, by the name of its file below content/articles. */
export const articleId = (name: string): string => name.replace(/\.\w+$/, '');

/** What is wrong with the front matter of a draft: a sentence a mistake. */
export function mistakesOf({ name, text }: DraftFile): string[] {
  const file = `content/articles/${name}`;
  let data: unknown;
  try {
    data = parse(frontMatterOf(text));
  } catch (error) {
    const [line = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
    return [`${file}: ${line}`];
  }
  const issues = checked(articleSchema).safeParse(data).error?.issues ?? [];
  return issues.map(
    ({ path, message }) => `${file}: the field "${path.join('.')}" is wrong. ${message}`,
  );
}
