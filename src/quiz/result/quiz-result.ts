import { findElement } from '../../forms/find-element.ts';
import { readElementWords } from '../../forms/read-element-words.ts';
import { fillBlanks } from '../../site/fill-blanks.ts';
import { JobComparison } from '../comparison/job-comparison.ts';
import type { Answers } from '../engine/answers.ts';
import {
  type LevelProfile,
  type Profile,
  type Result,
  resultOf,
  type Spoken,
  spokenOf,
} from '../engine/result.ts';
import { LENGTHS } from '../engine/session.ts';
import { type Six, TYPES } from '../engine/types.ts';
import { drawShape } from '../hexagon/draw-shape.ts';
import { ResultKeeping } from '../keeping/result-keeping.ts';
import { contradicts } from '../kinds-of-work.ts';
import { OccupationList } from '../occupations/occupation-list.ts';
import type { QuizWords } from '../words-schema.ts';
import { levelSentences, profileSentences, rankingOf, type TypeName } from './result-sentences.ts';
import { showMarked } from './show-marked.ts';

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
interface ResultHeading {
  readonly headline: string;
  readonly announcement: string;
}

type ResultWords = Pick<
  QuizWords['result'],
  | 'documentTitle'
  | 'ready'
  | 'readyFlat'
  | 'readyLevel'
  | 'label'
  | 'took'
  | 'tookMinutes'
  | 'headline'
  | 'summary'
  | 'fourth'
  | 'odds'
  | 'certainty'
> & {
  readonly flat: Pick<QuizWords['result']['flat'], 'title' | 'text'>;
  readonly level: Omit<QuizWords['result']['level'], 'advice'>;
  readonly ranking: Readonly<Record<'level' | 'profile', string>>;
  readonly types: Six<TypeName>;
};

/** Times from here on, in seconds, are told in minutes. */
const LONG = 120;

/** Shows a result in the parts that the page holds: all of it at once, before anything is asked. */
export class QuizResult extends HTMLElement {
  readonly #words = readElementWords<ResultWords>(this);

  /** Fetches the occupations, which a result will need. */
  prefetch(): void {
    findElement(this, 'occupation-list', OccupationList).prefetch();
  }

  /** Shows `finished`. */
  show(finished: Finished): Shown {
    const { answers } = finished;
    const result = resultOf(answers);
    for (const element of this.querySelectorAll<HTMLElement>('[data-for]')) {
      element.hidden = !element.dataset['for']?.split(' ').includes(result.kind);
    }
    this.#showCircumstances(finished, result.questions);
    const { headline, announcement } = this.#show(result);
    this.#write('title', headline);
    const profile = result.kind === 'profile' ? result.profile : undefined;
    findElement(this, 'job-comparison', JobComparison).show(profile);
    findElement(this, 'result-keeping', ResultKeeping).show({ answers, result, headline });
    return { title: this.#words.documentTitle, announcement };
  }

  /** Shows what kind of result it is. */
  #show(result: Result): ResultHeading {
    if (result.kind === 'flat') return this.#showFlat(result.questions);
    this.#showShape(result);
    return result.kind === 'level' ? this.#showLevel(result) : this.#showProfile(result);
  }

  #showCircumstances({ shared, elapsed, stored }: Finished, questions: number): void {
    const seconds = Math.round(elapsed / 1000);
    const took = seconds < LONG ? this.#words.took : this.#words.tookMinutes;
    const blanks = { seconds, minutes: Math.round(seconds / 60) };
    this.#write('label', shared ? this.#words.label : fillBlanks(took, blanks));
    this.#hide('shared', !shared);
    this.#hide('not-stored', stored);
    this.#hide('more', shared || questions === LENGTHS.at(-1));
    this.#hide('done', shared || questions < (LENGTHS.at(-1) ?? 0));
    for (const length of LENGTHS) this.#hide(`sure-${length}`, length !== questions);
  }

  #showFlat(questions: number): ResultHeading {
    const { flat, readyFlat } = this.#words;
    this.#showUndecided([fillBlanks(flat.text, { count: questions })]);
    return { headline: flat.title, announcement: readyFlat };
  }

  #showLevel(result: LevelProfile): ResultHeading {
    const { level, readyLevel, types } = this.#words;
    this.#showUndecided(levelSentences(result, level, types));
    return { headline: level.title, announcement: readyLevel };
  }

  #showUndecided(texts: readonly string[]): void {
    findElement(this, '[data-part=undecided]', HTMLElement).replaceChildren(
      ...texts.map((text) => {
        const paragraph = document.createElement('p');
        paragraph.textContent = text;
        return paragraph;
      }),
    );
  }

  /** Draws the shape, and tells it in words and figures. */
  #showShape({ kind, ranks, profile }: LevelProfile | Profile): void {
    const { ranking, types } = this.#words;
    this.#write('ranking', fillBlanks(ranking[kind], { ranking: rankingOf(ranks, types) }));
    drawShape(this, 'you', profile);
    for (const type of TYPES) this.#write(`score-${type}`, profile[type].toFixed(1));
  }

  #showProfile(result: Profile): ResultHeading {
    const { types, ready } = this.#words;
    const { headline, summary, fourth, odds, certainties } = profileSentences(
      result,
      this.#words,
      types,
    );
    showMarked(findElement(this, '[data-part=summary]', HTMLElement), summary);
    this.#write('fourth', fourth);
    this.#hide('fourth', fourth === '');
    this.#write('odds', odds);
    this.#showCards(spokenOf(result), certainties);
    void findElement(this, 'occupation-list', OccupationList).show(result.profile);
    const ranking = rankingOf(result.ranks, types);
    return { headline, announcement: fillBlanks(ready, { ranking }) };
  }

  /** Shows the cards of the leading types, without drains that suit another type that is named. */
  #showCards({ leading, fourth }: Spoken, certainties: readonly string[]): void {
    const named = fourth === undefined ? leading : [...leading, fourth];
    const cards = findElement(this, '[data-part=cards]', HTMLElement);
    for (const type of TYPES) this.#hide(`card-${type}`, true);
    for (const [place, type] of leading.entries()) {
      const card = findElement(cards, `[data-part=card-${type}]`, HTMLElement);
      card.hidden = false;
      cards.append(card);
      showMarked(findElement(card, '[data-part=certainty]', HTMLElement), certainties[place] ?? '');
      for (const drain of card.querySelectorAll<HTMLElement>('[data-suits]')) {
        const suited = TYPES.filter((other) => drain.dataset['suits']?.includes(String(other)));
        drain.hidden = contradicts(suited, named);
      }
    }
    const leftOut = cards.querySelector('article:not([hidden]) [data-suits][hidden]');
    this.#hide('left-out', !leftOut);
  }

  #write(name: string, text: string): void {
    findElement(this, `[data-part=${name}]`, HTMLElement).textContent = text;
  }

  #hide(name: string, hidden: boolean): void {
    findElement(this, `[data-part=${name}]`, HTMLElement).hidden = hidden;
  }
}
