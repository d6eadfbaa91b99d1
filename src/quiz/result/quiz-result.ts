import { wordsFor } from '../../forms/handed-words.ts';
import { part } from '../../forms/part.ts';
import { fill } from '../../site/blanks.ts';
import { JobComparison } from '../comparison/job-comparison.ts';
import type { Answers } from '../engine/answers.ts';
import { type Profile, type Result, resultOf } from '../engine/result.ts';
import { LENGTHS } from '../engine/session.ts';
import { type Six, TYPES } from '../engine/types.ts';
import { drawShape } from '../hexagon/draw-shape.ts';
import { ResultKeeping } from '../keeping/result-keeping.ts';
import { OccupationList } from '../occupations/occupation-list.ts';
import type { Words } from '../words-schema.ts';
import { showMarked } from './show-marked.ts';
import { type TypeName, tell } from './tell.ts';

/** A quiz that is answered, here or by whoever made a link. */
export interface Finished {
  readonly answers: Answers;
  /** Whether it came with a link. */
  readonly shared: boolean;
  /** How long answering took, in milliseconds. */
  readonly elapsed: number;
  /** Whether the browser keeps the answers, or need not. */
  readonly stored: boolean;
}

/** The page's title and what a screen reader is to announce. */
export interface Shown {
  readonly title: string;
  readonly announcement: string;
}

/** The heading of a result, and what a screen reader is to announce of it. */
interface Told {
  readonly headline: string;
  readonly announcement: string;
}

type ResultWords = Pick<
  Words['result'],
  | 'documentTitle'
  | 'ready'
  | 'readyFlat'
  | 'label'
  | 'took'
  | 'tookMinutes'
  | 'headline'
  | 'summary'
  | 'odds'
  | 'certainty'
> & {
  readonly flat: Pick<Words['result']['flat'], 'title' | 'text'>;
  readonly ranking: string;
  readonly types: Six<TypeName>;
};

/** Times from here on, in seconds, are told in minutes. */
const LONG = 120;

/** Shows a result in the parts that the page holds: all of it at once, before anything is asked. */
export class QuizResult extends HTMLElement {
  readonly #words = wordsFor<ResultWords>(this);

  /** Fetches the occupations, which a result will need. */
  prefetch(): void {
    part(this, 'occupation-list', OccupationList).prefetch();
  }

  /** Shows `finished`. */
  show(finished: Finished): Shown {
    const { answers } = finished;
    const result = resultOf(answers);
    const flat = result.kind === 'flat';
    for (const element of this.querySelectorAll('[data-for]')) {
      element.toggleAttribute('hidden', (element.getAttribute('data-for') === 'flat') !== flat);
    }
    this.#showCircumstances(finished, result.questions);
    const { headline, announcement } = flat ? this.#showFlat(result) : this.#showProfile(result);
    this.#write('title', headline);
    part(this, 'job-comparison', JobComparison).show(flat ? undefined : result.profile);
    part(this, 'result-keeping', ResultKeeping).show({ answers, result, headline });
    return { title: this.#words.documentTitle, announcement };
  }

  #showCircumstances({ shared, elapsed, stored }: Finished, questions: number): void {
    const seconds = Math.round(elapsed / 1000);
    const took = seconds < LONG ? this.#words.took : this.#words.tookMinutes;
    const blanks = { seconds, minutes: Math.round(seconds / 60) };
    this.#write('label', shared ? this.#words.label : fill(took, blanks));
    this.#hide('shared', !shared);
    this.#hide('not-stored', stored);
    this.#hide('more', shared || questions === LENGTHS.at(-1));
    this.#hide('done', shared || questions < (LENGTHS.at(-1) ?? 0));
    for (const length of LENGTHS) this.#hide(`sure-${length}`, length !== questions);
  }

  #showFlat({ questions }: Result): Told {
    const { flat, readyFlat } = this.#words;
    this.#write('flat-text', fill(flat.text, { count: questions }));
    return { headline: flat.title, announcement: readyFlat };
  }

  #showProfile(result: Profile): Told {
    const { types, certainty, ready, ranking } = this.#words;
    const told = tell(result, this.#words, types);
    showMarked(part(this, '[data-part=summary]', HTMLElement), told.summary);
    this.#write('odds', told.odds);
    this.#write('ranking', fill(ranking, { ranking: told.ranking }));
    drawShape(this, 'you', result.profile);
    for (const type of TYPES) this.#write(`score-${type}`, result.profile[type].toFixed(1));
    for (const type of TYPES) this.#hide(`card-${type}`, true);
    const cards = part(this, '[data-part=cards]', HTMLElement);
    for (const { type, lead } of result.ranks.slice(0, result.leading)) {
      const card = part(cards, `[data-part=card-${type}]`, HTMLElement);
      card.hidden = false;
      cards.append(card);
      showMarked(part(card, '[data-part=certainty]', HTMLElement), lead ? certainty[lead] : '');
    }
    void part(this, 'occupation-list', OccupationList).show(result.profile);
    return { headline: told.headline, announcement: fill(ready, { ranking: told.ranking }) };
  }

  #write(name: string, text: string): void {
    part(this, `[data-part=${name}]`, HTMLElement).textContent = text;
  }

  #hide(name: string, hidden: boolean): void {
    part(this, `[data-part=${name}]`, HTMLElement).hidden = hidden;
  }
}
