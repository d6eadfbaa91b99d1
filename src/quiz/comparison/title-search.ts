import { singularOf, titleKey, wordsOf } from './title-words.ts';

/** The titles to search, as the browser loads them. */
export interface TitleData {
  /**
   * Titles that people report, for each occupation in the order of the occupations: one a line, none
   * an empty string.
   */
  readonly reported: readonly string[];
  /** The commonest titles, as content/quiz/titles.yaml has them. */
  readonly common: readonly CommonTitle[];
  /** Words that say a level, such as "senior", and are left out where a common title remains. */
  readonly levels: readonly string[];
}

/** A job that has one or several common titles and may be one or several occupations. */
interface CommonTitle {
  readonly titles: readonly string[];
  /** Places among all occupations, the plain one first. */
  readonly occupations: readonly number[];
}

/** A job title that was found. */
export interface FoundTitle {
  readonly title: string;
  /** The place of its occupation among all occupations; of several, the plain one. */
  readonly occupation: number;
  /** A common title, the occupation's own, or one that people in the occupation report. */
  readonly kind: 'common' | 'own' | 'reported';
  /** How many occupations the title stands for, to choose from next. Otherwise it is 1. */
  readonly choices: number;
}

/** A title with what it takes to compare it. */
interface Entry extends FoundTitle {
  /** Each word with a space before it; those of common titles in the singular. */
  readonly words: string;
  /** All that a common title may stand for. */
  readonly common?: CommonTitle;
}

/** All titles, ready to be searched. */
export interface TitleIndex {
  readonly entries: readonly Entry[];
  /** Each word with a space before it, the longer levels first. */
  readonly levels: readonly string[];
}

/**
 * The index of the occupations' own `titles` and of those in `data`, in the order of the
 * occupations. Its own order settles ties: common titles first, then own ones, each the shorter
 * first.
 */
export function indexTitles(
  titles: readonly string[],
  { reported, common, levels }: TitleData,
): TitleIndex {
  const shorterFirst = (entries: Entry[]) =>
    entries.sort((a, b) => a.words.length - b.words.length);
  const entry = (title: string, occupation: number, kind: 'own' | 'reported'): Entry => ({
    ...{ title, occupation, kind, choices: 1 },
    words: wordsOf(title).join(''),
  });
  return {
    entries: [
      ...shorterFirst(
        common.flatMap((row) =>
          row.titles.map((title) => ({
            ...{ title, kind: 'common', words: titleKey(title), common: row },
            occupation: row.occupations[0] ?? -1,
            choices: row.occupations.length,
          })),
        ),
      ),
      ...shorterFirst(titles.map((title, occupation) => entry(title, occupation, 'own'))),
      ...shorterFirst(
        reported.flatMap((lines, occupation) =>
          lines === ''
            ? []
            : lines.split('\n').map((title) => entry(title, occupation, 'reported')),
        ),
      ),
    ],
    levels: levels.map(titleKey).sort((a, b) => b.length - a.length),
  };
}

/** What somebody typed, as it is compared. */
interface Query {
  readonly text: string;
  readonly words: readonly string[];
  /** The words and the text in the singular, as common titles have them. */
  readonly singulars: readonly string[];
  readonly key: string;
  /** `key` without words for a level. */
  readonly plain: string;
}

function queryOf(typed: string, levels: readonly string[]): Query {
  const words = wordsOf(typed);
  const singulars = words.map(singularOf);
  const key = singulars.join('');
  const plain = levels.reduce((rest, level) => `${rest} `.replace(`${level} `, ' ').trimEnd(), key);
  return { text: words.join(''), words, singulars, key, plain };
}

/** The tiers of whole titles: an occupation's own, a common, a reported, a common without its level. */
const WHOLE = { own: 0, common: 1, reported: 2, leveled: 3 } as const;

/** The tiers of titles that begin with the query, and of those in which a word does. */
const BEGINNING = { common: [4, 6], own: [5, 7], reported: [8, 9] } as const;

/** The query's words in any order, and a place inside a word. */
const [ANY_ORDER, WITHIN] = [10, 11];

/**
 * How well a title answers a query, 0 being best; undefined: not at all. Whole titles come first,
 * then beginnings, then words in the title; common titles before own ones and those before reported
 * ones, because "nurse" has to find Registered Nurses before Nursery Teacher.
 */
function tierOf({ kind, words }: Entry, query: Query): number | undefined {
  const isCommon = kind === 'common';
  const wanted = isCommon ? query.key : query.text;
  if (words === wanted) return WHOLE[kind];
  if (isCommon && words === query.plain) return WHOLE.leveled;
  const at = words.indexOf(wanted);
  if (at >= 0) return BEGINNING[kind][at === 0 ? 0 : 1];
  const parts = isCommon ? query.singulars : query.words;
  if (parts.length > 1 && parts.every((word) => words.includes(word))) return ANY_ORDER;
  return !isCommon && words.includes(wanted.slice(1)) ? WITHIN : undefined;
}

/**
 * At most `limit` titles that answer `typed`, best first as `tierOf` has it. Accents, case,
 * apostrophes and punctuation do not count, and for common titles plurals and words for a level do
 * not either. A common title typed in full comes once for each of its occupations, in their order;
 * one typed in part comes once. None for a query without letters or digits.
 */
export function searchTitles(
  { entries, levels }: TitleIndex,
  typed: string,
  limit: number,
): readonly FoundTitle[] {
  const query = queryOf(typed, levels);
  if (query.words.length === 0) return [];
  const tiers: Entry[][] = Array.from({ length: WITHIN + 1 }, () => []);
  for (const entry of entries) {
    const tier = tiers[tierOf(entry, query) ?? -1];
    // The index has the best of each tier first.
    if (tier && tier.length < limit) tier.push(entry);
  }
  const whole = tiers
    .splice(0, WHOLE.leveled + 1)
    .flat()
    .flatMap(eachOccupation);
  const firsts = new Map([...whole].reverse().map((entry) => [entry.occupation, entry]));
  const offered = new Set(
    whole.flatMap(({ kind, occupation }) => (kind === 'reported' ? [] : [occupation])),
  );
  const rows = new Map<CommonTitle, string>();
  /** Whether one of the rows offered so far has this title for this occupation. */
  const isInRow = (title: string, occupation: number) =>
    [...rows].some(
      ([row, words]) => row.occupations.includes(occupation) && words === titleKey(title),
    );
  const isNew = ({ title, kind, occupation, common, words }: Entry) => {
    if (!common)
      return kind === 'reported' ? !isInRow(title, occupation) : !offered.has(occupation);
    if (rows.has(common) || common.occupations.every((each) => offered.has(each))) return false;
    rows.set(common, words);
    if (common.occupations.length === 1) offered.add(occupation);
    return true;
  };
  return [
    ...whole.filter((entry) => firsts.get(entry.occupation) === entry),
    ...tiers.flat().filter(isNew),
  ].slice(0, limit);
}

/** A common title once for each of its occupations; any other as it is. */
function eachOccupation(entry: Entry): readonly Entry[] {
  return (
    entry.common?.occupations.map((occupation) => ({ ...entry, occupation, choices: 1 })) ?? [entry]
  );
}
