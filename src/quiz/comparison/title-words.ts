/**
 * The words of a text, of letters and digits only, in lower case, without accents and apostrophes,
 * each with a space before it.
 */
export function wordsOf(text: string): readonly string[] {
  const plain = text
    .normalize('NFD')
    .replace(/[\p{M}'’]/gu, '')
    .toLowerCase();
  return (plain.match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => ` ${word}`);
}

/** Endings of plurals and what they are in the singular; the first that fits counts. */
const PLURALS: readonly (readonly [RegExp, string])[] = [
  [/(ss|us|is)$/, '$1'],
  [/(.)people$/, '$1person'],
  [/(.)men$/, '$1man'],
  [/(ch|sh|ss|x)es$/, '$1'],
  [/ies$/, 'y'],
  [/(...)s$/, '$1'],
];

/**
 * A word of `wordsOf` in the singular, roughly: plurals of the same word come out alike, which is
 * all that comparing takes.
 */
export function singularOf(word: string): string {
  const [plural, singular] = PLURALS.find(([ending]) => ending.test(word)) ?? [];
  return plural === undefined || singular === undefined ? word : word.replace(plural, singular);
}

/** `title` as titles are compared: its words in the singular, joined. */
export function titleKey(title: string): string {
  return wordsOf(title).map(singularOf).join('');
}
