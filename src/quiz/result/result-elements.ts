import { findElement } from '../../forms/find-element.ts';
import { JobComparison } from '../comparison/job-comparison.ts';
import { TitleCombobox } from '../comparison/title-combobox.ts';
import { ResultKeeping } from '../keeping/result-keeping.ts';
import { OccupationList } from '../occupations/occupation-list.ts';
import { QuizResult } from './quiz-result.ts';

// Inner ones first: outer ones call them.
customElements.define('title-combobox', TitleCombobox);
customElements.define('job-comparison', JobComparison);
customElements.define('occupation-list', OccupationList);
customElements.define('result-keeping', ResultKeeping);
customElements.define('quiz-result', QuizResult);

/** The result in `root`, which is a page's quiz. This module makes its elements work. */
export function resultIn(root: Element): QuizResult {
  return findElement(root, 'quiz-result', QuizResult);
}
