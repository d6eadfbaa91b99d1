import type { WordmarkRun } from '../site/wordmark.ts';
import { HEADLINE_CHARACTERS, ITALIC_CHARACTERS } from './font-cuts.ts';
import { plainTitle } from './social-fonts.ts';

/** Whether words are drawn in the site's own cuts. */
export function isInOwnCuts(words: string): boolean {
  return [...words].every((letter) => HEADLINE_CHARACTERS.includes(letter));
}

/** Whether a name is: what is written over it stands in italics, which have fewer signs. */
export function isWordmarkInOwnCuts(wordmark: readonly WordmarkRun[]): boolean {
  return wordmark.every(({ kind, text }) =>
    kind === 'written'
      ? [...text].every((letter) => ITALIC_CHARACTERS.includes(letter))
      : isInOwnCuts(text),
  );
}

/** All words of a wordmark, the struck ones too, without what no face of text has. */
export function wordsOf(wordmark: readonly WordmarkRun[]): string {
  const words = wordmark.map(({ text, spaced }) => (spaced ? ` ${text}` : text)).join('');
  return plainTitle(words);
}
