import { type FoundTitle, searchTitles, type TitleIndex } from './title-search.ts';

/** How many titles a list offers: about what a phone shows above its keyboard after a scroll. */
const OFFERED = 8;

/** More than the occupations of any one title: "Professor" has the most, 35. */
const SEARCHED = 50;

/**
 * The titles to offer for `query`, best first: eight, and beyond them every other occupation of the
 * best title, because otherwise no text would lead to it.
 */
export function suggestTitles(index: TitleIndex, query: string): readonly FoundTitle[] {
  const found = searchTitles(index, query, SEARCHED);
  return found.filter((title, place) => place < OFFERED || sameTitle(title, found[0]));
}

/** Whether the best title belongs to several occupations, so that the reader has to choose one. */
export function isShared([best, next]: readonly FoundTitle[]): boolean {
  return best !== undefined && sameTitle(best, next);
}

function sameTitle(a: FoundTitle, b: FoundTitle | undefined): boolean {
  return a.title.toLowerCase() === b?.title.toLowerCase();
}
