import { ageNote } from '../law/review-age.ts';
import type { SourceLabels } from '../law/source-labels.ts';
import type { LawWords } from '../law/words-schema.ts';
import { civilDayOf } from '../site/civil-day.ts';
import { fillBlanks } from '../site/fill-blanks.ts';
import { nodeOf, renderBlocks } from './blocks.ts';
import { findElement } from './find-element.ts';
import {
  askedControls,
  type Form,
  type FormMistake,
  type FormResult,
  withoutPrivate,
} from './form.ts';
import {
  answersOf,
  changedAnswers,
  type FormAnswers,
  fillForm,
  isTouched,
} from './form-answers.ts';
import { clearMistakes, showMistakes } from './form-mistakes.ts';
import { forgetAnswers, KEEPING_CHANGED, keepAnswers, keptAnswers } from './kept-answers.ts';
import { answersInFragment } from './linked-answers.ts';
import type { Outcome } from './outcome.ts';
import { readElementWords } from './read-element-words.ts';

/** The words that every tool's element may have. */
interface ToolWords {
  readonly mistakes?: Readonly<Record<string, string>>;
  /** Labels of the sources that its outcome names, if it names any. */
  readonly sources: SourceLabels;
}

/** What happens at a tool, and bubbles, whenever its answers or its outcome change. */
export const TOOL_CHANGED = 'tool-changed';

/**
 * A form that answers where it stands, around what ToolForm.astro and ToolKeeping.astro render.
 * A button asks for the outcome; from then on it follows each change. `live` tools have no button.
 */
export abstract class FormTool<Value = unknown> extends HTMLElement {
  readonly form = findElement(this, 'form', HTMLFormElement);
  protected readonly live: boolean = false;
  #shown: Outcome | undefined;
  #cleared: FormAnswers | undefined;
  #listening = new AbortController();

  /** Its form, as it is today. */
  protected abstract get declared(): Form<Value>;

  /** What comes of `value`. */
  protected abstract find(value: Value): Outcome;

  /** Reads what was typed. */
  protected read(answers: FormAnswers): FormResult<Value> {
    return this.declared.read(answers);
  }

  /** What happens when a button marked `data-do` is pressed, and is not the form's own. */
  protected do(_action: string): void {}

  /** What else goes with the answers as they are, beside which fields are asked. */
  protected arrange(_answers: FormAnswers): void {}

  connectedCallback(): void {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    for (const type of ['submit', 'input', 'change', 'click']) {
      this.addEventListener(type, this, { signal });
    }
    document.addEventListener(KEEPING_CHANGED, this, { signal });
    window.addEventListener('hashchange', this, { signal });
    const kept = keptAnswers();
    this.#box.checked = kept !== undefined;
    this.#writeAges();
    // Somebody may have answered before this script came.
    this.fill({ ...kept?.[this.tool], ...changedAnswers(this.form) });
    this.#takeLink();
  }

  /** Says of each rule that the build wrote how old it is by now: the page may be years old. */
  #writeAges(): void {
    const step = this.parentElement ?? this;
    const words = readElementWords<LawWords>(step);
    const today = civilDayOf(new Date());
    for (const note of step.querySelectorAll<HTMLElement>('[data-reviewed]')) {
      note.textContent = ageNote(note.dataset['reviewed'] ?? '', today, words);
    }
  }

  disconnectedCallback(): void {
    this.#listening.abort();
  }

  /** The box that asks to keep the answers. */
  get #box(): HTMLInputElement {
    return findElement(this, '[data-part=keep]', HTMLInputElement);
  }

  get #outcome(): HTMLElement {
    return findElement(this, '[data-part=outcome]', HTMLElement);
  }

  /** The tool's id. */
  get tool(): string {
    return this.dataset['tool'] ?? this.localName;
  }

  /** What the outcome says, or undefined while there is none. */
  get shown(): Outcome | undefined {
    return this.#shown;
  }

  get answers(): FormAnswers {
    return answersOf(this.form);
  }

  /** Whether somebody has answered anything. */
  get touched(): boolean {
    return isTouched(this.form);
  }

  /** The answers without names and free text. */
  get publicAnswers(): FormAnswers {
    return withoutPrivate(this.declared.fields, this.answers);
  }

  /** Answers the form with `answers` alone, and shows the outcome if there is one. Keeps nothing. */
  fill(answers: FormAnswers): void {
    fillForm(this.form, answers);
    this.#settle({ shows: this.live || this.touched });
  }

  handleEvent(event: Event): void {
    const { target, type } = event;
    if (type === 'hashchange') this.#takeLink();
    else if (type === KEEPING_CHANGED) {
      this.#box.checked = keptAnswers() !== undefined;
      this.#keepOn();
    } else if (type === 'submit') {
      event.preventDefault();
      this.#submit();
    } else if (type === 'click') {
      const button = target instanceof Element ? target.closest('button[data-do]') : null;
      if (button) this.#act(button.getAttribute('data-do') ?? '');
    } else if (target === this.#box) {
      if (type === 'change') this.#keep(this.#box);
    } else if (target instanceof Element && target.closest('form') === this.form) {
      this.#changed();
    }
  }

  /** Says `text` to screen readers. */
  protected say(text: string): void {
    findElement(this, '[data-part=status]', HTMLElement).textContent = text;
  }

  /** Takes over the choices that a link to this tool holds, and turns to it. Free text never comes so. */
  #takeLink(): void {
    const linked = answersInFragment(this.tool, location.hash);
    if (!linked) return;
    history.replaceState(history.state, '', location.pathname + location.search);
    this.fill({ ...this.answers, ...withoutPrivate(this.declared.fields, linked) });
    this.#keepOn();
    this.scrollIntoView();
    this.#focusOutcome();
  }

  /** Turns to the outcome, from its beginning: a focus alone may bring its headline in and no more. */
  #focusOutcome(): void {
    const outcome = this.#outcome;
    outcome.querySelector<HTMLElement>('[tabindex="-1"]')?.focus();
    outcome.scrollIntoView();
  }

  #submit(): void {
    const reading = this.read(this.answers);
    if (reading.kind === 'mistakes') {
      this.reportMistakes(reading.mistakes);
      this.#hide();
      return;
    }
    clearMistakes(this);
    this.#settle({ shows: true });
    this.#focusOutcome();
  }

  /** Tells `mistakes` in the sentences of the tool. */
  protected reportMistakes(mistakes: readonly FormMistake[]): void {
    const words = readElementWords<ToolWords>(this).mistakes ?? {};
    showMistakes(
      this,
      mistakes.map(({ field, mistake, blanks = {} }) => ({
        field,
        text: fillBlanks(words[mistake] ?? mistake, blanks),
      })),
    );
  }

  #changed(): void {
    this.#offerUndo(undefined);
    const before = this.#shown?.announcement;
    this.#settle({ shows: this.live || this.#shown !== undefined });
    const now = this.#shown?.announcement;
    if (now !== undefined && now !== before) this.say(now);
    this.#keepOn();
  }

  /** Brings the page in line with the answers: the outcome if there is to be one, or none. */
  #settle({ shows }: { shows: boolean }): void {
    const { answers } = this;
    this.#ask(answers);
    this.arrange(answers);
    this.toggleAttribute('data-touched', this.touched);
    const reading = shows ? this.read(answers) : undefined;
    if (reading?.kind === 'read') {
      this.#shown = this.find(reading.value);
      this.#show(this.#shown);
      clearMistakes(this);
      this.#tell();
    } else this.#hide();
  }

  /** Shows the fields that are asked for `answers`, and each group that holds one of them. */
  #ask(answers: FormAnswers): void {
    const asked = askedControls(this.declared.fields, answers);
    for (const field of this.form.querySelectorAll<HTMLElement>('[data-field]')) {
      field.hidden = !asked.has(field.dataset['field'] ?? '');
    }
    for (const group of this.form.querySelectorAll<HTMLElement>('[data-group]')) {
      group.hidden = group.querySelector('[data-field]:not([hidden])') === null;
    }
  }

  #show({ blocks }: Outcome): void {
    const outcome = this.#outcome;
    outcome.hidden = false;
    if (!blocks) return;
    const { sources } = readElementWords<ToolWords>(this);
    const context = { tool: this.tool, sources, today: civilDayOf(new Date()) };
    const unfolded = outcome.querySelectorAll<HTMLElement>('[open]');
    outcome.replaceChildren(...renderBlocks(blocks, context).map(nodeOf));
    // What somebody unfolded stays so while they go on answering.
    for (const { dataset } of unfolded) {
      outcome.querySelector(`[data-part=${dataset['part']}]`)?.toggleAttribute('open');
    }
  }

  #hide(): void {
    this.#shown = undefined;
    this.#outcome.hidden = true;
    this.#tell();
  }

  #tell(): void {
    this.dispatchEvent(new CustomEvent(TOOL_CHANGED, { bubbles: true }));
  }

  #act(action: string): void {
    if (action === 'clear') this.#clear();
    else if (action === 'undo') this.#undo();
    else this.do(action);
  }

  /** Keeps the answers where a reader asked for that. */
  #keepOn(): void {
    if (keptAnswers()) this.keep();
  }

  /** Keeps the answers in this browser; of an untouched form, none. Returns whether it lets us. */
  keep(): boolean {
    return keepAnswers(this.tool, this.touched ? this.answers : {});
  }

  /** Empties the form for good. */
  wipe(): void {
    clearMistakes(this);
    this.fill({});
    this.#offerUndo(undefined);
  }

  /** Empties the form, with a way back. */
  #clear(): void {
    const { answers, touched } = this;
    this.wipe();
    this.#keepOn();
    this.#offerUndo(touched ? answers : undefined);
  }

  #undo(): void {
    const answers = this.#cleared ?? {};
    this.#offerUndo(undefined);
    this.fill(answers);
    this.#keepOn();
    findElement(this, '[data-do=clear]', HTMLButtonElement).focus();
  }

  /** Offers to bring `cleared` back, and says that the form is empty; undefined takes the offer away. */
  #offerUndo(cleared: FormAnswers | undefined): void {
    this.#cleared = cleared;
    findElement(this, '[data-part=cleared]', HTMLElement).hidden = cleared === undefined;
    if (cleared) findElement(this, '[data-do=undo]', HTMLButtonElement).focus();
  }

  #keep(box: HTMLInputElement): void {
    const failed = findElement(this, '[data-part=keep-failed]', HTMLElement);
    if (box.checked) {
      box.checked = this.keep();
      failed.hidden = box.checked;
    } else forgetAnswers();
    document.dispatchEvent(new CustomEvent(KEEPING_CHANGED));
  }
}
