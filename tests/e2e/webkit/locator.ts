import { setTimeout as pause } from 'node:timers/promises';
import { leaveOut } from '../left-out.ts';
import { DriverError, type ElementRef, idOf, type Session } from './driver.ts';
import { clickAt, pressKeys } from './keys.ts';
import { limited } from './limited.ts';
import {
  areExpected,
  type ExpectedText,
  isExpected,
  lookAt,
  namingText,
  pointTo,
  type Seen,
} from './looking.ts';
import { finds, mayHaveRole, type PageStep, type Step, textQuery, walk } from './steps.ts';

/** The options of Playwright's `getByRole` that the journeys use. */
interface ByRole {
  readonly name?: string | RegExp;
  readonly exact?: boolean;
  readonly checked?: boolean;
  readonly level?: number;
  readonly includeHidden?: boolean;
}

interface Filter {
  readonly hasText?: string | RegExp;
  readonly has?: Locator;
}

interface Expectation {
  readonly isNot?: boolean;
  readonly timeout?: number;
  readonly expectedText?: readonly ExpectedText[];
  readonly expectedNumber?: number;
  readonly expectedValue?: { readonly checked?: boolean };
  readonly expressionArg?: string;
}

interface Answer {
  readonly matches: boolean;
  readonly received?: { readonly value: unknown };
  readonly timedOut?: boolean;
  readonly errorMessage?: string;
}

/** Milliseconds to wait for an element, and between two looks. */
const PATIENCE = 15_000;
const BETWEEN = 60;

/** What ends by itself: the page moved on between two commands. */
const PASSING =
  /^(stale element reference|no such element|element click intercepted|element not interactable|javascript error|no such window|script timeout|unknown error)$/;

/** Tries `attempt` until it returns something, and says what was last in the way where it never does. */
export async function untilDone<T>(
  what: string,
  attempt: () => Promise<T | undefined>,
  patience = PATIENCE,
): Promise<T> {
  const end = performance.now() + patience;
  let inTheWay = '';
  do {
    try {
      const done = await attempt();
      if (done !== undefined) return done;
    } catch (error) {
      if (!(error instanceof DriverError && PASSING.test(error.code))) throw error;
      inTheWay = error.message;
    }
    await pause(BETWEEN);
  } while (performance.now() < end);
  throw new Error(`${what}: not within ${patience} ms. ${inTheWay}`);
}

/**
 * A way to elements of the open page, taken anew whenever it is asked: what the journeys use of
 * Playwright's Locator, by W3C WebDriver. Names are those that WebKit itself computes.
 */
export class Locator {
  /** By these two, matchers of Playwright take it for one of its own. */
  readonly _apiName = 'Locator';
  readonly #session: Session;
  /** How it is reached, from the document. */
  readonly way: readonly Step[];

  constructor(session: Session, way: readonly Step[]) {
    this.#session = session;
    this.way = way;
  }

  #then(...steps: readonly Step[]): Locator {
    return limited(new Locator(this.#session, [...this.way, ...steps]));
  }

  getByRole(role: string, { name, exact, checked, level, includeHidden }: ByRole = {}): Locator {
    return this.#then(
      {
        kind: 'role',
        css: mayHaveRole(role),
        hidden: includeHidden ?? false,
        ...(checked !== undefined && { checked }),
        ...(level !== undefined && { level }),
      },
      ...(name === undefined ? [] : [{ kind: 'name', query: textQuery(name, exact) } as const]),
    );
  }

  getByText(text: string | RegExp, { exact }: { exact?: boolean } = {}): Locator {
    return this.#then({ kind: 'text', query: textQuery(text, exact) });
  }

  getByLabel(text: string | RegExp, { exact }: { exact?: boolean } = {}): Locator {
    return this.#then({ kind: 'label', query: textQuery(text, exact) });
  }

  locator(selector: string): Locator {
    if (selector === 'visible=true') return this.#then({ kind: 'visible' });
    if (selector === '..') return leaveOut('pages');
    // A selector that begins with a combinator is relative to where the way has come.
    const css = /^[>+~]/.test(selector) ? `:scope ${selector}` : selector;
    return this.#then({ kind: 'css', css });
  }

  filter({ hasText, has }: Filter): Locator {
    return this.#then(
      ...(hasText === undefined ? [] : [{ kind: 'hasText', query: textQuery(hasText) } as const]),
      ...(has === undefined ? [] : [{ kind: 'has', way: has.way } as const]),
    );
  }

  and(other: Locator): Locator {
    return this.#then({ kind: 'and', way: other.way });
  }

  or(other: Locator): Locator {
    return this.#then({ kind: 'or', way: other.way });
  }

  nth(index: number): Locator {
    return this.#then({ kind: 'nth', index });
  }

  first(): Locator {
    return this.nth(0);
  }

  last(): Locator {
    return this.nth(-1);
  }

  async all(): Promise<Locator[]> {
    return Array.from({ length: await this.count() }, (_, index) => this.nth(index));
  }

  #run<T>(code: (...args: never[]) => unknown, args: readonly unknown[]): Promise<T> {
    return this.#session.run<T>(String(code), args);
  }

  /**
   * The accessible name that the browser computes (W3C WebDriver 12.4.10), or the text that names a
   * row, a cell or a figure: WebKit leaves those to the program that reads it out.
   */
  async #nameOf(element: ElementRef): Promise<string> {
    const name = await this.#session.send<string>('GET', `/element/${idOf(element)}/computedlabel`);
    return name || this.#run<string>(namingText, [element]);
  }

  /** Takes the way, from `scopes` or from the document. */
  async #take(
    way: readonly Step[],
    scopes: readonly ElementRef[] | null = null,
  ): Promise<readonly ElementRef[]> {
    let found = scopes;
    let inPage: PageStep[] = [];
    const flush = async (): Promise<readonly ElementRef[]> => {
      if (inPage.length > 0) found = await this.#run<ElementRef[]>(walk, [found, inPage]);
      inPage = [];
      return found ?? [];
    };
    for (const step of way) {
      if (step.kind === 'name') {
        const elements = await flush();
        const names = await Promise.all(elements.map((element) => this.#nameOf(element)));
        found = elements.filter((_, index) => finds(step.query, names[index] ?? ''));
      } else if (step.kind === 'has') {
        const elements = await flush();
        const inside = await Promise.all(
          elements.map((element) => this.#take(step.way, [element])),
        );
        found = elements.filter((_, index) => (inside[index] ?? []).length > 0);
      } else if (step.kind !== 'and' && step.kind !== 'or') {
        inPage.push(step);
      } else {
        const elements = await flush();
        const others = await this.#take(step.way);
        const ids = new Set(others.map(idOf));
        const own = new Set(elements.map(idOf));
        found =
          step.kind === 'and'
            ? elements.filter((element) => ids.has(idOf(element)))
            : [...elements, ...others.filter((other) => !own.has(idOf(other)))];
      }
    }
    return flush();
  }

  /** The one element that the way leads to, once it does and `isReady`. */
  #one(what: string, isReady: (seen: Seen) => boolean = () => true): Promise<ElementRef> {
    return untilDone(`${what} of ${this}`, async () => {
      const [element, ...others] = await this.#take(this.way);
      if (!element) return undefined;
      if (others.length > 0) throw new Error(`${this} leads to ${others.length + 1} elements.`);
      const [seen] = await this.#run<Seen[]>(lookAt, [[element], '']);
      return seen && isReady(seen) ? element : undefined;
    });
  }

  async #act(what: string, act: (element: ElementRef) => Promise<unknown>): Promise<void> {
    await untilDone(`${what} of ${this}`, async () => {
      await act(await this.#one(what, ({ isVisible, isEnabled }) => isVisible && isEnabled));
      return true;
    });
  }

  #click(times: number): Promise<void> {
    return this.#act('click', async (element) => {
      const [x = 0, y = 0] = await this.#run<number[]>(pointTo, [element]);
      await clickAt(this.#session, x, y, times);
    });
  }

  click(): Promise<void> {
    return this.#click(1);
  }

  dblclick(): Promise<void> {
    return this.#click(2);
  }

  /** A finger's tap ends in a click; WebKitGTK on a screen without touch has no more of it. */
  tap(): Promise<void> {
    return this.click();
  }

  async #set(checked: boolean): Promise<void> {
    const element = await this.#one('check');
    const [seen] = await this.#run<Seen[]>(lookAt, [[element], '']);
    if (seen?.isChecked !== checked) await this.click();
  }

  check(): Promise<void> {
    return this.#set(true);
  }

  uncheck(): Promise<void> {
    return this.#set(false);
  }

  async #type(element: ElementRef, text: string): Promise<void> {
    await this.#session.send('POST', `/element/${idOf(element)}/value`, { text });
  }

  fill(text: string): Promise<void> {
    return this.#act('fill', async (element) => {
      const isTyped = await this.#run<boolean>(
        (field: HTMLInputElement, value: string) => {
          field.focus();
          if (field.type !== 'date') {
            field.select();
            return true;
          }
          field.value = value;
          field.dispatchEvent(new Event('input', { bubbles: true }));
          field.dispatchEvent(new Event('change', { bubbles: true }));
          return false;
        },
        [element, text],
      );
      // Typing replaces what is selected, and so does the key that deletes.
      if (isTyped && text) await this.#type(element, text);
      else if (isTyped) await pressKeys(this.#session, 'Delete');
    });
  }

  pressSequentially(text: string): Promise<void> {
    return this.#act('typing', (element) => this.#type(element, text));
  }

  async press(keys: string): Promise<void> {
    await this.focus();
    await pressKeys(this.#session, keys);
  }

  async selectOption(choice: string): Promise<void> {
    await this.#act('choice', (element) =>
      this.#run(
        (select: HTMLSelectElement, wanted: string) => {
          const option = [...select.options].find(
            ({ value, label }) => value === wanted || label.replace(/\s+/g, ' ').trim() === wanted,
          );
          if (!option) throw new Error(`No option ${wanted}`);
          option.selected = true;
          select.dispatchEvent(new Event('input', { bubbles: true }));
          select.dispatchEvent(new Event('change', { bubbles: true }));
        },
        [element, choice],
      ),
    );
  }

  async evaluate<T, A>(code: (element: never, arg: A) => T, arg?: A): Promise<Awaited<T>> {
    return this.#run<Awaited<T>>(code, [await this.#one('look'), arg ?? null]);
  }

  async evaluateAll<T, A>(code: (elements: never, arg: A) => T, arg?: A): Promise<Awaited<T>> {
    return this.#run<Awaited<T>>(code, [await this.#take(this.way), arg ?? null]);
  }

  async focus(): Promise<void> {
    await this.#run((element: HTMLElement) => element.focus(), [await this.#one('focus')]);
  }

  async blur(): Promise<void> {
    await this.#run((element: HTMLElement) => element.blur(), [await this.#one('blur')]);
  }

  async scrollIntoViewIfNeeded(): Promise<void> {
    await this.#run(
      (element: HTMLElement) => element.scrollIntoView({ block: 'nearest' }),
      [await this.#one('scrolling')],
    );
  }

  async waitFor({ state = 'visible' }: { state?: 'visible' | 'attached' } = {}): Promise<void> {
    await this.#one(`being ${state}`, ({ isVisible }) => state === 'attached' || isVisible);
  }

  async count(): Promise<number> {
    return (await this.#take(this.way)).length;
  }

  async #seen(asked = ''): Promise<Seen> {
    const [seen] = await this.#run<Seen[]>(lookAt, [[await this.#one('look')], asked]);
    if (!seen) throw new Error(`${this} is not there any more.`);
    return seen;
  }

  async textContent(): Promise<string> {
    return (await this.#seen()).text;
  }

  async inputValue(): Promise<string> {
    return (await this.#seen()).value;
  }

  async getAttribute(name: string): Promise<string | null> {
    return (await this.#seen(name)).attribute;
  }

  allTextContents(): Promise<string[]> {
    return this.evaluateAll((all: Element[]) => all.map(({ textContent }) => textContent ?? ''));
  }

  allInnerTexts(): Promise<string[]> {
    // WebKit ends a heading around a block with a line more than others do.
    return this.evaluateAll((all: HTMLElement[]) =>
      all.map(({ innerText }) => innerText.trimEnd()),
    );
  }

  boundingBox(): Promise<{ x: number; y: number; width: number; height: number }> {
    return this.evaluate((element: Element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return { x, y, width, height };
    });
  }

  async #answer(question: string, asked: Expectation): Promise<Answer> {
    const elements = await this.#take(this.way);
    const { expectedText = [] } = asked;
    const detail = question === 'to.be.in.viewport' ? 'window' : (asked.expressionArg ?? '');
    if (question === 'to.have.count') {
      return {
        matches: elements.length === asked.expectedNumber,
        received: { value: elements.length },
      };
    }
    const seen = await this.#run<Seen[]>(lookAt, [elements, detail]);
    if (question.endsWith('.text.array')) {
      const texts = seen.map(({ text }) => text);
      const matches = areExpected(expectedText, texts, question.startsWith('to.contain'));
      return { matches, received: { value: texts } };
    }
    const [one, ...others] = seen;
    const [element] = elements;
    if (others.length > 0) throw new Error(`${this} leads to ${seen.length} elements.`);
    if (!one || !element) {
      const isGone = /^to\.be\.(hidden|detached)$/.test(question);
      // Whatever is asked of what is not there, the answer is neither yes nor no, but of sight.
      const isOfSight = /^to\.be\.(visible|attached|in\.viewport)$/.test(question);
      return {
        matches: isGone || (!isOfSight && (asked.isNot ?? false)),
        received: { value: 'nothing' },
      };
    }
    const yes = (matches: boolean): Answer => ({ matches, received: { value: matches } });
    const same = (text: string): Answer => ({
      matches: expectedText.some((expected) => isExpected(expected, text)),
      received: { value: text },
    });
    switch (question) {
      case 'to.be.visible':
        return yes(one.isVisible);
      case 'to.be.hidden':
        return yes(!one.isVisible);
      case 'to.be.attached':
        return yes(one.isAttached);
      case 'to.be.enabled':
        return yes(one.isEnabled);
      case 'to.be.disabled':
        return yes(!one.isEnabled);
      case 'to.be.checked':
        return yes(one.isChecked === (asked.expectedValue?.checked ?? true));
      case 'to.be.focused':
        return yes(one.isFocused);
      case 'to.be.in.viewport':
        return yes(one.inWindow > 0 && one.inWindow > (asked.expectedNumber ?? 0) - 0.01);
      case 'to.have.attribute':
        return yes(one.attribute !== null);
      case 'to.have.attribute.value':
        return same(one.attribute ?? '');
      case 'to.have.css':
        return same(one.style);
      case 'to.have.value':
        return same(one.value);
      case 'to.have.text':
        return same(one.text);
      case 'to.have.accessible.name':
        return same(await this.#nameOf(element));
      case 'to.have.accessible.description':
        return same(one.description.replace(/\s+/g, ' ').trim());
      default:
        return leaveOut('pages');
    }
  }

  /** What matchers of Playwright call: asks until the answer is as expected, or time is over. */
  async _expect(question: string, asked: Expectation): Promise<Answer> {
    return expectSoon(asked, () => this.#answer(question, asked));
  }

  toString(): string {
    return JSON.stringify(this.way);
  }
}

/** Asks until the answer is as `asked`, or its time is over. */
export async function expectSoon(
  { isNot = false, timeout = PATIENCE }: Expectation,
  ask: () => Promise<Answer>,
): Promise<Answer> {
  let last: Answer = { matches: isNot };
  try {
    return await untilDone(
      'an answer',
      async () => {
        last = await ask();
        return last.matches === isNot ? undefined : last;
      },
      timeout,
    );
  } catch (error) {
    if (error instanceof Error && error.message.startsWith('an answer')) {
      return { ...last, timedOut: true };
    }
    throw error;
  }
}
