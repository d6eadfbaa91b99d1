import type { Page } from '@playwright/test';

/** A sheet for a reader whose browser writes twice as large: its size is what `rem` counts in. */
export const LARGE_TEXT = 'html { font-size: 32px !important; }';

/**
 * What loses its proportion in LARGE_TEXT, which has to be the page's adopted sheet: a heading or a
 * control whose words do not grow with it, a heading that is smaller there than the text or than one
 * of a lower rank, and was not before, and a heading whose word breaks in two without a hyphen. A
 * title and the name of the site grow by less than the text, as they have less room.
 */
export function outOfProportion(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const [large] = document.adoptedStyleSheets;
    const sizesOf = (elements: readonly Element[]) =>
      elements.map((element) => Number.parseFloat(getComputedStyle(element).fontSize));
    const seen = (selector: string) =>
      [...document.querySelectorAll(selector)].filter((element) => probe.isVisible(element));
    const headings = [document.body, ...seen('main :is(h3, h2, h1)')].sort((one, other) =>
      one === document.body ? -1 : other.tagName.localeCompare(one.tagName),
    );
    const texts = [
      ...headings,
      ...seen(
        'a, button, summary, label, select, textarea, input:not([type=radio], [type=checkbox])',
      ),
    ];
    const found: string[] = [];
    for (const heading of seen('main :is(h1, h2, h3)')) {
      // Where hyphens may come, they do where the browser has a dictionary.
      if (getComputedStyle(heading).hyphens === 'auto') continue;
      const walker = document.createTreeWalker(heading, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        for (const { 0: word, index } of (node.textContent ?? '').matchAll(/[^\s\-–—/]+/g)) {
          const range = document.createRange();
          range.setStart(node, index);
          range.setEnd(node, index + word.length);
          const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
          if (lines.size > 1) found.push(`breaks "${word}" in two: ${probe.describe(heading)}`);
        }
      }
    }
    const now = sizesOf(texts);
    if (large) large.disabled = true;
    const before = sizesOf(texts);
    if (large) large.disabled = false;

    for (const [index, text] of texts.entries()) {
      if ((now[index] ?? 0) < (before[index] ?? 0) * 1.25) {
        found.push(`does not grow: ${probe.describe(text)}`);
      }
    }
    for (const [index, heading] of headings.entries()) {
      // Those before it have a lower rank or the same. A hundredth of a pixel is rounding.
      const outranked = (sizes: readonly number[]) =>
        headings
          .slice(0, index)
          .some(
            (other, at) =>
              other.tagName !== heading.tagName && (sizes[at] ?? 0) > (sizes[index] ?? 0) + 0.01,
          );
      if (outranked(now) && !outranked(before)) {
        found.push(`is outranked by what is below it: ${probe.describe(heading)}`);
      }
    }
    return found;
  });
}
