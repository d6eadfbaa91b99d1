import { getCollection } from 'astro:content';
import { join } from 'node:path';
import { contentDirectory } from '../site/content-directory.ts';
import { loadSite, loadSources, siteView } from '../site/load.ts';
import { type Article, checkReferences, toArticle, visible } from './article.ts';
import { articleId, draftsIn } from './drafts.ts';
import { type Surroundings, surroundings } from './related.ts';

/** All that pages ask about the articles: the visible ones, newest first, and what is around each. */
export interface Library {
  readonly articles: readonly Article[];
  readonly around: ReadonlyMap<string, Surroundings>;
}

let built: Promise<Library> | undefined;

/**
 * The library, loaded and checked once for a build and anew for each page in development, where
 * drafts and future articles show too. Throws a ContentError for a reference that leads nowhere.
 */
export function loadLibrary(): Promise<Library> {
  if (import.meta.env.DEV) return load();
  built ??= load();
  return built;
}

async function load(): Promise<Library> {
  const [entries, messages, charts, site, sources] = await Promise.all([
    getCollection('articles'),
    getCollection('messages'),
    getCollection('charts'),
    loadSite(),
    loadSources(),
  ]);
  const all = entries.map(({ id, filePath, body, data }) =>
    toArticle({ id, file: filePath ?? id, body: body ?? '', data }),
  );
  checkReferences(all, {
    site,
    sources: new Set(sources.keys()),
    messages: new Set(messages.map(({ id }) => id)),
    charts: new Set(charts.map(({ id }) => id)),
    drafts: draftsIn(join(contentDirectory(), 'articles')).map(({ name }) => articleId(name)),
  });
  const articles = visible(all, siteView());
  return { articles, around: surroundings(articles) };
}
