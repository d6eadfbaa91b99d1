import { syllable } from 'syllable';
import { isWhole, sentencesOf, withoutCitations, wordsOf } from './sentences.ts';

/**
 * The Flesch-Kincaid grade of texts, of whole sentences alone: years of school in the United States.
 * Numbers count as words of one syllable (Kincaid et al. 1975, Derivation of New Readability Formulas, Navy Research Branch 8-75).
 */
export function gradeOf(texts: readonly string[]): number {
  const sentences = texts.flatMap(sentencesOf).filter(isWhole);
  const words = sentences.flatMap(wordsOf);
  if (words.length === 0) return 0;
  const syllables = words.reduce((sum, word) => sum + Math.max(1, syllable(word)), 0);
  return 0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59;
}

/** A contraction. "Let's" is one, and a possessive is none. */
const CONTRACTION =
  /\b(?:\w+n['’]t|(?:i|you|we|they|it|he|she|that|there|here|what|who|where|how|when|this|these|those|everything|nobody|somebody|something|anything|nothing|\w+)['’](?:m|re|ve|ll|d)|(?:it|he|she|that|there|here|what|who|where|how|when|this|everything|nobody|somebody|something|nothing|let|day|one|answer|name)['’]s)\b/i;

/** Two words that somebody who speaks makes one of, within a sentence. */
const LONG_FORM =
  /\b(?:(?:I) am|(?:you|we|they) are|(?:it|that|there|he|she|what|here) is|(?:I|you|we|they) (?:have|will|would|had) (?!to\b)\w|(?:it|that|he|she|there) (?:will|would)|(?:do|does|did|is|are|was|were|has|have|had|can|could|would|should|will|must) ?not|let us)\b/i;

/** Of the sentences of spoken texts in which a contraction stands or could, how many have one. */
export function contractionsOf(texts: readonly string[]): {
  readonly with: number;
  readonly could: number;
} {
  const sentences = texts.flatMap((text) => sentencesOf(withoutCitations(text)));
  const short = sentences.filter((sentence) => CONTRACTION.test(sentence)).length;
  const long = sentences.filter(
    (sentence) => !CONTRACTION.test(sentence) && LONG_FORM.test(sentence),
  ).length;
  return { with: short, could: short + long };
}

/** The lines of a text that somebody says: what stands in double quotation marks, of four words or more. */
export function spokenIn(text: string): string[] {
  return [...text.matchAll(/"([^"]+)"|“([^”]+)”/g)]
    .map(([, straight, curly]) => straight ?? curly ?? '')
    .filter((line) => wordsOf(line).length >= 4);
}
