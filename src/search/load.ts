import { getCollection } from 'astro:content';
import { loadLibrary } from '../articles/load.ts';
import { loadFigures } from '../figures/load.ts';
import { listsFigures } from '../figures/paths.ts';
import { printFigure } from '../figures/print-figure.ts';
import { fromAToZ, termPath } from '../glossary/terms.ts';
import { loadMessages } from '../messages/load.ts';
import { topicPath } from '../site/dead-ends.ts';
import { loadEntry, loadOpenPaths, loadSite, loadTopics, loadWords } from '../site/load.ts';
import { withSiteName } from '../site/site-name.ts';
import { href } from '../site/urls.ts';
import { gatherEntries, type Searched } from './entries.ts';
import type { SearchData } from './search-index.ts';

/**
 * All that a search on this site can find, `letters` among it, with the addresses that links on its pages
 * have.
 */
export async function loadSearchData(letters: Searched['letters']): Promise<SearchData> {
  const [{ articles }, { situations, notes }, site, pages, open, topics, glossary, words, figures] =
    await Promise.all([
      loadLibrary(),
      loadMessages(),
      loadSite(),
      getCollection('pages'),
      loadOpenPaths(),
      loadTopics(),
      loadEntry('glossary'),
      loadWords('search'),
      loadFigures(),
    ]);
  const list = pages.find(({ body }) => listsFigures(body));
  const entries = gatherEntries({
    site,
    articles,
    situations: situations.values(),
    notes,
    pages: pages.map(({ id, data }) => ({ path: `/${id}/`, ...withSiteName(data, site.name) })),
    figures: list
      ? Object.entries(figures).map(([id, figure]) => ({
          path: `/${list.id}/#${id}`,
          printed: printFigure(figure),
          ...figure,
        }))
      : [],
    terms: fromAToZ(glossary.terms).map((one) => ({ ...one, path: termPath(one.id) })),
    letters,
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
