import type { Form } from '../../forms/form.ts';
import { FormTool } from '../../forms/form-tool.ts';
import { wordsFor } from '../../forms/handed-words.ts';
import type { Outcome } from '../../forms/outcome.ts';
import { part } from '../../forms/part.ts';
import { fill } from '../../site/blanks.ts';
import { civilDayOf } from '../../site/civil-day.ts';
import type { ClauseAnswer } from '../places/commitment.ts';
import { type Papers, signedForm } from './form.ts';
import { type HandedWords, outcomeOf } from './outcome.ts';

/** What each of the buttons answers to all questions that are left. */
const REST: Readonly<Record<string, ClauseAnswer>> = { restNo: 'no', restUnsure: 'unsure' };

/** Says what to do first under what was signed, and what would have to be paid back. */
class WhatSigned extends FormTool<Papers> {
  readonly #words = wordsFor<HandedWords>(this);

  protected override get declared(): Form<Papers> {
    return signedForm(this.#words.rules);
  }

  protected override find(papers: Papers): Outcome {
    return outcomeOf(papers, this.#words, civilDayOf(new Date()));
  }

  protected override arrange(): void {
    this.#tellRest('');
  }

  /** Answers all questions that are left the same. */
  protected override do(action: string): void {
    const answer = REST[action];
    if (!answer) return;
    const { rules, rest } = this.#words;
    const { answers } = this;
    const left = rules.clauses.filter(({ id }) => answers[id] === undefined);
    for (const { id } of left) {
      part(this, `[name="${id}"][value=${answer}]`, HTMLInputElement).checked = true;
    }
    if (left.length > 0) this.form.dispatchEvent(new Event('change', { bubbles: true }));
    this.#tellRest(left.length > 0 ? fill(rest.done, { count: left.length }) : rest.none);
  }

  #tellRest(text: string): void {
    part(this, '[data-part=rest]', HTMLElement).textContent = text;
  }
}

customElements.define('what-signed', WhatSigned);
