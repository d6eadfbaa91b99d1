import { FormTool, type Shown } from '../../forms/form-tool.ts';
import { wordsFor } from '../../forms/handed-words.ts';
import { part } from '../../forms/part.ts';
import type { Answers, Reading } from '../../forms/reading.ts';
import { saveFile } from '../../forms/save-file.ts';
import { fill } from '../../site/blanks.ts';
import { calendarFile } from '../calendar-file.ts';
import { calendarUid } from '../calendar-uid.ts';
import { civilDayOf } from '../civil-day.ts';
import type { SourceLabels } from '../source-labels.ts';
import { sourceLine } from '../source-line.ts';
import { isLaw, type LawBehind, lawBehind } from './law-behind.ts';
import type { Moment } from './moment.ts';
import type { NoticeRules } from './notice-schema.ts';
import { placeRule, type TellByQuestion } from './question.ts';
import { readTellBy } from './read-tell-by.ts';
import { type Reminder, reminderFor } from './reminder.ts';
import { type OutcomeWords, tell } from './tell.ts';
import { tellBy } from './tell-by.ts';
import type { TellByWords } from './words-schema.ts';

/** What TellBy.astro hands over. */
export type TellByElementWords = OutcomeWords &
  Pick<TellByWords, 'mistakes'> & {
    readonly calendar: Pick<TellByWords['calendar'], 'file' | 'title' | 'text'>;
    readonly rules: NoticeRules;
    /** Names of countries by id. */
    readonly countries: Readonly<Record<string, string>>;
    readonly sources: SourceLabels;
  };

/** How long the entry in the calendar lasts, in minutes. */
const CALL = 15;

/** Says by when to tell them, and puts it into a calendar. */
export class TellBy extends FormTool<TellByQuestion> {
  readonly #words = wordsFor<TellByElementWords>(this);
  #reminder: Reminder | undefined;

  protected override read(answers: Answers): Reading<TellByQuestion> {
    const { rules, countries } = this.#words;
    return readTellBy(answers, civilDayOf(new Date()), {
      countries: Object.keys(countries),
      hardDates: rules.hardDates,
    });
  }

  /** Leaves only the fields that count for what was chosen so far. */
  protected override arrange(answers: Answers): void {
    const ordinary = (answers['job'] ?? 'ordinary') === 'ordinary';
    const contract = ordinary && answers['notice'] === 'contract';
    const { silent } = placeRule(this.#words.rules, answers['country'] ?? '');
    this.#ask('notice', ordinary);
    this.#ask('noticeCount', contract);
    this.#ask('noticeUnit', contract);
    this.#ask('probation', ordinary && !contract && silent.probation !== undefined);
  }

  protected override show(question: TellByQuestion): Shown {
    const words = this.#words;
    const now = momentOf(new Date());
    const place = placeRule(words.rules, question.country);
    const outcome = tellBy(question, now, words.rules);
    const { heading, lines, people } = tell(outcome, question, now, place, words);
    this.#reminder = reminderFor(outcome, now);
    part(this, '[data-part=heading]', HTMLElement).textContent = heading;
    this.#write('lines', lines.map(paragraph));
    this.#write(
      'people',
      people.map(({ name, why }) => {
        const item = document.createElement('li');
        const strong = document.createElement('b');
        strong.textContent = name;
        item.append(strong, paragraph(why));
        return item;
      }),
    );
    const country = words.countries[question.country] ?? '';
    const title = fill(words.outcome.law, { country });
    part(this, '[data-part=law-title]', HTMLElement).textContent = title;
    this.#write(
      'law',
      lawBehind(question, words.rules).flatMap((law) => this.#tellLaw(law, now.day)),
    );
    part(this, '[data-do=calendar]', HTMLElement).hidden = !this.#reminder;
    part(this, '[data-part=calendar-hint]', HTMLElement).hidden = !this.#reminder;
    return { summary: heading, done: true, announcement: heading };
  }

  protected override do(action: string): void {
    if (action !== 'calendar' || !this.#reminder) return;
    const { file, title, text } = this.#words.calendar;
    const event = calendarFile({
      ...{ uid: calendarUid(), stamp: new Date(), title, text, minutes: CALL },
      ...this.#reminder,
    });
    saveFile(file, new Blob([event], { type: 'text/calendar;charset=utf-8' }));
  }

  #tellLaw(law: LawBehind, today: string): HTMLElement[] {
    const { outcome, sources } = this.#words;
    const { rule, unsure } = law;
    return [
      paragraph(rule),
      ...(unsure ? [paragraph(`${outcome.lawUnsure}: ${unsure}`)] : []),
      ...(isLaw(law) ? [sourceLine(law, sources, today)] : []),
    ];
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
