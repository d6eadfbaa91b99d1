/** What closes behind the end of a sentence, and the white space before the next. */
const BETWEEN = /(?<=[.?!]["”’')\]]*)\s+/;

/**
 * Number of sentences in a message. It has no abbreviations with a period, since nobody's name or title is
 * in it before it is filled in.
 */
export function countSentences(text: string): number {
  return text.trim() === '' ? 0 : text.trim().split(BETWEEN).length;
}
