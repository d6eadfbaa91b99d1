import { type Six, TYPES, type Type } from './engine/types.ts';

/** Something that suits a type or drains it, in a sentence, and the kinds of work it is about. */
export interface WorkLine {
  readonly about: readonly string[];
  readonly text: string;
}

/** What suits a type and what drains it. */
export interface TypeWork {
  readonly suits: readonly WorkLine[];
  readonly drains: readonly WorkLine[];
}

/** The words of each kind of work, by its id; "sell*" is any word that begins with sell. */
export type Kinds = Readonly<Record<string, readonly string[]>>;

/** The kinds of work whose words `text` has, and the first such word of each, as the text has it. */
export function kindsIn(text: string, kinds: Kinds): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(kinds).flatMap(([kind, words]) => {
      const found = words.flatMap((word) => wordPattern(word).exec(text)?.[0] ?? [])[0];
      return found === undefined ? [] : [[kind, found] as const];
    }),
  );
}

function wordPattern(word: string): RegExp {
  const escaped = word.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', "[\\w']*");
  return new RegExp(`(?<![\\w'])${escaped}(?![\\w'])`, 'i');
}

/** Words with fewer letters say little, and so many letters tell one word from another. */
const TELLING = 5;

/** The first word of `text` that `other` has too, in whatever form, and that is none of `plain`. */
export function sharedWord(
  text: string,
  other: string,
  plain: readonly string[],
): string | undefined {
  const stems = (words: string) =>
    (words.match(/[\p{L}']+/gu) ?? []).flatMap((word) =>
      word.length < TELLING ? [] : [{ word, stem: word.toLowerCase().slice(0, TELLING) }],
    );
  const taken = new Set(stems(other).map(({ stem }) => stem));
  const told = new Set(stems(plain.join(' ')).map(({ stem }) => stem));
  return stems(text).find(({ stem }) => taken.has(stem) && !told.has(stem))?.word;
}

/** The types of `all` whose suits name a kind of work that `drain` is about. */
export function suitedBy(drain: WorkLine, all: Six<TypeWork>): readonly Type[] {
  return TYPES.filter((type) =>
    all[type].suits.some(({ about }) => about.some((kind) => drain.about.includes(kind))),
  );
}

/**
 * What drains `type`, beside the types `shown`: whatever suits one of them is left out, so that no
 * two types in one result contradict each other.
 */
export function drainsBeside(
  type: Type,
  shown: readonly Type[],
  all: Six<TypeWork>,
): readonly WorkLine[] {
  return all[type].drains.filter((drain) => !contradicts(suitedBy(drain, all), shown));
}

/** Whether a drain that suits the types of `suited` must not stand beside the types `shown`. */
export function contradicts(suited: readonly Type[], shown: readonly Type[]): boolean {
  return suited.some((type) => shown.includes(type));
}
