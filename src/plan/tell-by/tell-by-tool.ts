import { FormTool, type Shown } from '../../forms/form-tool.ts';
import { wordsFor } from '../../forms/handed-words.ts';
import { part } from '../../forms/part.ts';
import type { Answers, Reading } from '../../forms/reading.ts';
import { fill } from '../../site/blanks.ts';
import { actLinks } from '../act-links.ts';
import { civilDayOf } from '../civil-day.ts';
import { daysOff, type HolidayTable } from '../holidays/days-off.ts';
import { wayOut } from '../places/act.ts';
import type { ActWords } from '../places/acts-schema.ts';
import type { SourceLabels } from '../source-labels.ts';
import { sourceLine } from '../source-line.ts';
import { isLaw, lawBehind } from './law-behind.ts';
import type { Moment } from './moment.ts';
import { isByNotice, type TellByQuestion } from './question.ts';
import { askedFields, readTellBy, regionField } from './read-tell-by.ts';
import { type OutcomeWords, type Told, tell } from './tell.ts';
import { type TellByOutcome, tellBy } from './tell-by.ts';
import type { LawBehind, PlaceToTell, TellByLaw } from './tell-by-law.ts';
import type { TellByWords } from './words-schema.ts';

/** What TellBy.astro hands over. */
export type TellByElementWords = OutcomeWords &
  Pick<TellByWords, 'mistakes'> & {
    readonly fields: Pick<TellByWords['fields'], 'start' | 'instruction'>;
    readonly calendar: Omit<TellByWords['calendar'], 'button' | 'hint'>;
    readonly acts: ActWords;
    /** Where the composer is. */
    readonly composer: string;
    readonly law: TellByLaw;
    readonly holidays: HolidayTable;
    readonly sources: SourceLabels;
  };

/** Says by when to tell them, links to the message, and puts the day into a calendar. */
export class TellBy extends FormTool<TellByQuestion> {
  readonly #words = wordsFor<TellByElementWords>(this);
  #outcome: TellByOutcome | undefined;
  #save: (() => void) | undefined;

  protected override read(answers: Answers): Reading<TellByQuestion> {
    return readTellBy(answers, civilDayOf(new Date()), this.#words.law);
  }

  /** Leaves only the fields that count for what was chosen so far. */
  protected override arrange(answers: Answers): void {
    const country = answers['country'] ?? '';
    const asked = askedFields(answers, this.#place(country));
    const contract = asked.byNotice && answers['notice'] === 'contract';
    for (const field of this.querySelectorAll<HTMLElement>('[data-field^=region-]')) {
      field.hidden = field.dataset['field'] !== regionField(country);
    }
    this.#ask('start', asked.start !== undefined);
    const { label, hint } = this.#words.fields[asked.start ?? 'start'];
    this.#tell('[data-field=start] label', label);
    this.#tell('[data-field=start] .hint', hint);
    this.#ask('trial', asked.trial);
    for (const name of ['notice', 'fixed']) this.#ask(name, asked.byNotice);
    for (const name of ['noticeCount', 'noticeUnit']) this.#ask(name, contract);
  }

  protected override show(question: TellByQuestion): Shown {
    const words = this.#words;
    const now = momentOf(new Date());
    const off = daysOff(words.holidays, question.place, question.region);
    const outcome = tellBy(question, now, words.law, off);
    const { place } = outcome;
    const told = tell(outcome, now, words);
    this.#tell('[data-part=heading]', told.heading);
    this.#write('first', told.first.map(paragraph));
    this.#tellNext(outcome);
    this.#write('more', told.more.map(paragraph));
    this.#tellPeople(told.people);
    this.#tell('[data-part=law-title]', fill(words.outcome.law, { place: place.name }));
    const behind = lawBehind(outcome, words.law);
    this.#write(
      'law',
      behind.flatMap((law) => this.#tellLaw(law, now.day)),
    );
    void this.#offerEntry(outcome, now);
    return { summary: told.heading, done: true, announcement: told.heading };
  }

  protected override do(action: string): void {
    if (action === 'calendar') this.#save?.();
  }

  /** Offers an entry for a calendar, once what makes it is here; an answer may have changed by then. */
  async #offerEntry(outcome: TellByOutcome, now: Moment): Promise<void> {
    this.#outcome = outcome;
    this.#offer(undefined);
    const { entryFor } = await import('./calendar-entry.ts');
    if (this.#outcome === outcome) this.#offer(entryFor(outcome, now, this.#words.calendar));
  }

  #offer(save: (() => void) | undefined): void {
    this.#save = save;
    for (const name of ['calendar-button', 'calendar-hint']) {
      part(this, `[data-part=${name}]`, HTMLElement).hidden = !save;
    }
  }

  /** Names the act, and links to its message, set to this place and job. */
  #tellNext({ act, place, question }: TellByOutcome): void {
    const { acts, composer, outcome } = this.#words;
    const paper = place.release !== undefined;
    const { text } = acts[wayOut(act, paper)];
    const toBoard = question.job === 'texasTeacher' && act === 'release';
    const answers = {
      country: question.place,
      job: question.job,
      ...(isByNotice(question) && question.fixed && { fixed: 'yes' }),
      ...(isByNotice(question) && question.trial && place.law.accepted.trial && { trial: 'yes' }),
    };
    const set = paragraph(acts.set);
    set.className = 'small screen';
    this.#write('next', [
      paragraph(toBoard ? outcome.board : text),
      actLinks({ act, paper, answers }, acts, composer),
      set,
    ]);
  }

  #tellPeople(people: Told['people']): void {
    const items = people.map(({ name, why }) => {
      const item = document.createElement('li');
      const strong = document.createElement('b');
      strong.textContent = name;
      item.append(strong, paragraph(why));
      return item;
    });
    this.#write('people', items);
  }

  #tellLaw(law: LawBehind, today: string): HTMLElement[] {
    const { outcome, sources } = this.#words;
    const { rule, unsure } = law;
    const ours = paragraph(outcome.ours);
    ours.className = 'small';
    return [
      paragraph(rule),
      ...(unsure ? [paragraph(`${outcome.lawUnsure}: ${unsure}`)] : []),
      isLaw(law) ? sourceLine(law, sources, today) : ours,
    ];
  }

  #place(id: string): PlaceToTell | undefined {
    const { places } = this.#words.law;
    return Object.hasOwn(places, id) ? places[id] : undefined;
  }

  #tell(selector: string, text: string): void {
    part(this, selector, HTMLElement).textContent = text;
  }

  #ask(name: string, asked: boolean): void {
    part(this, `[data-field=${name}]`, HTMLElement).hidden = !asked;
  }

  #write(name: string, nodes: readonly Node[]): void {
    part(this, `[data-part=${name}]`, HTMLElement).replaceChildren(...nodes);
  }
}

/** `date` on the reader's own clock. */
function momentOf(date: Date): Moment {
  // ECMA-262 has it begin with `HH:MM`.
  return { day: civilDayOf(date), time: date.toTimeString().slice(0, 5) };
}

function paragraph(text: string): HTMLElement {
  const element = document.createElement('p');
  element.textContent = text;
  return element;
}
