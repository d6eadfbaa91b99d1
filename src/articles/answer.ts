import { typographic } from '../site/typographic.ts';

/** A run of an answer; `marked` ones are drawn with the yellow marker. */
export interface AnswerRun {
  readonly text: string;
  readonly marked: boolean;
}

/**
 * Cuts an answer at its `==marked==` phrases, with the quotes that Markdown would give it. Every second
 * piece is marked.
 */
export function answerRuns(answer: string): AnswerRun[] {
  return typographic(answer)
    .split('==')
    .map((text, index) => ({ text, marked: index % 2 === 1 }))
    .filter(({ text }) => text !== '');
}

/** The answer without marks, for feeds and machines. */
export function plainAnswer(answer: string): string {
  return typographic(answer).replaceAll('==', '');
}
