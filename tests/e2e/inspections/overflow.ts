import type { Page } from '@playwright/test';

/** What sticks out of the window or is cut off, and the page itself where it scrolls sideways. */
export function overflow(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const scrollsItself = (element: Element | null): boolean =>
      element !== null &&
      element !== document.documentElement &&
      (/auto|scroll/.test(getComputedStyle(element).overflowX) ||
        scrollsItself(element.parentElement));

    const { scrollWidth } = document.scrollingElement ?? document.documentElement;
    if (scrollWidth > innerWidth) found.push(`the page scrolls sideways, ${scrollWidth} px`);
    for (const element of document.body.querySelectorAll('*')) {
      if (!probe.isVisible(element)) continue;
      const { right } = element.getBoundingClientRect();
      if (right > innerWidth + 1 && !scrollsItself(element.parentElement)) {
        found.push(`sticks out to ${Math.round(right)} px: ${probe.describe(element)}`);
      }
      const { overflowX, overflowY } = getComputedStyle(element);
      const { clientWidth, clientHeight, scrollHeight } = element;
      const isCut =
        (/hidden|clip/.test(overflowX) && element.scrollWidth > clientWidth + 1) ||
        (/hidden|clip/.test(overflowY) && scrollHeight > clientHeight + 1);
      // SVG cuts at its own frame by default, and has no text that could grow. A field scrolls, and
      // what is one pixel large is meant to be heard only.
      const mayCut = element instanceof SVGElement || element instanceof HTMLInputElement;
      if (isCut && !mayCut && clientWidth > 1) {
        found.push(`is cut off: ${probe.describe(element)}`);
      }
    }
    return found;
  });
}
