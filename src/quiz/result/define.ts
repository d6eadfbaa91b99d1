import { part } from '../part.ts';
import { QuizResult } from './quiz-result.ts';

customElements.define('quiz-result', QuizResult);

/** The result in `root`, which is a page's quiz. This module makes its elements work. */
export function resultIn(root: Element): QuizResult {
  return part(root, 'result', QuizResult);
}
