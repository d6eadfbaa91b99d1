import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { decodeTrie } from 'cspell-trie-lib';

/** American English, as cspell has it. */
const english = decodeTrie(
  gunzipSync(readFileSync(new URL('./en_US.trie.gz', import.meta.resolve('@cspell/dict-en_us')))),
);

/** Our own words: one a line, as it is written, with `#` before what is said of them. */
export const DICTIONARY = 'tests/unit/content/prose/dictionary.txt';

/** The words of a dictionary file. */
export function ownWords(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.replace(/#.*/, '').trim())
    .filter((word) => word !== '');
}

/**
 * What is no word of a language: addresses, citations, blanks, what has a digit, stems such as `danc*`,
 * names that only rules read, and the code of a region.
 */
const NO_WORDS =
  /\[@[a-z0-9-]+\]|\{[^}]*\}|https?:\S+|\S+@\S+|\b[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|gov|edu|uk|de|md|yaml|mdx|ics|csv|html)\b|\S*\p{N}\S*|\p{L}+\*|\b\p{Ll}+\p{Lu}\w*|^\p{Lu}{2,3}$/gu;

/** The words of `text` that neither English nor `own` has, each once, in order. */
export function unknownWords(text: string, own: ReadonlySet<string>): string[] {
  const words = text.replace(NO_WORDS, ' ').match(/\p{L}[\p{L}\p{M}'’-]*/gu) ?? [];
  const unknown = words
    .map((word) => word.replace(/[’]/g, "'").replace(/['-]+$/, ''))
    .filter((word) => !isKnown(word, own));
  return [...new Set(unknown)];
}

/** What cspell would write in place of `word`, the likeliest first; at most three. */
export function suggestionsFor(word: string): string[] {
  const found = english.suggest(word, { numSuggestions: 3, timeout: 500 });
  return found.slice(0, 3);
}

/** Whether `word` is no ordinary word: English has it with a capital alone, or not at all. */
export function isOnlyName(word: string): boolean {
  return /^\p{Lu}/u.test(word) && !english.hasWord(word.toLowerCase(), true);
}

/** Whether English has `word` as a name, whatever it means when it is written small. */
export function isName(word: string): boolean {
  return isOnlyName(word) || (word.length > 2 && english.hasWord(word, true));
}

function isKnown(word: string, own: ReadonlySet<string>): boolean {
  if (own.has(word)) return true;
  if (formsOf(word).some((form) => own.has(form) || english.hasWord(form, true))) return true;
  const parts = word.split('-').filter((part) => part !== '');
  return parts.length > 1 && parts.every((part) => isKnown(part, own));
}

/** How a dictionary may have a word: small at the beginning of a sentence, a name in capitals, 's. */
function formsOf(word: string): string[] {
  const bare = word.replace(/'s$/i, '').replace(/'$/, '');
  return [word, bare].flatMap((form) => {
    if (form.length > 1 && form === form.toUpperCase()) {
      return [form, form.toLowerCase(), form[0] + form.slice(1).toLowerCase()];
    }
    return /^\p{Lu}[\p{Ll}']*$/u.test(form) ? [form, form.toLowerCase()] : [form];
  });
}
