import type { SearchIndex } from './search-index.ts';
import { meantBy } from './spelling.ts';
import { stemOf, tellingWords } from './words.ts';

/** What one word of a query may stand for: stems, each with how sure that is, up to 1. */
export type Meanings = ReadonlyMap<string, number>;

/** More words than these say nothing more. */
const MOST_WORDS = 16;

/** How sure it is that a word is meant which was not typed as it stands. */
const BY_BEGINNING = 0.4;
const BY_MEANING = 0.6;
const BY_SPELLING = 0.8;

/** How many letters of a word have to be there, at its beginning or inside it. */
const BEGINNING = 3;
const INSIDE = 4;

/** What each telling word of `query` may stand for among the words of `index`. */
export function meaningsOf(index: SearchIndex, query: string): Meanings[] {
  const words = [...new Set(tellingWords(query))].slice(0, MOST_WORDS);
  const meanings = words.map((word) => stemsFor(word, index));
  const surest = meanings.map((meant) => [...meant].find(([, sure]) => sure >= BY_SPELLING)?.[0]);
  for (const group of index.synonyms) {
    for (const phrase of group) {
      const at = placeOf(phrase, surest);
      if (at < 0) continue;
      // What was typed in several words is looked for as the one word that means the same. Not the
      // other way round: each of several words has another meaning of its own.
      for (const meant of meanings.slice(at, at + phrase.length)) {
        for (const [stem, ...more] of group) {
          if (stem !== undefined && more.length === 0 && !meant.has(stem)) {
            meant.set(stem, BY_MEANING);
          }
        }
      }
    }
  }
  return meanings;
}

/** Where `phrase` stands in `words`, or -1. */
function placeOf(phrase: readonly string[], words: readonly (string | undefined)[]): number {
  return words.findIndex((_, at) => phrase.every((word, index) => words[at + index] === word));
}

/**
 * The stems of the words that `word` is, that begin with it, failing these that have it inside, and
 * failing these that it may be a misspelling of.
 */
function stemsFor(word: string, { vocabulary, knownStems }: SearchIndex): Map<string, number> {
  const stem = stemOf(word);
  const found = new Map<string, number>();
  if (knownStems.has(stem)) found.set(stem, 1);
  const take = (sure: number, isMeant: (other: string) => boolean) => {
    for (const [other, theirs] of vocabulary) {
      if (isMeant(other) && !found.has(theirs)) found.set(theirs, sure);
    }
  };
  if (word.length >= BEGINNING) take(BY_BEGINNING, (other) => other.startsWith(word));
  if (found.size === 0 && word.length >= INSIDE) {
    take(BY_BEGINNING, (other) => other.includes(word));
  }
  if (found.size === 0) {
    for (const other of meantBy(word, vocabulary.keys())) {
      found.set(vocabulary.get(other) ?? other, BY_SPELLING);
    }
  }
  return found;
}
