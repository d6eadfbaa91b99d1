/** Words with a period that ends no sentence. */
const ABBREVIATION =
  /(?:^|[\s("“‘[])(?:Mr|Mrs|Ms|Dr|St|No|vs|e\.g|i\.e|cf|Inc|Ltd|Co|Corp|Art|para|\p{Lu}|(?:\p{Lu}\.)+\p{Lu})\.$/u;

/** A sentence's end with what closes behind it, and the way the next one begins. */
const BETWEEN =
  /(?<=[.?!…]["”’')\]]*(?:\[@[a-z0-9-]+\])*["”’')]*)\s+(?=["“‘'([{]*[\p{Lu}\p{N}{[])/u;

/** The sentences of a text, as they are written. */
export function sentencesOf(text: string): string[] {
  const sentences: string[] = [];
  for (const piece of text.split(BETWEEN)) {
    const last = sentences.at(-1);
    if (last !== undefined && ABBREVIATION.test(last)) {
      sentences[sentences.length - 1] = `${last} ${piece}`;
    } else if (piece.trim() !== '') sentences.push(piece.trim());
  }
  return sentences;
}

/** Whether a sentence has its end, and so is no label or item of a list. */
export function isWhole(sentence: string): boolean {
  return /[.?!…]$/.test(withoutCitations(sentence).replace(/["”’')\]*]+$/, ''));
}

/** A text without its citations: what a reader reads aloud. */
export function withoutCitations(text: string): string {
  return text.replace(/\[@[a-z0-9-]+\]/g, '');
}

/** The words of a text: what stands between spaces or dashes and has a letter or a digit. A blank is one. */
export function wordsOf(text: string): string[] {
  return withoutCitations(text)
    .replace(/\{[^}]*\}|\[[^\]]*\]/g, 'blank')
    .split(/[\s—–]+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
}
