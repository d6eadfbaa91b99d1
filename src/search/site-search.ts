import { findElement } from '../forms/find-element.ts';
import { readElementWords } from '../forms/read-element-words.ts';
import { fillBlanks } from '../site/fill-blanks.ts';
import type { Run } from './excerpt.ts';
import type { Result } from './search.ts';
import type { Searching } from './searching.ts';
import type { SearchWords } from './words-schema.ts';

/** Milliseconds of rest before the address follows and the number is announced, not at each key. */
const REST = 300;

/** How many results are shown: who has not found it in these will type something else. */
const SHOWN = 20;

/** How many topics are offered where nothing is found. */
const TOPICS = 3;

const EVENTS = ['focusin', 'input', 'submit'];

/**
 * The page that searches: a form, what was found, and what to do where nothing was. What it searches
 * is loaded when the field gets the focus, or at once for an address with a query; from then on it
 * works offline. Dispatches nothing.
 */
export class SiteSearch extends HTMLElement {
  #searching: Promise<Searching> | undefined;
  #failed = false;
  #resting: ReturnType<typeof setTimeout> | undefined;

  connectedCallback(): void {
    for (const type of EVENTS) this.addEventListener(type, this);
    const query = new URLSearchParams(location.search).get('q') ?? '';
    // What somebody typed before this ran is newer.
    if (this.#input.value === '') this.#input.value = query.slice(0, this.#input.maxLength);
    if (this.#input.value !== '') void this.#search(0);
  }

  disconnectedCallback(): void {
    for (const type of EVENTS) this.removeEventListener(type, this);
    clearTimeout(this.#resting);
  }

  handleEvent(event: Event): void {
    if (event.type === 'input') void this.#search(REST);
    else if (event.type === 'focusin') {
      // A failure is told to who asks for something.
      if (event.target === this.#input) this.#load().catch(() => undefined);
    } else if (!this.#failed) {
      event.preventDefault();
      // On a touch screen the keyboard would stay over the results.
      if (matchMedia('(pointer: coarse)').matches) this.#input.blur();
      void this.#search(0);
    }
    // Where loading failed, the form loads the page anew, with the query in its address.
  }

  get #input(): HTMLInputElement {
    return findElement(this, 'input', HTMLInputElement);
  }

  #part(name: string): HTMLElement {
    return findElement(this, `[data-part=${name}]`, HTMLElement);
  }

  /** Everything that searching takes. Rejects where it does not come; the next call tries again. */
  #load(): Promise<Searching> {
    this.#searching ??= import('./searching.ts')
      .then(({ startSearching }) => startSearching(this.dataset['index'] ?? ''))
      .catch((error: unknown) => {
        this.#searching = undefined;
        throw error;
      });
    return this.#searching;
  }

  /** Shows what answers the field, and says so after `rest` milliseconds. */
  async #search(rest: number): Promise<void> {
    const query = this.#input.value.trim();
    const { loading, failed, more, nothing } = readElementWords<SearchWords['status']>(this);
    if (query === '') {
      this.#show('browse');
      this.#settle('', '', rest);
      return;
    }
    this.#settle(query, loading, rest);
    try {
      const { find, isTelling, topicsNear } = await this.#load();
      this.#failed = false;
      // Somebody who typed on meanwhile gets what they see in the field.
      if (this.#input.value.trim() !== query) return;
      const { count, best } = find(query, SHOWN);
      if (count > 0) {
        this.#list(best);
        this.#show('results');
        this.#settle(query, this.#counted(count, query), rest);
      } else if (isTelling(query)) {
        this.#offerTopics(topicsNear(query, TOPICS));
        this.#show('nothing');
        this.#settle(query, fillBlanks(nothing, { query }), rest);
      } else {
        this.#show('browse');
        this.#settle(query, more, rest);
      }
    } catch {
      this.#failed = true;
      this.#show('browse');
      this.#settle(query, failed, rest);
    }
  }

  #counted(count: number, query: string): string {
    const { one, many, best } = readElementWords<SearchWords['status']>(this);
    const words = count > SHOWN ? best : count > 1 ? many : one;
    return fillBlanks(words, { count, query, shown: SHOWN });
  }

  /** After `rest` milliseconds, has the address name the query, and says `text`. */
  #settle(query: string, text: string, rest: number): void {
    clearTimeout(this.#resting);
    const settle = () => {
      const { pathname } = location;
      const search = query === '' ? '' : `?${new URLSearchParams({ q: query })}`;
      history.replaceState(history.state, '', pathname + search);
      this.#part('status').textContent = text;
    };
    if (rest === 0) settle();
    else this.#resting = setTimeout(settle, rest);
  }

  /** Shows one part and none of the others. */
  #show(name: 'results' | 'nothing' | 'browse'): void {
    for (const one of ['results', 'nothing', 'browse']) this.#part(one).hidden = one !== name;
  }

  #list(results: readonly Result[]): void {
    const { content } = findElement(this, 'template[data-result]', HTMLTemplateElement);
    this.#part('results').replaceChildren(
      ...results.map(({ path, title, part, text }) => {
        const item = document.importNode(content, true);
        const link = findElement(item, 'a', HTMLAnchorElement);
        link.href = path;
        link.replaceChildren(...nodesOf(title));
        findElement(item, '.label', HTMLElement).replaceChildren(...nodesOf(part));
        findElement(item, '.small', HTMLElement).replaceChildren(...nodesOf(text));
        return item;
      }),
    );
  }

  /** Shows the topics at `paths`, in that order, and no others. */
  #offerTopics(paths: readonly string[]): void {
    for (const list of this.querySelectorAll('[data-topics]')) {
      const items = new Map(
        [...list.children].map((item) => [item.querySelector('a')?.getAttribute('href'), item]),
      );
      for (const item of items.values()) item.toggleAttribute('hidden', true);
      for (const item of paths.flatMap((path) => items.get(path) ?? [])) {
        item.toggleAttribute('hidden', false);
        list.append(item);
      }
    }
  }
}

/** The runs as text, those that matched in `<mark>`. */
function nodesOf(runs: readonly Run[]): (string | Element)[] {
  return runs.map(({ text, marked }) => {
    if (!marked) return text;
    const mark = document.createElement('mark');
    mark.textContent = text;
    return mark;
  });
}
