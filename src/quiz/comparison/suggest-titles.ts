import { type FoundTitle, searchTitles, type TitleIndex } from './title-search.ts';
import { titleKey } from './title-words.ts';

/** How many titles a list offers: about what a phone shows above its keyboard after a scroll. */
const OFFERED = 8;

/** More than the occupations of any one title: "Professor" has the most, 36. */
const SEARCHED = 50;

/**
 * The titles to offer for `query`, best first: eight, and beyond them every other occupation of the
 * best title, because otherwise no text would lead to it.
 */
export function suggestTitles(index: TitleIndex, query: string): readonly FoundTitle[] {
  const found = searchTitles(index, query, SEARCHED);
  const [best] = found;
  const isWhole = best?.choices === 1;
  return found.filter((title, place) => place < OFFERED || (isWhole && sameTitle(title, best)));
}

/** Whether the best title belongs to several occupations, so that the reader has to choose one. */
export function isShared([best, next]: readonly FoundTitle[]): boolean {
  return best?.occupation !== next?.occupation && sameTitle(best, next);
}

function sameTitle(a: FoundTitle | undefined, b: FoundTitle | undefined): boolean {
  return a !== undefined && b !== undefined && titleKey(a.title) === titleKey(b.title);
}
