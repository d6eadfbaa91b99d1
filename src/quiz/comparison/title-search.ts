/**
 * Titles that people report, for each occupation in the order of the occupations: one a line, none
 * an empty string.
 */
export type TitleData = readonly string[];

/** A job title that was found. */
export interface FoundTitle {
  readonly title: string;
  /** The place of its occupation among all occupations. */
  readonly occupation: number;
  /** Whether people in the occupation report it; otherwise it is the occupation's own title. */
  readonly reported: boolean;
}

/** All titles, ready to be searched. `words`: for comparing, each word with a space before it. */
export type TitleIndex = readonly (FoundTitle & { readonly words: string })[];

/** The words of a text, of letters and digits only, in lower case and without accents. */
function wordsOf(text: string): readonly string[] {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return (plain.match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => ` ${word}`);
}

/**
 * The index of the occupations' own `titles` and of the reported ones in `data`, both in the order
 * of the occupations. Its own order settles ties: own titles first, then the shorter.
 */
export function indexTitles(titles: readonly string[], data: TitleData): TitleIndex {
  const part = (lists: readonly (readonly string[])[], reported: boolean) =>
    lists
      .flatMap((list, occupation) =>
        list.map((title) => ({ title, occupation, reported, words: wordsOf(title).join('') })),
      )
      .sort((a, b) => a.words.length - b.words.length);
  return [
    ...part(
      titles.map((title) => [title]),
      false,
    ),
    ...part(
      data.map((lines) => (lines === '' ? [] : lines.split('\n'))),
      true,
    ),
  ];
}

/**
 * How well a title answers `query`, the words wanted: 0 the whole title, 1 its beginning, 2 the
 * beginning of a word in it, for an occupation's own title; 3 and 4 the same for a reported one,
 * because "nurse" has to find Registered Nurses before Nursery Teacher. 5 the beginnings of words in
 * any order, 6 a place inside a word. Undefined: not at all.
 */
function tierOf(
  { words, reported }: TitleIndex[number],
  query: string,
  wanted: readonly string[],
): number | undefined {
  const at = words.indexOf(query);
  if (at === 0 && words.length === query.length) return 0;
  if (at >= 0) return (at === 0 ? 1 : 2) + (reported ? 2 : 0);
  if (wanted.length > 1 && wanted.every((word) => words.includes(word))) return 5;
  return words.includes(query.slice(1)) ? 6 : undefined;
}

/**
 * At most `limit` titles that answer `query`, best first as `tierOf` has it. Accents, case and
 * punctuation do not count. None for a query without letters or digits.
 */
export function searchTitles(
  index: TitleIndex,
  query: string,
  limit: number,
): readonly FoundTitle[] {
  const wanted = wordsOf(query);
  if (wanted.length === 0) return [];
  const text = wanted.join('');
  const tiers: FoundTitle[][] = [[], [], [], [], [], [], []];
  for (const entry of index) {
    const tier = tiers[tierOf(entry, text, wanted) ?? -1];
    // The index has the best of each tier first.
    if (tier && tier.length < limit) tier.push(entry);
  }
  return tiers.flat().slice(0, limit);
}
