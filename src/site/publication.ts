import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { articleId, isOut, type Publication } from './dead-ends.ts';

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
  const [matter = ''] = /^\uFEFF?\s*---.*?\n---/s.exec(text) ?? [text];
  const field = (name: string) =>
    new RegExp(`^["']?${name}["']?\\s*:\\s*["']?([\\w-]+)`, 'm').exec(matter)?.[1] ?? '';
  const draft = field('draft').toLowerCase() === 'true';
  return { id, file, data: { draft, published: field('published'), topic: field('topic') } };
}

/** The files below the folder `articles` whose articles do not show to readers on `today`. */
export function hiddenArticles(articles: string, today: string): string[] {
  return globSync('**/*.{md,mdx}', { cwd: articles }).filter((name) => {
    const file = `content/articles/${name.replaceAll('\\', '/')}`;
    const article = articleOf({ file, text: readFileSync(join(articles, name), 'latin1') });
    return article && !isOut(article.data, { today, preview: false });
  });
}
