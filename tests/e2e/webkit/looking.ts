/** What a matcher of Playwright asks of an element, by the name it gives its question. */
export interface Seen {
  readonly isAttached: boolean;
  readonly isVisible: boolean;
  readonly isEnabled: boolean;
  readonly isChecked: boolean;
  readonly isFocused: boolean;
  /** How much of it is in the window, 0 to 1, where that was asked: it takes a frame. */
  readonly inWindow: number;
  readonly text: string;
  readonly value: string;
  /** What describes it, as ARIA says: the texts that it names. */
  readonly description: string;
  /** The attribute that was asked for, or null. */
  readonly attribute: string | null;
  /** The style that was asked for. */
  readonly style: string;
}

/**
 * Looks at `elements` of the open page; `asked` is the name of an attribute or of a style, or `window`. It
 * runs in the page, so it may use nothing from this module.
 */
export async function lookAt(elements: readonly Element[], asked: string): Promise<Seen[]> {
  const inWindow = (element: Element) =>
    new Promise<number>((resolve) => {
      const observer = new IntersectionObserver(([entry]) => {
        observer.disconnect();
        resolve(entry?.intersectionRatio ?? 0);
      });
      observer.observe(element);
    });
  const see = async (element: Element): Promise<Seen> => {
    const isField =
      element instanceof HTMLInputElement ||
      element instanceof HTMLSelectElement ||
      element instanceof HTMLTextAreaElement;
    const { width, height } = element.getBoundingClientRect();
    const describers = (element.getAttribute('aria-describedby') ?? '')
      .split(/\s+/)
      .map((id) => document.getElementById(id))
      .filter((one) => one !== null);
    return {
      isAttached: element.isConnected,
      isVisible: element.checkVisibility({ visibilityProperty: true }) && width > 0 && height > 0,
      isEnabled: !element.matches(':disabled'),
      isChecked: element.matches(':checked'),
      isFocused: document.activeElement === element,
      inWindow: asked === 'window' ? await inWindow(element) : 0,
      text: element.textContent ?? '',
      value: isField ? element.value : (element.getAttribute('value') ?? ''),
      description: describers.map(({ textContent }) => textContent).join(' '),
      attribute: element.getAttribute(asked),
      style: getComputedStyle(element).getPropertyValue(asked),
    };
  };
  return Promise.all(elements.map(see));
}

/**
 * Scrolls to `element` and returns where in the window a click meets it, in CSS pixels. Throws an Error
 * where something else is in the way. It runs in the page, so it may use nothing from this module.
 */
export async function pointTo(element: HTMLElement): Promise<[number, number]> {
  const isSeen = ({ top, bottom }: DOMRect) => top >= 0 && bottom <= innerHeight;
  if (!isSeen(element.getBoundingClientRect())) {
    element.scrollIntoView({ block: 'center', behavior: 'instant' });
  }
  // The first line of a link that is broken over several.
  const lineBox = () => element.getClientRects()[0] ?? element.getBoundingClientRect();
  const before = lineBox();
  // As Playwright does it: what is still moving is elsewhere by the time of the click.
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  const box = lineBox();
  if (box.top !== before.top || box.left !== before.left) throw new Error('It is still moving.');
  const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
  const hit = document.elementFromPoint(x, y);
  const label = hit?.closest('label');
  if (!hit || !(element.contains(hit) || label?.control === element)) {
    throw new Error(`A click would meet ${hit?.outerHTML.slice(0, 80)}`);
  }
  return [Math.round(x), Math.round(y)];
}

/** The text that names a row or a cell, or the caption of a figure; nothing for what has other names. */
export function namingText(element: Element): string {
  if (element.matches('figure')) return element.querySelector('figcaption')?.textContent ?? '';
  return element.matches('tr, td, th') ? (element.textContent ?? '') : '';
}

/** A text that a matcher expects, as Playwright passes it on. */
export interface ExpectedText {
  readonly string?: string;
  readonly regexSource?: string;
  readonly regexFlags?: string;
  readonly matchSubstring?: boolean;
  readonly ignoreCase?: boolean;
  readonly normalizeWhiteSpace?: boolean;
}

/** Whether `received` is what is expected. */
export function isExpected(expected: ExpectedText, received: string): boolean {
  const plain = (text: string) => {
    const spaced = expected.normalizeWhiteSpace ? text.replace(/\s+/g, ' ').trim() : text;
    return expected.ignoreCase ? spaced.toLowerCase() : spaced;
  };
  if (expected.regexSource !== undefined)
    return new RegExp(expected.regexSource, expected.regexFlags).test(plain(received));
  const wanted = plain(expected.string ?? '');
  return expected.matchSubstring ? plain(received).includes(wanted) : plain(received) === wanted;
}

/** Whether the texts received are those expected, in their order; of `some` they may be among others. */
export function areExpected(
  expected: readonly ExpectedText[],
  received: readonly string[],
  some: boolean,
): boolean {
  if (!some) {
    return (
      expected.length === received.length &&
      expected.every((one, index) => isExpected(one, received[index] ?? ''))
    );
  }
  let left = received;
  return expected.every((one) => {
    const at = left.findIndex((text) => isExpected(one, text));
    left = left.slice(at + 1);
    return at >= 0;
  });
}
