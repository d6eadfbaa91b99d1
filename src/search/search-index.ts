import MiniSearch from 'minisearch';
import type { SearchEntry } from './entries.ts';
import { stemOf, tellingWords } from './words.ts';

/** What the build writes and the browser loads. */
export interface SearchData {
  readonly entries: readonly SearchEntry[];
  /** Groups of words and phrases that mean the same here. */
  readonly synonyms: readonly (readonly string[])[];
  /** The paths of the topics, which are entries too. */
  readonly topics: readonly string[];
}

/** An index that can be searched. */
export interface SearchIndex {
  readonly entries: readonly SearchEntry[];
  readonly topics: readonly string[];
  /** The same groups, each phrase as its stems. */
  readonly synonyms: readonly (readonly (readonly string[])[])[];
  /** Where the stems of the entries' words stand; ids are places in `entries`. */
  readonly stems: MiniSearch;
  /** Every telling word of the entries and the synonyms, as it is compared, with its stem. */
  readonly vocabulary: ReadonlyMap<string, string>;
  /** Those stems. */
  readonly knownStems: ReadonlySet<string>;
}

/** What an entry is found by, with how much a word weighs there. */
const WEIGHTS = { name: 4, also: 3, text: 1 };

/**
 * Makes what was loaded ready to be searched, in one pass over its words. The build writes no
 * postings: words that are typed in part or wrong are looked for among all words, so the texts are
 * read here in any case, and ready-made postings would save no time and double the bytes.
 */
export function openIndex({ entries, synonyms, topics }: SearchData): SearchIndex {
  const vocabulary = new Map<string, string>();
  const stemsIn = (text: string) => tellingWords(text).map((word) => stemIn(vocabulary, word));
  const stems = new MiniSearch({
    fields: Object.keys(WEIGHTS),
    // Words as they are compared are given to it, so nothing is left to cut or to change.
    tokenize: (text) => text.split(' '),
    processTerm: (term) => term,
    searchOptions: { boost: WEIGHTS },
  });
  stems.addAll(
    entries.map(({ title, part, page, text, also = '' }, id) => ({
      id,
      // A section is found by its own heading, and its page by the title.
      name: stemsIn(page ? part : title).join(' '),
      also: stemsIn(also).join(' '),
      text: stemsIn(text).join(' '),
    })),
  );
  // Their words are known too, so that one of them may be misspelled.
  const known = synonyms.map((group) => group.map(stemsIn));
  return {
    entries,
    topics,
    stems,
    synonyms: known,
    vocabulary,
    knownStems: new Set(vocabulary.values()),
  };
}

function stemIn(vocabulary: Map<string, string>, word: string): string {
  const known = vocabulary.get(word);
  if (known !== undefined) return known;
  const stem = stemOf(word);
  vocabulary.set(word, stem);
  return stem;
}
