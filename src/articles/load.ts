import { getCollection } from 'astro:content';
import { ContentError } from '../site/content-error.ts';
import { loadSite, loadSources, siteView } from '../site/load.ts';
import { type Article, referenceMistakes, toArticle, visible } from './article.ts';
import { type Surroundings, surroundings } from './related.ts';

/** All that pages ask about the articles: the visible ones, newest first, and what is around each. */
export interface Library {
  readonly articles: readonly Article[];
  readonly around: ReadonlyMap<string, Surroundings>;
}

let built: Promise<Library> | undefined;

/**
 * The library, loaded once for a build, whose content was checked before it began, and anew for each
 * page in development, where drafts and future articles show too. Throws a ContentError there for a
 * reference that leads nowhere.
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
  const all = entries.map(({ id, filePath, body, data }) =>
    toArticle({ id, file: filePath ?? id, body: body ?? '', data }),
  );
  const known = {
    site,
    articles: new Set(all.map(({ id }) => id)),
    sources: new Set(sources.keys()),
  };
  for (const article of import.meta.env.DEV ? all : []) {
    const [mistake] = referenceMistakes(article, known);
    if (mistake) throw new ContentError({ file: article.file, ...mistake });
  }
  const articles = visible(all, siteView());
  return { articles, around: surroundings(articles) };
}
