import { findElement } from '../../forms/find-element.ts';
import { readElementWords } from '../../forms/read-element-words.ts';
import { fillBlanks } from '../../site/fill-blanks.ts';
import type { Six } from '../engine/types.ts';
import { drawShape } from '../hexagon/draw-shape.ts';
import { atSizeOf } from '../hexagon/hexagon.ts';
import { fetchOccupations } from '../occupations/fetch-occupations.ts';
import { correlation } from '../occupations/matching.ts';
import type { Occupation } from '../occupations/occupations.ts';
import type { TypeWords } from '../types-schema.ts';
import type { QuizWords } from '../words-schema.ts';
import { compareFits, type JobFit, jobFitOf } from './job-fit.ts';
import { levelsOf, mismatchesOf } from './mismatches.ts';
import { type TitleChosen, TitleCombobox } from './title-combobox.ts';
import type { FoundTitle } from './title-search.ts';
import { titleKey } from './title-words.ts';

/** What Comparison.astro hands over. */
export type ComparisonWords = Pick<
  QuizWords['comparison'],
  'announced' | 'belongsTo' | 'takenFor' | 'hexagon' | 'hexagonTwo' | 'legend' | 'level' | 'two'
> & {
  readonly fit: QuizWords['comparison']['fit'];
  readonly mismatches: Pick<QuizWords['comparison']['mismatches'], 'asks' | 'lacks'>;
  readonly types: Six<Pick<TypeWords, 'name' | 'short'>>;
};

/** The job accepted and the other one. */
const SIDES = ['job', 'other'] as const;
type Side = (typeof SIDES)[number];

/** A job as it was chosen, beside the reader. */
interface Job {
  /** The title chosen or, where both jobs have the same, the occupation's. */
  readonly name: string;
  /** The name and, where that is not the occupation's own title, what it was taken for. */
  readonly named: string;
  readonly occupation: Occupation;
  readonly r: number;
  readonly fit: JobFit;
}

/** Compares one or two jobs with the reader's profile, which `show` gives. */
export class JobComparison extends HTMLElement {
  #profile: Six<number> | undefined;
  readonly #titles: Partial<Record<Side, FoundTitle | undefined>> = {};

  connectedCallback(): void {
    this.addEventListener('title-chosen', this);
    this.addEventListener('click', this);
  }

  disconnectedCallback(): void {
    this.removeEventListener('title-chosen', this);
    this.removeEventListener('click', this);
  }

  /** Compares with `profile` from now on; without one, as after equal answers, there is nothing. */
  show(profile: Six<number> | undefined): void {
    this.#profile = profile;
    this.hidden = !profile;
    void this.#compare();
  }

  handleEvent(event: Event): void {
    const { target } = event;
    if (!(target instanceof HTMLElement)) return;
    if (event.type === 'title-chosen') {
      const side = target.dataset['side'] === 'other' ? 'other' : 'job';
      // Only TitleCombobox dispatches it.
      this.#titles[side] = (event as TitleChosen).detail;
      void this.#compare(side);
    } else if (target.closest('[data-add]')) this.#askForOther(true);
    else if (target.closest('[data-remove]')) this.#askForOther(false);
  }

  #askForOther(wanted: boolean): void {
    const add = findElement(this, '[data-add]', HTMLButtonElement);
    const field = findElement(this, '[data-side=other]', TitleCombobox);
    add.hidden = wanted;
    findElement(this, '[data-second]', HTMLElement).hidden = !wanted;
    if (!wanted) field.clear();
    (wanted ? field : add).focus();
  }

  /** Shows the outcome, and announces it where the title at `changed` was just chosen. */
  async #compare(changed?: Side): Promise<void> {
    const profile = this.#profile;
    const status = findElement(this, ':scope > [role=status]', HTMLElement);
    const outcome = findElement(this, '[data-outcome]', HTMLElement);
    if (!profile || !SIDES.some((side) => this.#titles[side])) {
      outcome.hidden = true;
      status.textContent = '';
      return;
    }
    // A title is only ever found in occupations that have loaded.
    const occupations = await fetchOccupations(this.dataset['occupations'] ?? '');
    const words = readElementWords<ComparisonWords>(this);
    const same = this.#titles.job?.title === this.#titles.other?.title;
    const jobOf = (title: FoundTitle | undefined): Job | undefined => {
      const occupation = title && occupations[title.occupation];
      if (!occupation) return undefined;
      const isOwn = same || titleKey(title.title) === titleKey(occupation.title);
      const name = isOwn ? occupation.title : title.title;
      const named = isOwn
        ? name
        : fillBlanks(words.takenFor, { job: name, occupation: occupation.title });
      // A flat profile has nothing in common with any shape and nothing against it.
      const r = correlation(profile, occupation.interests) ?? 0;
      return { name, named, occupation, r, fit: jobFitOf(r) };
    };
    const [job, other] = [jobOf(this.#titles.job), jobOf(this.#titles.other)];
    const names = { job: job?.named ?? '', other: other?.named ?? '' };

    this.#draw('you', profile, words);
    this.#showOutcome('job', job, profile, words);
    this.#showOutcome('other', other, profile, words);
    for (const advice of this.querySelectorAll<HTMLElement>('[data-advice]')) {
      advice.hidden = advice.dataset['advice'] !== job?.fit;
    }
    findElement(this, '[data-now]', HTMLElement).hidden = !job;
    const caption = job && other ? words.hexagonTwo : words.hexagon;
    findElement(this, 'figcaption', HTMLElement).textContent = fillBlanks(caption, {
      job: names.job || names.other,
      other: names.other,
    });

    const verdict = findElement(this, '[data-verdict]', HTMLElement);
    verdict.textContent = job && other ? verdictOf(job, other, words.two) : '';
    outcome.dataset['count'] = job && other ? '2' : '1';
    outcome.hidden = false;

    const latest = { job, other }[changed ?? 'job'];
    status.textContent =
      changed && latest
        ? `${fillBlanks(words.announced, { fit: words.fit[latest.fit].label, job: names[changed] })} ${verdict.textContent}`
        : '';
  }

  /** Fills in what is said about one job, or hides it. */
  #showOutcome(
    side: Side,
    job: Job | undefined,
    profile: Six<number>,
    words: ComparisonWords,
  ): void {
    const section = findElement(this, `[data-job=${side}]`, HTMLElement);
    section.hidden = !job;
    this.#draw(side, job && atSizeOf(job.occupation.interests, profile), words, job?.name);
    if (!job) return;
    const write = (selector: string, text: string) => {
      const place = findElement(section, selector, HTMLElement);
      place.textContent = text;
      return place;
    };
    const { name, named } = job;
    const { title: occupation, does } = job.occupation;
    write('h4', name);
    write('[data-fit]', words.fit[job.fit].label).dataset['fit'] = job.fit;
    write('[data-text]', words.fit[job.fit].text);
    write('[data-belongs]', fillBlanks(words.belongsTo, { occupation, does })).hidden =
      name === named;
    const against = mismatchesOf(profile, job.occupation.interests);
    findElement(section, '[data-none]', HTMLElement).hidden = against.length > 0;
    findElement(section, 'ul', HTMLElement).replaceChildren(
      ...against.map(({ type, kind }) => {
        const item = document.createElement('li');
        item.textContent = fillBlanks(words.mismatches[kind], {
          type: words.types[type].name,
          short: words.types[type].short,
        });
        return item;
      }),
    );
  }

  /** Draws a shape, its line in the legend and its column in the table, or takes them away. */
  #draw(
    shape: 'you' | Side,
    profile: Six<number> | undefined,
    words: ComparisonWords,
    title = '',
  ): void {
    drawShape(this, shape, profile);
    const legend = findElement(this, `[data-legend=${shape}]`, HTMLElement);
    legend.hidden = !profile;
    findElement(legend, 'span', HTMLElement).textContent = fillBlanks(words.legend[shape], {
      job: title,
      other: title,
    });
    const levels = profile && levelsOf(profile);
    const [head, ...cells] = this.querySelectorAll<HTMLElement>(`[data-column=${shape}]`);
    if (head && title) head.textContent = title;
    for (const [place, cell] of [head, ...cells].entries()) {
      if (!cell) continue;
      cell.hidden = !levels;
      const level = levels?.[place - 1];
      if (level) cell.textContent = words.level[level];
    }
  }
}

function verdictOf(job: Job, other: Job, words: ComparisonWords['two']): string {
  const verdict = compareFits(job.r, other.r);
  if (verdict === 'bothPoor') return words.bothPoor;
  const names = [job.named, other.named];
  const [first = '', second = ''] = verdict === 'other' ? names.reverse() : names;
  return fillBlanks(verdict === 'equal' ? words.equal : words.closer, {
    job: first,
    other: second,
  });
}
