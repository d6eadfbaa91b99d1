import { findElement } from '../../forms/find-element.ts';
import type { Form } from '../../forms/form.ts';
import { FormTool } from '../../forms/form-tool.ts';
import type { Outcome } from '../../forms/outcome.ts';
import { readElementWords } from '../../forms/read-element-words.ts';
import { civilDayOf } from '../../site/civil-day.ts';
import { fillBlanks } from '../../site/fill-blanks.ts';
import type { ClauseAnswer } from '../places/commitment.ts';
import { type Papers, signedForm } from './form.ts';
import { type ElementWords, outcomeOf } from './outcome.ts';

/** What each of the buttons answers to all questions that are left. */
const REST: Readonly<Record<string, ClauseAnswer>> = { restNo: 'no', restUnsure: 'unsure' };

/** Says what to do first under what was signed, and what would have to be paid back. */
class WhatSigned extends FormTool<Papers> {
  readonly #words = readElementWords<ElementWords>(this);

  protected override get declared(): Form<Papers> {
    return signedForm(this.#words.rules);
  }

  protected override find(papers: Papers): Outcome {
    return outcomeOf(papers, this.#words, civilDayOf(new Date()));
  }

  protected override arrange(): void {
    this.#writeRest('');
  }

  /** Answers all questions that are left the same. */
  protected override do(action: string): void {
    const answer = REST[action];
    if (!answer) return;
    const { rules, rest } = this.#words;
    const { answers } = this;
    const left = rules.clauses.filter(({ id }) => answers[id] === undefined);
    for (const { id } of left) {
      findElement(this, `[name="${id}"][value=${answer}]`, HTMLInputElement).checked = true;
    }
    if (left.length > 0) this.form.dispatchEvent(new Event('change', { bubbles: true }));
    this.#writeRest(left.length > 0 ? fillBlanks(rest.done, { count: left.length }) : rest.none);
  }

  #writeRest(text: string): void {
    findElement(this, '[data-part=rest]', HTMLElement).textContent = text;
  }
}

customElements.define('what-signed', WhatSigned);
