import type { SearchIndex } from './search-index.ts';
import { tellingWords } from './words.ts';

/**
 * The paths of the `most` topics that sound most like `query`, though none of its words is on the
 * site: those with the word that shares most pairs of letters with one of the query's. Topics that
 * are as close stay in their order.
 */
export function closestTopics(
  { entries, topics }: SearchIndex,
  query: string,
  most: number,
): string[] {
  const asked = tellingWords(query);
  const titles = new Map(entries.map(({ path, title }) => [path, title]));
  const closeness = (topic: string) => {
    const words = entries
      .filter(({ path, part }) => path === topic || part === titles.get(topic))
      .flatMap(({ title, text }) => tellingWords(`${title} ${text}`));
    return Math.max(
      0,
      ...asked.map((one) => Math.max(...words.map((word) => likeness(one, word)))),
    );
  };
  return topics
    .map((path) => ({ path, close: closeness(path) }))
    .sort((one, other) => other.close - one.close)
    .slice(0, most)
    .map(({ path }) => path);
}

/** The share of pairs of neighboring letters that two words have in common, 0 to 1 (Dice 1945). */
function likeness(one: string, other: string): number {
  const [pairs, others] = [pairsOf(one), pairsOf(other)];
  const shared = [...pairs].filter((pair) => others.has(pair)).length;
  return (2 * shared) / Math.max(1, pairs.size + others.size);
}

function pairsOf(word: string): Set<string> {
  return new Set(Array.from({ length: word.length - 1 }, (_, at) => word.slice(at, at + 2)));
}
