import { getCollection } from 'astro:content';
import { loadLibrary } from '../articles/load.ts';
import { loadMessages } from '../messages/load.ts';
import { topicPath } from '../site/dead-ends.ts';
import { loadOpenPaths, loadSite, loadTopics, loadWords } from '../site/load.ts';
import { withSiteName } from '../site/site-name.ts';
import { href } from '../site/urls.ts';
import { gatherEntries } from './entries.ts';
import type { SearchData } from './search-index.ts';

/** All that a search on this site can find, with the addresses that links on its pages have. */
export async function loadSearchData(): Promise<SearchData> {
  const [{ articles }, { situations, notes }, site, pages, open, topics, words] = await Promise.all(
    [
      loadLibrary(),
      loadMessages(),
      loadSite(),
      getCollection('pages'),
      loadOpenPaths(),
      loadTopics(),
      loadWords('search'),
    ],
  );
  const entries = gatherEntries({
    site,
    articles,
    situations: situations.values(),
    notes,
    pages: pages.map(({ id, data }) => ({ path: `/${id}/`, ...withSiteName(data, site.name) })),
    open,
    ...words,
  });
  return {
    entries: entries.map(({ path, page, ...rest }) => ({
      ...rest,
      path: href(path),
      ...(page && { page: href(page) }),
    })),
    synonyms: words.synonyms,
    topics: topics.map(({ id }) => href(topicPath(id))),
  };
}
