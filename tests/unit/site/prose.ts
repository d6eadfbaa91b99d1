/** A text of so many words. */
export const wordsOf = (count: number): string => Array(count).fill('word').join(' ');
