import { closestTopics } from './closest-topics.ts';
import { type Found, search } from './search.ts';
import { openIndex, type SearchData } from './search-index.ts';
import { tellingWords } from './words.ts';

/** All that the page can ask once the index is there. */
export interface Searching {
  /** What answers a query, at most `most` results of it. */
  readonly find: (query: string, most: number) => Found;
  /** Whether a query has a word that tells one page from another. */
  readonly isTelling: (query: string) => boolean;
  /** The topics closest to a query that nothing answers, as paths, at most `most`. */
  readonly topicsNear: (query: string, most: number) => string[];
}

/** Loads the index at `url`. Rejects where it does not come. */
export async function startSearching(url: string): Promise<Searching> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  // The build wrote it.
  const index = openIndex((await response.json()) as SearchData);
  return {
    find: (query, most) => search(index, query, most),
    isTelling: (query) => tellingWords(query).length > 0,
    topicsNear: (query, most) => closestTopics(index, query, most),
  };
}
