import type { Article } from './article.ts';

const RELATED = 3;

/** What surrounds an article: its neighbors in time and its nearest relatives. */
export interface Neighbors {
  readonly previous: Article | undefined;
  readonly next: Article | undefined;
  readonly related: readonly Article[];
}

/**
 * For each article of `articles` (newest first) its neighbors and up to three related articles,
 * by id. Relatedness counts a shared topic or source as the inverse of how many articles have it,
 * so a source that all cite, or a topic that most belong to, says little. So with a link from one to
 * the other: one of many that lead to an article says less than the only one. Ties go to the newer
 * article. The article named as next step is left out: it already has a place of its own. One pass over
 * posting lists: the cost grows with the number of links, not with the square of the articles.
 */
export function neighborsOf(articles: readonly Article[]): Map<string, Neighbors> {
  const byFeature = new Map<string, number[]>();
  const featuresOf = (article: Article) => [`topic ${article.data.topic}`, ...article.cited.keys()];
  const places = articles.map((article, index) =>
    featuresOf(article).map((feature) => {
      const postings = byFeature.get(feature) ?? [];
      byFeature.set(feature, postings);
      return { postings, at: postings.push(index) - 1 };
    }),
  );

  const placeOf = new Map(articles.map(({ id }, index) => [id, index]));
  // By place, the places of the articles that link there.
  const linkers = new Map<number, number[]>();
  for (const [index, { links }] of articles.entries()) {
    for (const id of links) {
      const to = placeOf.get(id);
      if (to === undefined || to === index) continue;
      const from = linkers.get(to) ?? [];
      linkers.set(to, from);
      from.push(index);
    }
  }
  const linked = (index: number): [other: number, share: number][] => {
    const from = linkers.get(index) ?? [];
    const at = from.findIndex((other) => other > index);
    return [
      ...nearest(from, at < 0 ? from.length : at).map((other) => [other, from.length] as const),
      ...(articles[index]?.links ?? []).flatMap((id) => {
        const to = placeOf.get(id);
        return to === undefined ? [] : [[to, linkers.get(to)?.length ?? 1] as const];
      }),
    ].map(([other, count]) => [other, 1 / count]);
  };

  return new Map(
    articles.map((article, index) => {
      const scores = new Map<number, number>();
      for (const { postings, at } of places[index] ?? []) {
        for (const other of nearest(postings, at)) {
          scores.set(other, (scores.get(other) ?? 0) + 1 / postings.length);
        }
      }
      for (const [other, share] of linked(index)) {
        scores.set(other, (scores.get(other) ?? 0) + share);
      }
      const related = [...scores]
        .filter(([other]) => other !== index && articles[other]?.id !== article.data.next?.article)
        .sort(([a, scoreA], [b, scoreB]) => scoreB - scoreA || a - b)
        .slice(0, RELATED)
        .flatMap(([other]) => articles[other] ?? []);
      const around = { previous: articles[index + 1], next: articles[index - 1], related };
      return [article.id, around] as const;
    }),
  );
}

/** At most this many of a posting list are weighed: those published closest to the article. */
const WINDOW = 50;

function nearest(postings: readonly number[], at: number): readonly number[] {
  if (postings.length <= WINDOW) return postings;
  const start = Math.min(Math.max(0, at - WINDOW / 2), postings.length - WINDOW);
  return postings.slice(start, start + WINDOW);
}
