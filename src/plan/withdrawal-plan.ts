import { copyField } from '../forms/copy-field.ts';
import { findElement } from '../forms/find-element.ts';
import { FormTool, TOOL_CHANGED } from '../forms/form-tool.ts';
import {
  type AllAnswers,
  forgetAnswers,
  KEEPING_CHANGED,
  keptAnswers,
} from '../forms/kept-answers.ts';
import { readElementWords } from '../forms/read-element-words.ts';
import { fillBlanks } from '../site/fill-blanks.ts';
import { type PlanAnswers, planFragment, readPlanFragment } from './plan-link.ts';
import { PLAN_STEPS, type PlanStep } from './plan-steps.ts';
import type { PlanWords } from './schema.ts';

/** What PlanLayout.astro hands over. */
export type PlanElementWords = PlanWords['page'];

/** The element around each tool, which can be told to fetch the tool's script. */
interface StepElement extends HTMLElement {
  define(): Promise<void>;
}

/** The whole plan: how far it is, its link, its printout, and the button that wipes it. */
export class WithdrawalPlan extends HTMLElement {
  readonly #words = readElementWords<PlanElementWords>(this);
  #shared: PlanAnswers | undefined;

  connectedCallback(): void {
    this.addEventListener(TOOL_CHANGED, this);
    this.addEventListener('click', this);
    this.addEventListener('change', this);
    for (const type of ['hashchange', 'beforeprint', 'afterprint']) addEventListener(type, this);
    void this.#begin();
  }

  disconnectedCallback(): void {
    this.removeEventListener(TOOL_CHANGED, this);
    this.removeEventListener('click', this);
    this.removeEventListener('change', this);
    for (const type of ['hashchange', 'beforeprint', 'afterprint']) removeEventListener(type, this);
  }

  handleEvent(event: Event): void {
    const { target, type } = event;
    if (type === 'hashchange') void this.#openLink();
    else if (type === 'beforeprint') this.#writeDay();
    else if (type === 'afterprint') this.#leaveOut(undefined);
    else if (type === 'click') {
      const button = target instanceof Element ? target.closest('button[data-plan]') : null;
      if (button instanceof HTMLElement) void this.#act(button.dataset);
    } else this.#update();
  }

  /** Fetches all tools where there is something to put into them; otherwise each comes when it is near. */
  async #begin(): Promise<void> {
    if (keptAnswers()) await this.#defineAll();
    await this.#openLink();
    this.#update();
  }

  async #openLink(): Promise<void> {
    const shared = readPlanFragment(location.hash);
    if (shared.kind === 'foreign') return;
    if (shared.kind === 'old-version') {
      this.#note(this.#words.oldLink);
      return;
    }
    const cutOff = shared.kind === 'cut-off' ? `${this.#words.cutOffLink} ` : '';
    this.#shared = shared.answers;
    if (holdsAnswers(keptAnswers())) {
      this.#note(cutOff + this.#words.otherPlan, { offers: true });
      return;
    }
    this.#note(cutOff + this.#words.sharedPlan);
    await this.#show(shared.answers);
  }

  async #show(answers: PlanAnswers): Promise<void> {
    await this.#defineAll();
    for (const step of PLAN_STEPS) {
      const tool = this.#tool(step);
      tool?.fill(answers[step] ?? {});
      if (keptAnswers()) tool?.keep();
    }
    this.#update();
  }

  async #act({ plan: action, only }: DOMStringMap): Promise<void> {
    if (action === 'print') await this.#print();
    else if (action === 'worksheets') this.#printOnly(only);
    else if (action === 'copy') await this.#copy();
    else if (action === 'wipe') this.#wipe();
    else if (action === 'take') {
      this.#note('');
      await this.#show(this.#shared ?? {});
    }
  }

  /** Prints what was used; where nothing was, asks which worksheets to print. */
  async #print(): Promise<void> {
    await this.#defineAll();
    const used = PLAN_STEPS.some((step) => {
      const tool = this.#tool(step);
      return tool?.touched && tool.shown;
    });
    const worksheets = findElement(this, '[data-part=worksheets]', HTMLElement);
    worksheets.hidden = used;
    if (used) this.#printOnly(undefined);
    else worksheets.focus();
  }

  /** Prints the step `only`, or all of them. */
  #printOnly(only: string | undefined): void {
    this.#leaveOut(only);
    this.#writeDay();
    window.print();
  }

  /** Leaves every step but `only` off the paper, or none. */
  #leaveOut(only: string | undefined): void {
    this.toggleAttribute('data-prints-one', only !== undefined);
    for (const step of PLAN_STEPS) {
      const section = findElement(this, `#step-${step}`, HTMLElement);
      section.toggleAttribute('data-left-out', only !== undefined && step !== only);
    }
  }

  /** Writes the day of this printout, by the reader's own clock. */
  #writeDay(): void {
    const printed = findElement(this, '[data-part=printed]', HTMLElement);
    const day = new Date().toLocaleDateString('en-US', { dateStyle: 'long' });
    printed.textContent = fillBlanks(this.#words.print.printed, { day });
  }

  #wipe(): void {
    forgetAnswers();
    document.dispatchEvent(new CustomEvent(KEEPING_CHANGED));
    for (const step of PLAN_STEPS) this.#tool(step)?.wipe();
    void import('../forms/country-of-visit.ts').then(({ forgetCountry }) => forgetCountry());
    // Nothing of it stays in the address either.
    history.replaceState(history.state, '', location.pathname + location.search);
    this.#note('');
    this.#update();
    this.#say(this.#words.wiped);
  }

  async #copy(): Promise<void> {
    const isCopied = await copyField(findElement(this, '[data-part=link]', HTMLInputElement));
    this.#say(isCopied ? this.#words.copied : this.#words.copyFailed);
  }

  /** Brings the list of steps, their number and the link up to date. */
  #update(): void {
    let done = 0;
    const withNames = findElement(this, '[data-part=with-names]', HTMLInputElement).checked;
    const answers: Partial<Record<PlanStep, Readonly<Record<string, string>>>> = {};
    for (const step of PLAN_STEPS) {
      const tool = this.#tool(step);
      const shown = tool?.touched ? tool.shown : undefined;
      if (shown?.done) done++;
      const line = findElement(this, `[data-summary=${step}]`, HTMLElement);
      line.textContent = shown?.summary ?? this.#words.notStarted;
      line.closest('li')?.setAttribute('data-state', stateOf(shown));
      if (tool?.touched) answers[step] = withNames ? tool.answers : tool.publicAnswers;
    }
    const progress = fillBlanks(this.#words.progress, { done, count: PLAN_STEPS.length });
    findElement(this, '[data-part=progress]', HTMLElement).textContent = progress;
    findElement(this, 'progress', HTMLProgressElement).value = done;
    const { origin, pathname } = location;
    const link = `${origin}${pathname}#${planFragment(answers)}`;
    findElement(this, '[data-part=link]', HTMLInputElement).value = link;
  }

  /** The tool of `step`, once its script is here. */
  #tool(step: PlanStep): FormTool | undefined {
    const tool = this.querySelector(`[data-tool=${step}]`);
    return tool instanceof FormTool ? tool : undefined;
  }

  async #defineAll(): Promise<void> {
    await customElements.whenDefined('tool-step');
    const steps = [...this.querySelectorAll<StepElement>('tool-step')];
    await Promise.all(steps.map((step) => step.define()));
  }

  #note(text: string, { offers = false } = {}): void {
    const note = findElement(this, '[data-part=note]', HTMLElement);
    findElement(note, 'p', HTMLElement).textContent = text;
    findElement(note, 'button', HTMLElement).hidden = !offers;
    note.hidden = text === '';
  }

  #say(text: string): void {
    findElement(this, '[data-part=said]', HTMLElement).textContent = text;
  }
}

function stateOf(shown: FormTool['shown']): 'none' | 'begun' | 'done' {
  if (!shown) return 'none';
  return shown.done ? 'done' : 'begun';
}

function holdsAnswers(all: AllAnswers | undefined): boolean {
  return Object.values(all ?? {}).some((answers) => Object.keys(answers).length > 0);
}
