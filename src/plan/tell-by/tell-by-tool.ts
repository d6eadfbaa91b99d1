import { FormTool, type Shown } from '../../forms/form-tool.ts';
import { wordsFor } from '../../forms/handed-words.ts';
import { part } from '../../forms/part.ts';
import type { Answers, Reading } from '../../forms/reading.ts';
import { saveFile } from '../../forms/save-file.ts';
import { fill } from '../../site/blanks.ts';
import { actLinks } from '../act-links.ts';
import { calendarFile } from '../calendar-file.ts';
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
import { type Reminder, reminderFor } from './reminder.ts';
import { type OutcomeWords, type Told, tell } from './tell.ts';
import { type TellByOutcome, tellBy } from './tell-by.ts';
import type { LawBehind, PlaceToTell, TellByLaw } from './tell-by-law.ts';
import { isOnPaper } from './tell-notice.ts';
import type { TellByWords } from './words-schema.ts';

/** What TellBy.astro hands over. */
export type TellByElementWords = OutcomeWords &
  Pick<TellByWords, 'mistakes'> & {
    readonly fields: Pick<TellByWords['fields'], 'start' | 'instruction'>;
    readonly calendar: Pick<TellByWords['calendar'], 'file' | 'title' | 'letter' | 'text'>;
    readonly acts: ActWords;
    /** Where the composer is. */
    readonly composer: string;
    readonly law: TellByLaw;
    readonly holidays: HolidayTable;
    readonly sources: SourceLabels;
  };

/** How long the entry in the calendar lasts, in minutes. */
const CALL = 15;

/** Says by when to tell them, links to the message, and puts the day into a calendar. */
export class TellBy extends FormTool<TellByQuestion> {
  readonly #words = wordsFor<TellByElementWords>(this);
  #reminder: Reminder | undefined;

  protected override read(answers: Answers): Reading<TellByQuestion> {
    return readTellBy(answers, civilDayOf(new Date()), this.#words.law);
  }

  /** Leaves only the fields that count for what was chosen so far. */
  protected override arrange(answers: Answers): void {
    const country = answers['country'] ?? '';
    const asked = askedFields(answers, this.#place(country));
    const contract = asked.notice && answers['notice'] === 'contract';
    for (const field of this.querySelectorAll<HTMLElement>('[data-field^=region-]')) {
      field.hidden = field.dataset['field'] !== regionField(country);
    }
    this.#ask('start', asked.start !== undefined);
    const { label, hint } = this.#words.fields[asked.start ?? 'start'];
    part(this, '[data-field=start] label', HTMLElement).textContent = label;
    part(this, '[data-field=start] .hint', HTMLElement).textContent = hint;
    for (const name of ['notice', 'fixed', 'trial'] as const) this.#ask(name, asked[name]);
    this.#ask('noticeCount', contract);
    this.#ask('noticeUnit', contract);
  }

  protected override show(question: TellByQuestion): Shown {
    const words = this.#words;
    const now = momentOf(new Date());
    const place = this.#place(question.place);
    if (!place) throw new Error(`Found: no place "${question.place}".`);
    const off = daysOff(words.holidays, question.place, question.region);
    const outcome = tellBy(question, now, words.law, off);
    const told = tell(outcome, question, now, place, words);
    part(this, '[data-part=heading]', HTMLElement).textContent = told.heading;
    this.#write('first', told.first.map(paragraph));
    this.#tellNext(outcome, question, place);
    this.#write('more', told.more.map(paragraph));
    this.#tellPeople(told.people);
    const title = fill(words.outcome.law, { place: place.name });
    part(this, '[data-part=law-title]', HTMLElement).textContent = title;
    const behind = lawBehind(question.job, outcome.weighing, place, words.law.hardDates);
    this.#write(
      'law',
      behind.flatMap((law) => this.#tellLaw(law, now.day)),
    );
    const paper = 'basis' in outcome && isOnPaper(outcome, place);
    this.#reminder = reminderFor(outcome, now, { paper });
    for (const name of ['calendar-button', 'calendar-hint']) {
      part(this, `[data-part=${name}]`, HTMLElement).hidden = !this.#reminder;
    }
    return { summary: told.heading, done: true, announcement: told.heading };
  }

  protected override do(action: string): void {
    if (action !== 'calendar' || !this.#reminder) return;
    const { file, text, title, letter } = this.#words.calendar;
    const { what, ...when } = this.#reminder;
    const event = calendarFile({
      ...{ uid: crypto.randomUUID(), stamp: new Date(), text, minutes: CALL },
      ...{ ...when, title: what === 'letter' ? letter : title },
    });
    saveFile(file, new Blob([event], { type: 'text/calendar;charset=utf-8' }));
  }

  /** Names the act, and links to its message, set to this place and job. */
  #tellNext({ act }: TellByOutcome, question: TellByQuestion, place: PlaceToTell): void {
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

  #ask(name: string, asked: boolean): void {
    part(this, `[data-field=${name}]`, HTMLElement).hidden = !asked;
  }

  #write(name: string, nodes: readonly Node[]): void {
    part(this, `[data-part=${name}]`, HTMLElement).replaceChildren(...nodes);
  }
}

/** `date` on the reader's own clock. */
function momentOf(date: Date): Moment {
  const two = (value: number) => String(value).padStart(2, '0');
  return { day: civilDayOf(date), time: `${two(date.getHours())}:${two(date.getMinutes())}` };
}

function paragraph(text: string): HTMLElement {
  const element = document.createElement('p');
  element.textContent = text;
  return element;
}
