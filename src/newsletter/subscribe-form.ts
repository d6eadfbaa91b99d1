import type { FormWords } from './words-schema.ts';

/** What the service answers to a sign-up that asks for JSON. */
type Outcome =
  | { readonly kind: 'check' }
  | { readonly kind: 'mistake'; readonly mistake: string }
  | { readonly kind: 'busy'; readonly minutes: number }
  | { readonly kind: 'unavailable' };

/**
 * Lets the form inside answer where it stands. Its words are in words.json, fetched when somebody
 * turns to the form. Where they do not come, the form is sent as if there were no scripts.
 */
export class SubscribeForm extends HTMLElement {
  #form: HTMLFormElement | null = null;
  #field: HTMLInputElement | null = null;
  readonly #status = document.createElement('p');
  readonly #take = document.createElement('button');
  #words: Promise<FormWords | undefined> | undefined;
  /** What the person typed when they were last asked whether they meant another address. */
  #asked = '';
  #suggested = '';
  #sending = false;

  connectedCallback(): void {
    this.#form = this.querySelector('form');
    this.#field = this.querySelector('input[type=email]');
    this.#status.className = 'mistake';
    this.#status.id = `${this.#field?.id}-answer`;
    this.#status.role = 'status';
    this.#take.className = 'button quiet';
    this.#take.type = 'button';
    this.#field?.parentElement?.before(this.#status);
    this.addEventListener('focusin', this);
    this.addEventListener('submit', this);
    this.#take.addEventListener('click', this);
  }

  disconnectedCallback(): void {
    this.removeEventListener('focusin', this);
    this.removeEventListener('submit', this);
    this.#take.removeEventListener('click', this);
    this.#status.remove();
    this.#take.remove();
  }

  handleEvent(event: Event): void {
    if (event.type === 'focusin') {
      void this.#load();
      void suggestions().catch(() => undefined);
    } else if (event.type === 'submit') {
      event.preventDefault();
      void this.#submit();
    } else if (this.#field) {
      this.#field.value = this.#suggested;
      this.#field.focus();
      void this.#submit();
    }
  }

  /** The words, asked for once, and again only after a failure. */
  async #load(): Promise<FormWords | undefined> {
    this.#words ??= fetch(new URL('../words.json', this.#form?.action))
      .then((response): Promise<FormWords> | undefined =>
        response.ok ? response.json() : undefined,
      )
      .catch(() => undefined);
    const words = await this.#words;
    if (!words) this.#words = undefined;
    return words;
  }

  async #submit(): Promise<void> {
    const form = this.#form;
    const typed = this.#field?.value.trim() ?? '';
    if (!form || this.#sending) return;
    this.#sending = true;
    const words = await this.#load();
    if (!words) form.submit();
    else if (!(await this.#asksFirst(words, typed))) {
      this.#say(words.sending);
      await this.#send(form, words, typed);
    }
    this.#sending = false;
  }

  /** Whether something is to be put right, or to be asked, before `typed` is worth sending. */
  async #asksFirst(words: FormWords, typed: string): Promise<boolean> {
    if (!typed.includes('@')) {
      this.#mistake(words.mistakes[typed ? 'no-at' : 'missing']);
      return true;
    }
    // A suggestion is worth no failure.
    const address = await suggestions().then(
      ({ suggestAddress }) => suggestAddress(typed),
      () => undefined,
    );
    if (!address || typed === this.#asked) return false;
    this.#asked = typed;
    this.#suggested = address;
    this.#say(`${fill(words.suggestion, address)} ${words.ignore}`);
    this.#take.textContent = fill(words.take, address);
    this.#status.after(this.#take);
    return true;
  }

  async #send(form: HTMLFormElement, words: FormWords, email: string): Promise<void> {
    try {
      const response = await fetch(form.action, {
        method: 'POST',
        headers: { Accept: 'application/json' },
        // No field of the form takes a file.
        body: new URLSearchParams([...new FormData(form)] as [string, string][]),
      });
      const outcome: Outcome = await response.json();
      // What stands in the way of the server may answer anything.
      const mistakes: Readonly<Record<string, string | undefined>> = words.mistakes;
      const mistake = outcome.kind === 'mistake' && mistakes[outcome.mistake];
      if (mistake) this.#mistake(mistake);
      else if (outcome.kind === 'busy') this.#say(fill(words.busy, String(outcome.minutes)));
      else if (outcome.kind === 'unavailable') this.#say(words.unavailable);
      else this.#say(outcome.kind === 'check' ? fill(words.check, email) : words.failed);
    } catch {
      this.#say(words.failed);
    }
  }

  #mistake(text: string): void {
    this.#say(text);
    this.#field?.setAttribute('aria-invalid', 'true');
    this.#field?.setAttribute('aria-describedby', this.#status.id);
    this.#field?.focus();
  }

  #say(text: string): void {
    this.querySelector('.mistake:not([role])')?.remove();
    this.#field?.removeAttribute('aria-invalid');
    this.#field?.removeAttribute('aria-describedby');
    this.#take.remove();
    this.#status.textContent = text;
  }
}

/** What knows where mail goes, fetched when somebody turns to the form: few readers do. */
const suggestions = () => import('./suggest-domain.ts');

/**
 * `text` with `value` in its blank. The rest of the site has a finer one, which would be a second
 * file for every article to load.
 */
function fill(text: string, value: string): string {
  return text.replace(/\{\w+\}/, () => value);
}
