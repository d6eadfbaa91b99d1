import { getCollection } from 'astro:content';
import { extname } from 'node:path';
import { beside } from '../site/beside.ts';
import { mistakeLine, wrongField } from '../site/content-error.ts';
import { loadSite, loadSources, siteView } from '../site/load.ts';
import { typographic } from '../site/typographic.ts';
import { type Article, referenceMistakes, toArticle, visible } from './article.ts';
import type { ArticleText } from './article-text.ts';
import { type Neighbors, neighborsOf } from './related.ts';

/** All that pages ask about the articles: the visible ones, newest first, and what is around each. */
export interface Library {
  readonly articles: readonly Article[];
  readonly around: ReadonlyMap<string, Neighbors>;
  /** In development, what is left out of all else, with a sentence on its first mistake. */
  readonly broken: readonly { readonly id: string; readonly sentence: string }[];
}

let built: Promise<Library> | undefined;

/**
 * The library, loaded once for a build, whose content was checked before it began, and anew for each
 * page in development, where drafts and future articles show too, and one that is broken spoils no
 * page but its own.
 */
export function loadLibrary(): Promise<Library> {
  if (import.meta.env.DEV) return load();
  built ??= load();
  return built;
}

async function load(): Promise<Library> {
  const [entries, site, sources] = await Promise.all([
    getCollection('articles'),
    loadSite(),
    loadSources(),
  ]);
  const texts = await beside<ReadonlyMap<string, ArticleText>>('texts');
  const broken: { id: string; sentence: string }[] = [];
  const all = entries.flatMap(({ id, filePath: file = id, body = '', data }): Article[] => {
    try {
      // As the text beside them is set.
      const set = { title: typographic(data.title), description: typographic(data.description) };
      const text = texts?.get(`content/articles/${id}${extname(file)}`);
      return [toArticle({ id, file, body, data: { ...data, ...set } }, text)];
    } catch (error) {
      if (!import.meta.env.DEV) throw error;
      const why = error instanceof Error ? error.message : String(error);
      broken.push({ id, sentence: `${file}: this cannot be read. ${why}` });
      return [];
    }
  });
  const known = {
    site,
    articles: new Set(entries.map(({ id }) => id)),
    sources: new Set(sources.keys()),
  };
  const whole = all.filter((article) => {
    const [mistake] = import.meta.env.DEV ? referenceMistakes(article, known) : [];
    if (!mistake) return true;
    const { id, file } = article;
    broken.push({ id, sentence: mistakeLine({ file, sentence: wrongField(mistake) }) });
    return false;
  });
  const articles = visible(whole, siteView());
  return { articles, around: neighborsOf(articles), broken };
}
