import { toArticle } from '../../../src/articles/article.ts';
import { articleSchema } from '../../../src/articles/schema.ts';
import { printFigure } from '../../../src/figures/print-figure.ts';
import { writtenFigures } from '../../../src/figures/written-figures.ts';
import { glossarySchema } from '../../../src/glossary/schema.ts';
import { fromAToZ, termPath } from '../../../src/glossary/terms.ts';
import { letterSchema } from '../../../src/newsletter/letters/schema.ts';
import { gatherEntries, type Searched } from '../../../src/search/entries.ts';
import type { SearchData } from '../../../src/search/search-index.ts';
import { searchSchema } from '../../../src/search/words-schema.ts';
import { letterName, letterPath, openPaths, topicPath } from '../../../src/site/dead-ends.ts';
import { pageSchema, siteSchema } from '../../../src/site/schema.ts';
import { filesOf, read } from '../content/written-content.ts';
import { writtenMessages } from '../messages/written-messages.ts';

function only<Value>([value]: readonly Value[]): Value {
  if (value === undefined) throw new Error('A file of content/ is missing.');
  return value;
}

/** What is searched on this site once every article of content/ is out, and its synonyms. */
export function writtenSearched(): Searched & Pick<SearchData, 'synonyms'> {
  const site = only(filesOf('site.yaml').map(({ file, data }) => read(siteSchema, file, data)));
  const words = only(
    filesOf('search.yaml').map(({ file, data }) => read(searchSchema, file, data)),
  );
  const { terms } = only(
    filesOf('glossary.yaml').map(({ file, data }) => read(glossarySchema, file, data)),
  );
  const articles = filesOf('articles/**/*.{md,mdx}').map(({ file, id, data, body }) =>
    toArticle({ id, file, body, data: read(articleSchema, file, data) }),
  );
  const messages = writtenMessages();
  return {
    site,
    articles,
    situations: [...messages.situations.values()],
    notes: messages.notes,
    pages: filesOf('pages/*.{md,mdx}').map(({ file, id, data }) => ({
      path: `/${id}/`,
      ...read(pageSchema, file, data),
    })),
    figures: Object.entries(writtenFigures()).map(([id, figure]) => ({
      path: `/figures/#${id}`,
      printed: printFigure(figure),
      ...figure,
    })),
    terms: fromAToZ(terms).map((one) => ({ ...one, path: termPath(one.id) })),
    letters: filesOf('letters/*.{md,mdx}').map(({ file, data }) => ({
      path: letterPath(letterName(file)?.id ?? ''),
      ...read(letterSchema, file, data),
    })),
    open: openPaths(articles, site.topics, { today: '9999-12-31', preview: false }),
    ...words,
  };
}

/** What the browser would load to search that. */
export function dataOf(searched: ReturnType<typeof writtenSearched>): SearchData {
  return {
    entries: gatherEntries(searched),
    synonyms: searched.synonyms,
    topics: searched.site.topics.map(({ id }) => topicPath(id)),
  };
}

/** What the browser loads to search this site. */
export const writtenSearch = (): SearchData => dataOf(writtenSearched());
