import { findElement } from '../../forms/find-element.ts';
import { readElementWords } from '../../forms/read-element-words.ts';
import type { Answer } from '../engine/answers.ts';
import type { QuizWords } from '../words-schema.ts';

/** A question as it is put to a person. */
export interface PutQuestion {
  readonly activity: string;
  /** Its number, from 1, of `count`. */
  readonly number: number;
  readonly count: number;
  /** What the person answered before, if they did. */
  readonly answer: Answer | undefined;
}

/** A second tap within so many milliseconds was meant for the question before. */
const DOUBLE_TAP = 350;

/**
 * Puts one question at a time in the form that the page holds. A click or a tap answers at once,
 * and so do the keys 1 to 5 while focus is in the question or nowhere in particular, as long as the
 * switch that turns them off shows (WCAG 2.1.4). A change alone never does, because arrow keys change radio buttons too (WCAG 3.2.2): those are
 * confirmed by Enter or the Next button. An answer leaves as the event `quiz-answer`, whose detail
 * is the answer.
 */
export class QuizQuestion extends HTMLElement {
  readonly #words = readElementWords<Pick<QuizWords['question'], 'next' | 'last'>>(this);
  readonly #form = findElement(this, '[data-part=form]', HTMLFormElement);
  readonly #fieldset = findElement(this, '[data-part=fieldset]', HTMLFieldSetElement);
  readonly #missing = findElement(this, '[data-part=missing]', HTMLElement);
  readonly #keys = findElement(this, '[data-part=keys]', HTMLInputElement);
  #settling: ReturnType<typeof setTimeout> | undefined;

  connectedCallback(): void {
    this.#form.addEventListener('submit', this);
    this.#fieldset.addEventListener('click', this);
    document.addEventListener('keydown', this);
    this.#keys.addEventListener('change', this);
  }

  disconnectedCallback(): void {
    this.#form.removeEventListener('submit', this);
    this.#fieldset.removeEventListener('click', this);
    document.removeEventListener('keydown', this);
    this.#keys.removeEventListener('change', this);
    clearTimeout(this.#settling);
  }

  handleEvent(event: Event): void {
    if (event instanceof SubmitEvent) this.#submit(event);
    else if (event instanceof KeyboardEvent) this.#press(event);
    else if (event instanceof MouseEvent) this.#click(event);
    else this.#markKeys();
  }

  /** Whether the reader lets the keys 1 to 5 answer. */
  get numberKeys(): boolean {
    return this.#keys.checked;
  }

  set numberKeys(on: boolean) {
    this.#keys.checked = on;
    this.#markKeys();
  }

  /** Puts a question. */
  show({ activity, number, count, answer }: PutQuestion): void {
    // Another element each time: moving the focus to where it is already is not spoken.
    const title = findElement(this, '[data-part=title]', HTMLElement);
    title.replaceWith(title.cloneNode(true));
    findElement(this, '[data-part=activity]', HTMLElement).textContent = activity;
    for (const input of this.#inputs()) input.checked = Number(input.value) === answer;
    findElement(this, '[data-part=how]', HTMLElement).hidden = number > 1;
    for (const name of ['back', 'restart'])
      findElement(this, `[data-part=${name}]`, HTMLElement).hidden = number === 1;
    findElement(this, '[data-part=next]', HTMLElement).textContent =
      number === count ? this.#words.last : this.#words.next;
    this.#miss(false);
  }

  /** Takes an answer that was tapped before this script was there. */
  takeEarly(): void {
    const checked = this.#checked();
    // Arrow keys would have made the focus visible.
    if (checked && !checked.matches(':focus-visible')) this.#answer(checked);
  }

  /** Shows the digits only where they do something. A rule with :has() would cost each tap. */
  #markKeys(): void {
    this.classList.toggle('no-keys', !this.#keys.checked);
  }

  #inputs(): readonly HTMLInputElement[] {
    return [...this.#fieldset.querySelectorAll('input')];
  }

  #checked(): HTMLInputElement | undefined {
    return this.#inputs().find(({ checked }) => checked);
  }

  #submit(event: SubmitEvent): void {
    event.preventDefault();
    const checked = this.#checked();
    if (checked) this.#answer(checked);
    else {
      this.#miss(true);
      this.#inputs()[0]?.focus();
    }
  }

  #press({ key, target, repeat, ctrlKey, altKey, metaKey, shiftKey }: KeyboardEvent): void {
    if (!this.numberKeys || repeat || ctrlKey || altKey || metaKey || shiftKey) return;
    // Safari asks an element whether it shows only from 17.4 on.
    if (this.#keys.getClientRects().length === 0 || !this.#isMeant(target)) return;
    const input = this.#inputs().find(({ value }) => value === key);
    if (input) this.#answer(input);
  }

  /**
   * Whether a key pressed on `target` is for the question: in it, or on the page itself, as long as
   * some of the question is in sight. Other controls keep their keys.
   */
  #isMeant(target: EventTarget | null): boolean {
    if (target instanceof Node && this.#fieldset.contains(target)) return true;
    // Hidden, it has no height and lies at the top.
    const { top, bottom } = this.#fieldset.getBoundingClientRect();
    return target === document.body && top < innerHeight && bottom > 0;
  }

  #click({ target, detail }: MouseEvent): void {
    // Keys that check a radio button click it too, but no button was pressed: detail is 0.
    if (target instanceof HTMLInputElement && detail > 0) this.#answer(target);
  }

  #answer({ value }: HTMLInputElement): void {
    this.#fieldset.classList.add('settling');
    clearTimeout(this.#settling);
    this.#settling = setTimeout(() => this.#fieldset.classList.remove('settling'), DOUBLE_TAP);
    this.dispatchEvent(new CustomEvent('quiz-answer', { detail: Number(value) }));
  }

  /** Says that an answer is missing, or takes that back (WCAG 3.3.1). */
  #miss(missing: boolean): void {
    this.#missing.hidden = !missing;
    if (missing) this.#fieldset.setAttribute('aria-describedby', this.#missing.id);
    else this.#fieldset.removeAttribute('aria-describedby');
  }
}
