import type { Form } from '../../forms/form.ts';
import { FormTool } from '../../forms/form-tool.ts';
import { wordsFor } from '../../forms/handed-words.ts';
import type { Outcome } from '../../forms/outcome.ts';
import { part } from '../../forms/part.ts';
import type { Answers } from '../../forms/reading.ts';
import { fill } from '../../site/blanks.ts';
import { afterForm, type HandedWords, outcomeOf } from './outcome.ts';
import { type Progress, progressOf } from './progress.ts';

/** Counts what is ticked, and says what is next. */
class AfterList extends FormTool<Progress> {
  protected override readonly live = true;
  readonly #words = wordsFor<HandedWords>(this);

  protected override get declared(): Form<Progress> {
    return afterForm(this.#words.groups);
  }

  protected override find(progress: Progress): Outcome {
    return outcomeOf(progress, this.#words);
  }

  /** Writes beside each group how far it is. */
  protected override arrange(answers: Answers): void {
    const { groups, groupProgress } = this.#words;
    for (const [id, count] of Object.entries(progressOf(groups, answers).groups)) {
      const place = part(this, `[data-count=${id}]`, HTMLElement);
      place.textContent = fill(groupProgress, { ...count });
    }
  }
}

customElements.define('after-list', AfterList);
