/** A run of an answer; `marked` ones are drawn with the yellow marker. */
export interface AnswerRun {
  readonly text: string;
  readonly marked: boolean;
}

/** Cuts an answer at its `==marked==` phrases. Every second piece is marked. */
export function answerRuns(answer: string): AnswerRun[] {
  return answer
    .split('==')
    .map((text, index) => ({ text, marked: index % 2 === 1 }))
    .filter(({ text }) => text !== '');
}

/** The answer without marks, for feeds and machines. */
export function plainAnswer(answer: string): string {
  return answer.replaceAll('==', '');
}
