import type { Page } from '@playwright/test';

/** A walk from control to control of the open page, kept there. */
interface Walk {
  readonly root: HTMLElement;
  readonly expected: readonly HTMLElement[];
  readonly reached: Set<Element>;
  /** Whether Tab has led out, or where it has been before. */
  isOver: boolean;
  readonly problems: string[];
  /** Notes what is wrong with how `element` shows that it has the focus. */
  readonly lookAt: (element: HTMLElement) => void;
}

/**
 * Unfolds all that folds and begins a walk through what `within` selects. It runs in the page, so it
 * uses nothing from here.
 */
function beginWalk(within: string): Walk {
  for (const details of document.querySelectorAll('details')) details.open = true;
  // What lies over the page would hide what is below it, as it does from whoever opened it.
  for (const popover of document.querySelectorAll<HTMLElement>(':popover-open'))
    popover.hidePopover();
  // From the top, wherever the focus is by now.
  const root = document.querySelector<HTMLElement>(within) ?? document.body;
  root.tabIndex = -1;
  root.focus();
  root.removeAttribute('tabindex');
  const looks = (element: Element) => {
    const { borderColor, borderWidth, backgroundColor, boxShadow } = getComputedStyle(element);
    return [borderColor, borderWidth, backgroundColor, boxShadow].join();
  };
  const problems: string[] = [];
  const expected = probe.focusables().filter((element) => root.contains(element));
  const atRest = new Map(expected.map((element) => [element, looks(element)]));

  const lookAt = (element: HTMLElement) => {
    const report = (problem: string) => problems.push(`${problem}: ${probe.describe(element)}`);
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element);
    const contrast = probe.contrast(outlineColor, probe.backdrop(element.parentElement));
    const outlined =
      outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2 && contrast >= 3;
    const changed = atRest.has(element) && atRest.get(element) !== looks(element);
    if (!outlined && !changed) report('shows no focus');

    // The first line of a link that is broken over several.
    const box = [...element.getClientRects()].find(({ width, height }) => width * height > 0);
    if (!box) {
      report('is focused but has no size');
      return;
    }
    const left = Math.max(box.left, 0);
    const right = Math.min(box.right, innerWidth);
    const top = Math.max(box.top, 0);
    const bottom = Math.min(box.bottom, innerHeight);
    const isWhole =
      right - left > Math.min(box.width, innerWidth) - 2 &&
      bottom - top > Math.min(box.height, innerHeight) - 2;
    if (!isWhole) report('is focused outside the window');
    const hit = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    if (isWhole && !element.contains(hit)) {
      report(`is covered by ${hit ? probe.describe(hit) : 'nothing'}`);
    }
  };
  return { root, expected, reached: new Set(), isOver: false, problems, lookAt };
}

/** Presses of Tab that are sent without waiting for each other. */
const AT_ONCE = 20;

/**
 * Presses Tab through what `within` selects of the open page, with all that folds unfolded, as a
 * keyboard user would.
 * Returns a line for each control that Tab does not reach, and for each stop without a visible
 * sign of focus (WCAG 2.2, 2.4.7 and 1.4.11), outside the window or covered (2.4.12).
 */
export async function tabThrough(page: Page, within = 'body'): Promise<string[]> {
  const walk = await page.evaluateHandle(beginWalk, within);
  const count = await walk.evaluate((it) => {
    const { root, reached, lookAt } = it;
    let presses = 0;
    // Each press looks at where the one before has led, so that none waits for an answer from here.
    addEventListener(
      'keydown',
      () => {
        presses += 1;
        if (it.isOver || presses === 1) return;
        const active = document.activeElement;
        // A field for a day has a stop for each of its parts.
        if (active?.matches('input[type=date]') && reached.has(active)) return;
        const isStop = active instanceof HTMLElement && active !== root && root.contains(active);
        it.isOver = !isStop || reached.has(active);
        if (!isStop || it.isOver) return;
        reached.add(active);
        lookAt(active);
      },
      { capture: true },
    );
    return it.expected.length;
  });
  // The browser may also stop at what nobody marked, such as boxes that scroll. The last press only looks.
  for (let presses = 0; presses <= 2 * count + 1; presses += AT_ONCE) {
    await Promise.all(Array.from({ length: AT_ONCE }, () => page.keyboard.press('Tab')));
    if (await walk.evaluate(({ isOver }) => isOver)) break;
  }
  return walk.evaluate(({ expected, reached, problems }) => [
    ...expected
      .filter((element) => !reached.has(element))
      .map((element) => `Tab does not reach ${probe.describe(element)}`),
    ...problems,
  ]);
}

/**
 * Gives the focus to each control of what `within` selects in turn, which is far faster than pressing Tab:
 * for views in which only the looks can differ. Returns lines as `tabThrough` does.
 */
export async function focusEach(page: Page, within = 'body'): Promise<string[]> {
  const walk = await page.evaluateHandle(beginWalk, within);
  // From here on the browser takes the reader for one who uses the keyboard.
  await page.keyboard.press('Tab');
  return walk.evaluate(({ expected, problems, lookAt }) => {
    for (const element of expected) {
      element.focus();
      if (document.activeElement === element) lookAt(element);
      else problems.push(`takes no focus: ${probe.describe(element)}`);
    }
    return problems;
  });
}
