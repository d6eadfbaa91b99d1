import { findElement } from '../../forms/find-element.ts';
import type { Form } from '../../forms/form.ts';
import type { FormAnswers } from '../../forms/form-answers.ts';
import { FormTool } from '../../forms/form-tool.ts';
import type { Outcome } from '../../forms/outcome.ts';
import { readElementWords } from '../../forms/read-element-words.ts';
import { saveFile } from '../../forms/save-file.ts';
import { civilDayOf } from '../../site/civil-day.ts';
import { fillBlanks } from '../../site/fill-blanks.ts';
import { calendarUid } from '../calendar-file.ts';
import type { ElementWords } from './element-words.ts';
import { decideForm, FACTS, LIMITS, named } from './form.ts';
import { sideNames } from './names.ts';
import { outcomeOf } from './outcome.ts';
import { AGAINST, type DecideQuestion, SIDES } from './question.ts';
import { reminderFile } from './reminder-file.ts';

/** Lays two choices side by side, and shows what the answers come to. */
class DecideTool extends FormTool<DecideQuestion> {
  readonly #words = readElementWords<ElementWords>(this);

  protected override get declared(): Form<DecideQuestion> {
    return decideForm(this.#words.setup);
  }

  protected override find(question: DecideQuestion): Outcome {
    return outcomeOf(question, this.#words);
  }

  /** Calls both sides by their names. */
  protected override arrange(answers: FormAnswers): void {
    const words = this.#words;
    const against = AGAINST.find((id) => id === answers['against']);
    const names = Object.fromEntries(
      SIDES.map((side) => [side, answers[named.name(side)]?.trim()] as const)
        // A novel names nothing; the field says so.
        .filter(([, name]) => name && [...name].length <= LIMITS.name),
    );
    const called = against ? sideNames({ names, against }, words) : { ...words.names, ...names };
    for (const side of SIDES) {
      for (const place of this.form.querySelectorAll(`[data-name=${side}]`)) {
        place.textContent = called[side];
      }
    }
    for (const { name, kind, side } of FACTS) {
      const label = findElement(this, `[data-field=${name}] > label`, HTMLElement);
      label.textContent = fillBlanks(words.facts[kind], { side: called[side] });
    }
  }

  protected override do(action: string): void {
    if (action !== 'remind') return;
    const now = new Date();
    const { reminder: words, outcome } = this.#words;
    const uid = calendarUid();
    const file = reminderFile(words, { today: civilDayOf(now), stamp: now, uid });
    saveFile(words.file, new Blob([file], { type: 'text/calendar;charset=utf-8' }));
    findElement(this, '[data-part=remind-done]', HTMLElement).textContent = outcome.sleep.saved;
  }
}

customElements.define('decide-tool', DecideTool);
