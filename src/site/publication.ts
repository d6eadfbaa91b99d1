import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { articleId, isOut, letterName, type Publication } from './dead-ends.ts';

/** An article as far as others may link to it. */
export interface LinkedArticle {
  readonly id: string;
  readonly file: string;
  readonly data: Publication & { readonly topic: string };
}

/**
 * What the front matter of an article says on when it shows, however broken the rest of it is;
 * `undefined` for a file that is no article. `file` is as it stands in the project.
 */
export function articleOf({
  file,
  text,
}: {
  file: string;
  text: string;
}): LinkedArticle | undefined {
  const id = articleId(file);
  if (id === undefined) return undefined;
  const field = fieldsOf(text);
  const draft = isDraft(field);
  return { id, file, data: { draft, published: field('published'), topic: field('topic') } };
}

/** The same of a letter, whose day its file's name says. */
export function letterOf({
  file,
  text,
}: {
  file: string;
  text: string;
}): { readonly id: string; readonly file: string; readonly data: Publication } | undefined {
  const name = letterName(file);
  if (!name) return undefined;
  return { id: name.id, file, data: { draft: isDraft(fieldsOf(text)), published: name.day } };
}

type Fields = (name: string) => string;

/** The fields of a front matter, as words. */
function fieldsOf(text: string): Fields {
  const [matter = ''] = /^\uFEFF?\s*---.*?\n---/s.exec(text) ?? [text];
  return (name) =>
    new RegExp(`^["']?${name}["']?\\s*:\\s*["']?([\\w-]+)`, 'm').exec(matter)?.[1] ?? '';
}

const isDraft = (field: Fields) => field('draft').toLowerCase() === 'true';

/** The files below the folder `letters` whose letters do not show to readers on `today`. */
export function hiddenLetters(letters: string, today: string): string[] {
  return globSync('*.{md,mdx}', { cwd: letters }).filter((name) => {
    const file = `content/letters/${name}`;
    const letter = letterOf({ file, text: readFileSync(join(letters, name), 'latin1') });
    return letter && !isOut(letter.data, { today, preview: false });
  });
}

/** The files below the folder `articles` whose articles do not show to readers on `today`. */
export function hiddenArticles(articles: string, today: string): string[] {
  return globSync('**/*.{md,mdx}', { cwd: articles }).filter((name) => {
    const file = `content/articles/${name.replaceAll('\\', '/')}`;
    const article = articleOf({ file, text: readFileSync(join(articles, name), 'latin1') });
    return article && !isOut(article.data, { today, preview: false });
  });
}
