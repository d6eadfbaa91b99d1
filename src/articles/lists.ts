import type { Article } from './article.ts';

/**
 * The `articles` of a list that has an order to read in: those that `order` names by id, in that order,
 * and the others as they come. An id that is none of them is left out: its article is yet to come.
 */
export function inReadingOrder(
  articles: readonly Article[],
  order: readonly string[],
): { readonly first: Article[]; readonly rest: Article[] } {
  const byId = new Map(articles.map((article) => [article.id, article]));
  const named = new Set(order);
  return {
    first: [...named].flatMap((id) => byId.get(id) ?? []),
    rest: articles.filter(({ id }) => !named.has(id)),
  };
}

/** An article that was changed on a day after it came out. */
export interface Updated {
  readonly article: Article;
  /** `YYYY-MM-DD`. */
  readonly day: string;
}

/**
 * The articles that were changed since they came out, the last change first, at most `most` of them. Those
 * of one day stand as they do in `articles`.
 */
export function lastUpdated(articles: readonly Article[], most: number): Updated[] {
  return articles
    .flatMap((article) => {
      const { published, updated: day } = article.data;
      return day !== undefined && day > published ? [{ article, day }] : [];
    })
    .sort((a, b) => b.day.localeCompare(a.day))
    .slice(0, most);
}
