import type { ActWords } from '../../plan/places/schema.ts';
import type { Catalog } from './catalog.ts';
import type { SayItWords } from './words-schema.ts';

export type ElementWords = ReturnType<typeof elementWords>;

/** What of `words` and of the ways out the element needs, with the `catalog`. */
export function elementWords(words: SayItWords, ways: ActWords, catalog: Catalog) {
  const { copied, copyFailed, saved, opened, unfilled, length } = words;
  const { summary, summaryUnfilled, file, mistakes, ask } = words;
  const { callFirst, nowAsked, noLongerAsked } = words;
  const { withdraw, notice, paper, release, board, advice } = ways;
  return {
    ...{ copied, copyFailed, saved, opened, unfilled, length },
    ...{ summary, summaryUnfilled, file, mistakes, ask, catalog },
    ...{ callFirst, nowAsked, noLongerAsked },
    /** How the ways out are called. */
    ways: {
      withdraw: withdraw.title,
      notice: notice.title,
      paper: paper.title,
      release: release.title,
      board: board.title,
      advice: advice.title,
    },
  };
}
