import { findElement } from '../../forms/find-element.ts';
import type { Form } from '../../forms/form.ts';
import type { FormAnswers } from '../../forms/form-answers.ts';
import { FormTool } from '../../forms/form-tool.ts';
import type { Outcome } from '../../forms/outcome.ts';
import { readElementWords } from '../../forms/read-element-words.ts';
import { civilDayOf } from '../../site/civil-day.ts';
import { daysOff } from '../holidays/days-off.ts';
import { tellByForm } from './form.ts';
import type { Moment } from './moment.ts';
import { type ElementWords, outcomeOf } from './outcome.ts';
import type { TellByQuestion } from './question.ts';
import { type TellByOutcome, tellBy } from './tell-by.ts';

/** Says by when to tell them, links to the message, and puts the day into a calendar. */
class TellBy extends FormTool<TellByQuestion> {
  readonly #words = readElementWords<ElementWords>(this);
  #found: TellByOutcome | undefined;
  #save: (() => void) | undefined;

  protected override get declared(): Form<TellByQuestion> {
    return tellByForm(this.#words.law, civilDayOf(new Date()));
  }

  protected override find(question: TellByQuestion): Outcome {
    const { law, holidays } = this.#words;
    const now = momentOf(new Date());
    const off = daysOff(holidays, question.place, question.region);
    const found = tellBy(question, now, law, off);
    void this.#offerEntry(found, now);
    return outcomeOf(found, now, this.#words);
  }

  /** Asks a teacher for the first day of another thing. */
  protected override arrange({ job }: FormAnswers): void {
    const { start, instruction } = this.#words.fields;
    const { label, hint } = job === 'texasTeacher' ? instruction : start;
    findElement(this, '[data-field=start] label', HTMLElement).textContent = label;
    findElement(this, '[data-field=start] .hint', HTMLElement).textContent = hint;
  }

  protected override do(action: string): void {
    if (action === 'calendar') this.#save?.();
  }

  /** Offers an entry for a calendar, once what makes it is here; an answer may have changed by then. */
  async #offerEntry(found: TellByOutcome, now: Moment): Promise<void> {
    this.#found = found;
    const entry = await import('./calendar-entry.ts');
    if (this.#found !== found) return;
    this.#save = entry.entryFor(found, now, this.#words.calendar);
    findElement(this, '[data-part=calendar]', HTMLElement).hidden = !this.#save;
  }
}

customElements.define('tell-by', TellBy);

/** `date` on the reader's own clock. */
function momentOf(date: Date): Moment {
  // ECMA-262 has it begin with `HH:MM`.
  return { day: civilDayOf(date), time: date.toTimeString().slice(0, 5) };
}
