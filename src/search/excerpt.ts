import { type FoundWord, isTelling, stemOf, wordsIn } from './words.ts';

/** A run of a text; `marked` ones are words that matched. */
export interface Run {
  readonly text: string;
  readonly marked: boolean;
}

/** How many words are shown of a text, and how many of them before the first that matched. */
const SHOWN = 32;
const BEFORE = 6;

/** `text` cut at the words whose stems are among `stems`. */
export function runsOf(text: string, stems: ReadonlySet<string>): Run[] {
  const runs: Run[] = [];
  let at = 0;
  for (const word of wordsIn(text)) {
    if (!isMatch(word, stems)) continue;
    const { start, end } = word;
    if (start > at) runs.push({ text: text.slice(at, start), marked: false });
    runs.push({ text: text.slice(start, end), marked: true });
    at = end;
  }
  if (at < text.length) runs.push({ text: text.slice(at), marked: false });
  return runs;
}

/**
 * The part of `text` that holds most words whose stem is among `stems`, the first of such parts, or
 * its beginning where there is none, with "…" where something is left out.
 */
export function snippetOf(text: string, stems: ReadonlySet<string>): Run[] {
  const words = wordsIn(text);
  const matched = words.flatMap((word, place) => (isMatch(word, stems) ? [place] : []));
  const within = (from: number) =>
    matched.filter((place) => place >= from && place < from + SHOWN).length;
  const latest = Math.max(0, words.length - SHOWN);
  const from = matched
    .map((place) => Math.min(Math.max(0, place - BEFORE), latest))
    .reduce((best, one) => (within(one) > within(best) ? one : best), 0);
  const start = from === 0 ? 0 : (words[from]?.start ?? 0);
  const next = words[from + SHOWN];
  const end = next ? (words[from + SHOWN - 1]?.end ?? text.length) : text.length;
  const cut = `${from === 0 ? '' : '… '}${text.slice(start, end)}${next ? ' …' : ''}`;
  return runsOf(cut, stems);
}

function isMatch({ forms }: FoundWord, stems: ReadonlySet<string>): boolean {
  return forms.some((form) => isTelling(form) && stems.has(stemOf(form)));
}
