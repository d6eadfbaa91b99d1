import { findElement } from '../../forms/find-element.ts';
import { readElementWords } from '../../forms/read-element-words.ts';
import { fillBlanks } from '../../site/fill-blanks.ts';
import type { Six } from '../engine/types.ts';
import type { QuizWords } from '../words-schema.ts';
import { fetchOccupations } from './fetch-occupations.ts';
import { atLevel, LEVELS, type Level, rowsToAdd } from './listing.ts';
import { type Match, matchOccupations } from './matching.ts';
import type { Occupation } from './occupations.ts';

/**
 * The occupations that fit a profile, best first, to filter by preparation. `data-source` is the
 * address of the occupations. Empty until `show` is called.
 */
export class OccupationList extends HTMLElement {
  #words: QuizWords['occupations'] | undefined;
  #profile: Six<number> | undefined;
  #matches: readonly Match<Occupation>[] = [];

  connectedCallback(): void {
    this.addEventListener('click', this);
    this.addEventListener('change', this);
  }

  disconnectedCallback(): void {
    this.removeEventListener('click', this);
    this.removeEventListener('change', this);
  }

  /** Fetches the occupations ahead of time. What fails is tried again, and told, when it is needed. */
  prefetch(): void {
    fetchOccupations(this.dataset['source'] ?? '').catch(() => undefined);
  }

  /** Fetches the occupations, where that was not done before, and lists those that fit `profile`. */
  async show(profile: Six<number>): Promise<void> {
    const { retry, filter, status, list, more } = this.#parts;
    this.#profile = profile;
    status.textContent = this.#text.loading;
    try {
      const matches = matchOccupations(
        profile,
        await fetchOccupations(this.dataset['source'] ?? ''),
      );
      // Another profile may have come while this one waited.
      if (profile !== this.#profile) return;
      this.#matches = matches;
      this.#labelLevels();
      filter.hidden = !matches.length;
      this.#listAnew();
      if (retry === document.activeElement)
        findElement(filter, 'select', HTMLSelectElement).focus();
      retry.hidden = true;
    } catch {
      if (profile !== this.#profile) return;
      status.textContent = this.#text.failed;
      retry.hidden = false;
      filter.hidden = true;
      more.hidden = true;
      list.replaceChildren();
    }
  }

  async handleEvent({ type, target }: Event): Promise<void> {
    const { retry, more, list } = this.#parts;
    if (type === 'change') this.#listAnew();
    else if (target === retry && this.#profile) await this.show(this.#profile);
    else if (target === more) {
      const shown = list.children.length;
      this.#addRows();
      list.children[shown]?.querySelector('a')?.focus();
    }
  }

  get #text(): QuizWords['occupations'] {
    this.#words ??= readElementWords<QuizWords['occupations']>(this);
    return this.#words;
  }

  get #parts() {
    return {
      filter: findElement(this, 'div', HTMLElement),
      select: findElement(this, 'select', HTMLSelectElement),
      status: findElement(this, 'p[role=status]', HTMLElement),
      retry: findElement(this, 'button[data-retry]', HTMLButtonElement),
      list: findElement(this, 'ol', HTMLElement),
      more: findElement(this, 'button[data-more]', HTMLButtonElement),
    };
  }

  get #level(): Level | undefined {
    const { value } = this.#parts.select;
    return LEVELS.find((level) => String(level) === value);
  }

  #labelLevels(): void {
    for (const level of LEVELS) {
      findElement(this, `option[value="${level}"]`, HTMLOptionElement).textContent = fillBlanks(
        this.#text.level,
        {
          preparation: this.#text.preparation[level],
          count: atLevel(this.#matches, level).length,
        },
      );
    }
  }

  #listAnew(): void {
    const level = this.#level;
    findElement(this, 'p[data-meaning]', HTMLElement).textContent = level
      ? this.#text.preparationMeaning[level]
      : '';
    this.#parts.list.replaceChildren();
    this.#addRows();
  }

  #addRows(): void {
    const { list, more, status } = this.#parts;
    const matches = atLevel(this.#matches, this.#level);
    const count = matches.length;
    const before = list.children.length;
    const next = matches.slice(before, before + rowsToAdd(before, count));
    list.append(...next.map((match) => this.#rowOf(match)));
    const shown = list.children.length;
    const rest = rowsToAdd(shown, count);
    more.hidden = !rest;
    more.textContent = fillBlanks(this.#text.more, { count: rest });
    status.textContent = fillBlanks(this.#summary(shown, count), { shown, count });
  }

  #summary(shown: number, count: number): string {
    const { none, noneAtAll, shownOne, shownSome, shown: all } = this.#text;
    if (!count) return this.#matches.length ? none : noneAtAll;
    if (shown < count) return shownSome;
    return count === 1 ? shownOne : all;
  }

  #rowOf({ occupation, fit }: Match<Occupation>): Node {
    const row = document.importNode(
      findElement(this, 'template:not([data-words])', HTMLTemplateElement).content,
      true,
    );
    const link = findElement(row, 'a', HTMLAnchorElement);
    link.href += occupation.code;
    // Its text in the template says where it goes.
    link.setAttribute('aria-label', fillBlanks(link.textContent, { occupation: occupation.title }));
    link.textContent = occupation.title;
    findElement(row, 'span', HTMLElement).textContent = this.#text.fit[fit];
    const level = LEVELS.find((known) => known === occupation.zone);
    findElement(row, 'p[data-does]', HTMLElement).textContent = occupation.does;
    findElement(row, 'p[data-level]', HTMLElement).textContent = level
      ? this.#text.preparation[level]
      : '';
    return row;
  }
}
