import { FormTool, type Shown } from '../../forms/form-tool.ts';
import { wordsFor } from '../../forms/handed-words.ts';
import { part } from '../../forms/part.ts';
import type { Answers, Reading } from '../../forms/reading.ts';
import { saveFile } from '../../forms/save-file.ts';
import { fill } from '../../site/blanks.ts';
import { calendarUid } from '../calendar-uid.ts';
import { civilDayOf } from '../civil-day.ts';
import { decide } from './decide.ts';
import { fields } from './fields.ts';
import type { HandedWords } from './handed-words.ts';
import { AGAINST, type DecideQuestion, OWN_ROWS, SIDES } from './question.ts';
import { LIMITS, readDecide } from './read-decide.ts';
import { reminder } from './reminder.ts';
import { namesOf, type Told, tell } from './tell.ts';

/** Lays two choices side by side, and shows what the answers come to. */
export class DecideTool extends FormTool<DecideQuestion> {
  readonly #words = wordsFor<HandedWords>(this);

  protected override read(answers: Answers): Reading<DecideQuestion> {
    return readDecide(answers, this.#words.setup);
  }

  /** Shows the boxes of what was chosen, and calls both sides by their names. */
  protected override arrange(answers: Answers): void {
    const against = AGAINST.find((id) => id === answers[fields.against]);
    for (const gate of this.querySelectorAll<HTMLElement>('[data-gate]')) {
      gate.hidden = gate.dataset['gate'] !== against;
    }
    // One at a time, so that an unused one does not make the form longer.
    const [first, second] = OWN_ROWS.map((row) =>
      Object.keys(answers).some((field) => field.startsWith(`${row}-`)),
    );
    part(this, `[data-row=${OWN_ROWS[1]}]`, HTMLElement).hidden = !first && !second;
    const names = Object.fromEntries(
      SIDES.map((side) => [side, answers[fields.name(side)]?.trim()] as const)
        // A novel names nothing; the field says so.
        .filter(([, name]) => name && [...name].length <= LIMITS.name),
    );
    const { facts, telling } = this.#words;
    const called = against ? namesOf({ names, against }, telling) : { ...telling.names, ...names };
    for (const side of SIDES) {
      const name = called[side] ?? '';
      for (const place of this.querySelectorAll(`[data-name=${side}]`)) place.textContent = name;
      for (const kind of ['pros', 'cons'] as const) {
        const label = `[data-field=${fields.facts(side, kind)}] > label`;
        this.#write(label, fill(facts[kind], { side: name }));
      }
    }
  }

  protected override show(question: DecideQuestion): Shown {
    const outcome = decide(question, this.#words.setup);
    const told = tell(question, outcome, this.#words.telling);
    const { missing, balance, tip, change } = told;
    this.#part('missing').hidden = !missing;
    this.#tell('missing-title', missing && `${missing.title}.`);
    this.#tell('missing-text', missing?.text);
    this.#list(
      'missing-boxes',
      (missing?.boxes ?? []).map(({ short, ask }) => [short, ' ', element('q', ask)]),
    );
    this.#tell('in-hand', told.inHand);
    this.#part('in-hand').hidden = told.inHand === undefined;
    this.#tell('balance-title', `${balance.title}.`);
    this.#tell('balance-text', balance.text);
    this.#part('tip').hidden = !tip;
    this.#tell('tip-text', tip?.text);
    this.#part('change').hidden = !change;
    this.#tell('change-text', change?.text);
    this.#part('notes').replaceChildren(...told.notes.map((note) => element('p', note)));
    this.#part('unfinished').hidden = told.unfinished.length === 0;
    this.#tell('unfinished-rows', told.unfinished.join('; '));
    this.#showTable(told);
    this.#showFacts(question, told);
    this.#tell('saved', '');
    const weighed = 'leader' in outcome.balance || outcome.balance.kind === 'tie';
    return {
      summary: told.summary,
      done: weighed && outcome.hand.kind !== 'missing',
      announcement: told.summary,
    };
  }

  protected override do(action: string): void {
    if (action !== 'remind') return;
    const now = new Date();
    const { reminder: words, saved } = this.#words;
    const uid = calendarUid();
    const file = reminder(words, { today: civilDayOf(now), stamp: now, uid });
    saveFile(words.file, new Blob([file], { type: 'text/calendar;charset=utf-8' }));
    this.#tell('saved', saved);
  }

  #showTable({ table, sum }: Told): void {
    this.#part('table').hidden = table.length === 0;
    const most = Math.max(1, ...table.flatMap((row) => SIDES.map((side) => row[side])));
    part(this, '[data-part=table] tbody', HTMLElement).replaceChildren(
      ...table.map((row) => {
        const head = element('th', row.tips ? element('mark', row.row) : row.row);
        head.scope = 'row';
        const cells = SIDES.map((side) => {
          const cell = element('td', String(row[side]));
          if (row[side] > 0) {
            const bar = element('span');
            bar.className = 'bar';
            bar.style.width = `${(row[side] / most) * 100}%`;
            cell.append(bar);
          }
          return cell;
        });
        return element('tr', head, ...cells);
      }),
    );
    for (const side of SIDES) this.#write(`[data-sum=${side}]`, String(sum[side]));
  }

  #showFacts({ facts }: DecideQuestion, { names }: Told): void {
    const says = this.#words.factTitles;
    const lists = (['pros', 'cons'] as const).flatMap((kind) =>
      SIDES.flatMap((side) => {
        if (facts[side][kind].length === 0) return [];
        const list = element('ul', ...facts[side][kind].map((fact) => element('li', fact)));
        list.className = 'points';
        const title = element('p', element('b', fill(says[kind], { side: names[side] })));
        return [element('div', title, list)];
      }),
    );
    this.#part('fact-lists').replaceChildren(...lists);
    this.#part('facts').hidden = lists.length === 0;
  }

  #list(name: string, items: readonly (readonly (Node | string)[])[]): void {
    this.#part(name).replaceChildren(...items.map((item) => element('li', ...item)));
  }

  #part(name: string): HTMLElement {
    return part(this, `[data-part=${name}]`, HTMLElement);
  }

  #tell(name: string, text = ''): void {
    this.#part(name).textContent = text;
  }

  #write(selector: string, text: string): void {
    part(this, selector, HTMLElement).textContent = text;
  }
}

function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  ...content: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  made.append(...content);
  return made;
}
