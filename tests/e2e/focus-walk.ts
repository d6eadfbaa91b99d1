import type { Page } from '@playwright/test';

/**
 * Presses Tab through the open page, with all that folds unfolded, as a keyboard user would.
 * Returns a line for each control that Tab does not reach, and for each stop without a visible
 * sign of focus (WCAG 2.2, 2.4.7 and 1.4.11), outside the window or covered (2.4.12).
 */
export async function focusWalk(page: Page): Promise<string[]> {
  const walk = await page.evaluateHandle(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
    // From the top, wherever the focus is by now.
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.removeAttribute('tabindex');
    const looks = (element: Element) => {
      const { borderColor, borderWidth, backgroundColor, boxShadow } = getComputedStyle(element);
      return [borderColor, borderWidth, backgroundColor, boxShadow].join();
    };
    const problems: string[] = [];
    const expected = probe.focusables();
    const atRest = new Map(expected.map((element) => [element, looks(element)]));
    return { expected, atRest, looks, reached: new Set<Element>(), problems };
  });
  const count = await walk.evaluate(({ expected }) => expected.length);

  // The browser may also stop at what nobody marked, such as boxes that scroll.
  for (let stop = 0; stop <= 2 * count; stop += 1) {
    await page.keyboard.press('Tab');
    const isOver = await walk.evaluate(({ atRest, looks, reached, problems }) => {
      const active = document.activeElement;
      // A field for a day has a stop for each of its parts.
      if (active?.matches('input[type=date]') && reached.has(active)) return false;
      if (!(active instanceof HTMLElement) || active === document.body || reached.has(active)) {
        return true;
      }
      reached.add(active);
      const report = (problem: string) => problems.push(`${problem}: ${probe.describe(active)}`);

      const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(active);
      const contrast = probe.contrast(outlineColor, probe.backdrop(active.parentElement));
      const outlined =
        outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2 && contrast >= 3;
      const changed = atRest.has(active) && atRest.get(active) !== looks(active);
      if (!outlined && !changed) report('shows no focus');

      // The first line of a link that is broken over several.
      const box = [...active.getClientRects()].find(({ width, height }) => width * height > 0);
      if (!box) {
        report('is focused but has no size');
        return false;
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
      if (isWhole && !active.contains(hit)) {
        report(`is covered by ${hit ? probe.describe(hit) : 'nothing'}`);
      }
      return false;
    });
    if (isOver) break;
  }
  return walk.evaluate(({ expected, reached, problems }) => [
    ...expected
      .filter((element) => !reached.has(element))
      .map((element) => `Tab does not reach ${probe.describe(element)}`),
    ...problems,
  ]);
}
