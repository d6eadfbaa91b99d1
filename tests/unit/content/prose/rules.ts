import { z } from 'zod';
import type { ContentMistake } from '../../../../src/site/content-error.ts';
import { isWhole, sentencesOf, withoutCitations, wordsOf } from './sentences.ts';
import { DICTIONARY, suggestionsFor, unknownWords } from './spelling.ts';
import { lineOf, type Passage } from './written-passages.ts';

/** The longest sentence that a tired reader is given, in words. */
export const LONGEST = 35;
/** A sentence with more words than that stands in one place alone. */
const SHORT = 6;

/** The file of what no text says. */
export const BANNED = 'tests/unit/content/prose/banned-words.yaml';

const bannedEntry = z.strictObject({ says: z.string().min(1), write: z.string().min(1) });
export const bannedSchema = z.record(z.string(), z.array(bannedEntry));
/** What no text says, a star for any ending, and what to write in its place. */
export type Banned = Readonly<z.output<typeof bannedEntry>>;

/** What is wrong with one passage as prose; `own` are the words of the dictionary of the site. */
export function passageMistakes(
  passage: Passage,
  { own, banned }: { readonly own: ReadonlySet<string>; readonly banned: readonly Banned[] },
): ContentMistake[] {
  const tell = (found: string, sentence: string): ContentMistake => ({
    file: passage.file,
    line: lineOf(passage, found),
    sentence,
  });
  return [
    ...unknownWords(passage.text, own).map((word) =>
      tell(word, `no dictionary has the word "${word}". ${meant(word)}`),
    ),
    ...doubledWords(passage.text).map((twice) =>
      tell(twice, `a word stands there twice. Found: "${twice}". Delete one.`),
    ),
    ...longSentences(passage.text).map((sentence) =>
      tell(
        sentence,
        `a sentence has ${wordsOf(sentence).length} words. Found: "${begin(sentence)}". Allowed: at most ${LONGEST}. Make two of it.`,
      ),
    ),
    ...bannedIn(passage.text, banned).map(({ found, write }) =>
      tell(
        found,
        `"${found}" is hype, filler, or no American English. Write in its place: ${write}.`,
      ),
    ),
  ];
}

function meant(word: string): string {
  const suggestions = suggestionsFor(word);
  const or = suggestions.length > 0 ? `Did you mean ${suggestions.join(', or ')}? ` : '';
  return `${or}If it's right, write it into ${DICTIONARY}.`;
}

/** Words that stand there twice in a row, as they are written, but for "had had". */
export function doubledWords(text: string): string[] {
  return [
    ...withoutCitations(text).matchAll(
      /(?<![\p{L}\p{N}'’-])(\p{L}[\p{L}'’]*)\s+\1(?![\p{L}\p{N}'’-])/giu,
    ),
  ]
    .map(([twice]) => twice)
    .filter((twice) => !/^had had$/i.test(twice));
}

/** The sentences of a text that have more words than a tired reader keeps in mind. */
export function longSentences(text: string): string[] {
  return sentencesOf(text).filter((sentence) => wordsOf(sentence).length > LONGEST);
}

/** What of `banned` a text says, as it is written there. */
export function bannedIn(text: string, banned: readonly Banned[]) {
  const plain = withoutCitations(text).replace(/’/g, "'");
  return banned.flatMap(({ says, write }) => {
    const words = says.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+');
    const what = new RegExp(
      `(?<![\\p{L}-])${words.replaceAll('*', '\\p{L}*')}(?![\\p{L}-])`,
      'giu',
    );
    // Behind another capital it is part of a name, which is not ours to change.
    return [...plain.matchAll(what)]
      .filter(
        ({ 0: found, index }) =>
          !(/^\p{Lu}/u.test(found) && /\p{Lu}\S* $/u.test(plain.slice(0, index))),
      )
      .map(([found]) => ({ found, write }));
  });
}

/**
 * The sentences of more than six words that stood in a passage before, told at the later place. What
 * tools and forms say may be the same in two of them: a field that asks the same is called the same
 * (WCAG 2.2, 3.2.4), and of two answers only one is shown. So YAML alone repeats nothing.
 */
export function repeatedSentences(passages: readonly Passage[]): ContentMistake[] {
  const first = new Map<string, Passage>();
  // A heading is what links to it say, and links that lead to one place are called the same.
  const told = passages.filter(({ kind }) => kind !== 'heading');
  return told.flatMap((passage) =>
    sentencesOf(passage.text).flatMap((sentence) => {
      const words = wordsOf(sentence);
      const isLink = passage.links.includes(sentence.replace(/[.?!]+$/, ''));
      if (words.length <= SHORT || !isWhole(sentence) || isLink) return [];
      const same = words
        .join(' ')
        .toLowerCase()
        .replace(/[^\p{L}\p{N} ]/gu, '');
      const before = first.get(same);
      if (before === undefined || (isYaml(before) && isYaml(passage))) {
        first.set(same, before ?? passage);
        return [];
      }
      const place = `${before.file}:${lineOf(before, sentence)}`;
      return [
        {
          file: passage.file,
          line: lineOf(passage, sentence),
          sentence: `a sentence stands in two places, here and in ${place}. Found: "${begin(sentence)}". Say it in one, and link there from the other, or say it in other words.`,
        },
      ];
    }),
  );
}

function isYaml({ file }: Passage): boolean {
  return file.endsWith('.yaml');
}

function begin(sentence: string): string {
  const words = withoutCitations(sentence).split(' ');
  return words.length > 12 ? `${words.slice(0, 12).join(' ')} …` : words.join(' ');
}
