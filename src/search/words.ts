import { stemmer } from 'stemmer';

/** A word of a text: how it is compared, and where it stands. */
export interface FoundWord {
  /** What it is compared by: in lower case, without accents and apostrophes. */
  readonly forms: readonly string[];
  readonly start: number;
  readonly end: number;
}

/** A run of letters and digits, with the apostrophes and hyphens inside it. */
const WORD = /[\p{L}\p{N}\p{M}]+(?:['’-][\p{L}\p{N}\p{M}]+)*/gu;

/** Words that stand in every text and tell none apart, as they are compared. */
const EMPTY_WORDS = new Set(
  `a about already also am an and any are as at be been before being but by can could d did do does doing
    even ever for from get got had has have having he her here him his how i id if im in into is
    it its ive just ll me my of on one or our re really s she should so some still such t than that
    the their them then there these they theyre this those to up us ve very was we were what when
    where which who why will with would you your youre`.split(/\s+/),
);

/**
 * The words of `text` with their places. A word with a hyphen is found by each of its parts and by
 * all of them as one, so that "non-compete" answers "noncompete" and "compete" alike.
 */
export function wordsIn(text: string): FoundWord[] {
  return [...text.matchAll(WORD)].map(({ 0: word, index }) => {
    const bare = word
      .normalize('NFD')
      .replace(/[\p{M}'’]/gu, '')
      .toLowerCase();
    const parts = bare.split('-');
    const forms = parts.length > 1 ? [...parts, parts.join('')] : parts;
    return { forms, start: index, end: index + word.length };
  });
}

/** The words of `text` that tell it apart, as they are compared, in order. */
export function tellingWords(text: string): string[] {
  return wordsIn(text)
    .flatMap(({ forms }) => forms)
    .filter(isTelling);
}

/** Whether a word as it is compared tells one text from another. */
export function isTelling(word: string): boolean {
  return word.length > 1 && !EMPTY_WORDS.has(word);
}

/** The stem that the forms of an English word share (Porter 1980), such as `withdraw` of "withdrawing". */
export function stemOf(word: string): string {
  return stemmer(word);
}
