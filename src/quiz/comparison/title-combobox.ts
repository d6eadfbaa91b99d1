import { findElement } from '../../forms/find-element.ts';
import { readElementWords } from '../../forms/read-element-words.ts';
import { fillBlanks } from '../../site/fill-blanks.ts';
import { fetchOccupations } from '../occupations/fetch-occupations.ts';
import type { QuizWords } from '../words-schema.ts';
import { fetchTitles } from './fetch-titles.ts';
import { isShared, suggestTitles } from './suggest-titles.ts';
import type { FoundTitle } from './title-search.ts';

/** What `title-chosen` carries: nothing when a choice was typed over or cleared. */
export type TitleChosen = CustomEvent<FoundTitle | undefined>;

/** Milliseconds of rest before anything is announced, so that nobody is spoken to at each key. */
const REST = 300;

const EVENTS = ['input', 'keydown', 'mousedown', 'click', 'focusout'];

/**
 * A field that suggests job titles: the editable combobox with list autocomplete of the WAI-ARIA
 * Authoring Practices. Focus stays in the field. Dispatches a bubbling `title-chosen`.
 */
export class TitleCombobox extends HTMLElement {
  #found: readonly FoundTitle[] = [];
  #active = -1;
  #chosen = false;
  #resting: ReturnType<typeof setTimeout> | undefined;

  get #input(): HTMLInputElement {
    return findElement(this, 'input', HTMLInputElement);
  }

  get #list(): HTMLElement {
    return findElement(this, '[role=listbox]', HTMLElement);
  }

  get #isOpen(): boolean {
    return !findElement(this, '.popup', HTMLElement).hidden;
  }

  connectedCallback(): void {
    for (const type of EVENTS) this.addEventListener(type, this);
  }

  disconnectedCallback(): void {
    for (const type of EVENTS) this.removeEventListener(type, this);
    clearTimeout(this.#resting);
  }

  handleEvent(event: Event): void {
    const { target, type } = event;
    const inList = target instanceof Element && target !== this.#input;
    if (type === 'input') void this.#suggest();
    else if (event instanceof FocusEvent) this.#leave(event.relatedTarget);
    else if (type === 'click') {
      const option = inList && target.closest('[role=option]');
      if (option) this.#take([...this.#list.children].indexOf(option));
      else if (target === this.#input) this.#open(true);
    } else if (event instanceof KeyboardEvent) {
      if (!event.isComposing && this.#press(event)) event.preventDefault();
      // A press of the mouse must not take focus out of the field.
    } else if (inList && target.closest('.popup')) event.preventDefault();
  }

  /** Empties the field and takes a choice back. */
  clear(): void {
    this.#input.value = '';
    void this.#suggest();
  }

  override focus(): void {
    this.#input.focus();
  }

  /** Whether the key was for the list. */
  #press({ key, altKey, ctrlKey, metaKey, shiftKey }: KeyboardEvent): boolean {
    if (ctrlKey || metaKey || shiftKey) return false;
    const wasOpen = this.#isOpen;
    switch (key) {
      case 'ArrowDown':
      case 'ArrowUp': {
        const down = key === 'ArrowDown';
        this.#open(down || !altKey);
        // One place more than there are options: in the field itself none is active.
        const places = this.#found.length + 1;
        if (!altKey) this.#activate(((this.#active + 1 + (down ? 1 : places - 1)) % places) - 1);
        return true;
      }
      case 'Enter':
        if (this.#active < 0) this.#open(true);
        else this.#take(this.#active);
        return true;
      case 'Escape':
        if (wasOpen) this.#open(false);
        else this.clear();
        return true;
      case 'Home':
      case 'End': {
        const caret = key === 'Home' ? 0 : this.#input.value.length;
        this.#activate(-1);
        this.#input.setSelectionRange(caret, caret);
        return true;
      }
      case 'Tab':
        this.#open(false);
        return false;
      case 'ArrowLeft':
      case 'ArrowRight':
        this.#activate(-1);
        return false;
      default:
        return false;
    }
  }

  /** Closes the list where focus went out of this element. */
  #leave(to: EventTarget | null): void {
    if (!(to instanceof Node && this.contains(to))) this.#open(false);
  }

  async #suggest(): Promise<void> {
    if (this.#chosen) this.#announceChoice(undefined);
    const { value } = this.#input;
    const words = readElementWords<QuizWords['comparison']>(this);
    if (value.trim() === '') {
      this.#offer([]);
      this.#say('');
      return;
    }
    try {
      this.#say(words.loading, true);
      const { titles = '', occupations = '' } = this.dataset;
      const all = fetchOccupations(occupations);
      const index = await fetchTitles(titles, all);
      // Somebody who typed on meanwhile gets what they see in the field.
      if (this.#input.value !== value || this.#chosen) return;
      const found = suggestTitles(index, value);
      const shared = isShared(found);
      findElement(this, '.several', HTMLElement).hidden = !shared;
      this.#offer(
        found,
        (await all).map(({ title }) => title),
      );
      const count = found.length;
      if (count === 0) this.#say(words.noMatch, true);
      else if (!this.#isOpen) this.#say('');
      else {
        const counted = fillBlanks(count === 1 ? words.oneSuggestion : words.suggestions, {
          count,
        });
        this.#say(shared ? `${counted} ${words.several}` : counted);
      }
    } catch {
      this.#offer([]);
      this.#say(words.failed, true);
    }
  }

  #offer(found: readonly FoundTitle[], occupations: readonly string[] = []): void {
    this.#found = found;
    const row = findElement(this, 'template:not([data-words])', HTMLTemplateElement);
    const words = readElementWords<QuizWords['comparison']>(this);
    this.#list.replaceChildren(
      ...found.map(({ title, kind, occupation, choices }, place) => {
        const option = findElement(row.content, '[role=option]', HTMLElement).cloneNode(true);
        // A clone of an HTMLElement is one.
        const item = option as HTMLElement;
        item.id = `${this.#list.id}-${place}`;
        findElement(item, 'span', HTMLElement).textContent = title;
        const standsFor =
          choices > 1
            ? fillBlanks(words.choices, { count: choices })
            : (occupations[occupation] ?? '');
        findElement(item, 'small', HTMLElement).textContent = kind === 'own' ? '' : standsFor;
        return item;
      }),
    );
    this.#list.scrollTop = 0;
    this.#activate(-1);
    this.#open(true);
  }

  /** Shows or hides the list; an empty one and that of a field without focus stay hidden. */
  #open(wanted: boolean): void {
    const open = wanted && this.#found.length > 0 && this.contains(document.activeElement);
    findElement(this, '.popup', HTMLElement).hidden = !open;
    this.#input.setAttribute('aria-expanded', String(open));
    if (!open || !wanted) this.#activate(-1);
  }

  #activate(place: number): void {
    const options = [...this.#list.children];
    options[this.#active]?.setAttribute('aria-selected', 'false');
    const option = options[place];
    this.#active = option ? place : -1;
    if (option) {
      option.setAttribute('aria-selected', 'true');
      option.scrollIntoView({ block: 'nearest' });
      this.#input.setAttribute('aria-activedescendant', option.id);
    } else this.#input.removeAttribute('aria-activedescendant');
  }

  /** Takes the title at `place`; of one that stands for several occupations, offers those. */
  #take(place: number): void {
    const title = this.#found[place];
    if (!title) return;
    this.#input.value = title.title;
    if (title.choices > 1) {
      void this.#suggest();
      return;
    }
    this.#open(false);
    this.#say('');
    this.#announceChoice(title);
  }

  #announceChoice(title: FoundTitle | undefined): void {
    this.#chosen = title !== undefined;
    const detail = title;
    this.dispatchEvent(new CustomEvent('title-chosen', { bubbles: true, detail }));
  }

  /** Announces `text` after a rest, and shows it where it is `visible`. */
  #say(text: string, visible = false): void {
    clearTimeout(this.#resting);
    const status = findElement(this, '[role=status]', HTMLElement);
    const say = () => {
      status.classList.toggle('unseen', !visible);
      status.textContent = text;
    };
    if (text === '') say();
    else this.#resting = setTimeout(say, REST);
  }
}
