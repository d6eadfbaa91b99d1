import { findElement } from '../../forms/find-element.ts';
import type { Form } from '../../forms/form.ts';
import type { FormAnswers } from '../../forms/form-answers.ts';
import { FormTool } from '../../forms/form-tool.ts';
import type { Outcome } from '../../forms/outcome.ts';
import { readElementWords } from '../../forms/read-element-words.ts';
import { fillBlanks } from '../../site/fill-blanks.ts';
import { afterForm, type ElementWords, outcomeOf } from './outcome.ts';
import { type Progress, progressOf } from './progress.ts';

/** Counts what is ticked, and says what is next. */
class AfterList extends FormTool<Progress> {
  protected override readonly live = true;
  readonly #words = readElementWords<ElementWords>(this);

  protected override get declared(): Form<Progress> {
    return afterForm(this.#words.groups);
  }

  protected override find(progress: Progress): Outcome {
    return outcomeOf(progress, this.#words);
  }

  /** Writes beside each group how far it is. */
  protected override arrange(answers: FormAnswers): void {
    const { groups, groupProgress } = this.#words;
    for (const [id, count] of Object.entries(progressOf(groups, answers).groups)) {
      const place = findElement(this, `[data-count=${id}]`, HTMLElement);
      place.textContent = fillBlanks(groupProgress, { ...count });
    }
  }
}

customElements.define('after-list', AfterList);
