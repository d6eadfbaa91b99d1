import type { Page } from '@playwright/test';
import { Findings } from '../findings.ts';
import { everyState } from '../states.ts';
import { expect, test } from '../test.ts';

/** WCAG 2.2, 1.4.12: what a reader may set, and nothing may be lost. */
const TEXT_SPACING = `
  * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-bottom: 2em !important; }
`;

/** The narrowest phone and 400% zoom (1.4.10), 200% zoom (1.4.4), and a wide screen. */
const WINDOWS = [
  { width: 320, height: 256 },
  { width: 640, height: 360 },
  { width: 1280, height: 720 },
];

/** What sticks out of the window or is cut off, and the page itself where it scrolls sideways. */
function overflow(page: Page): Promise<string[]> {
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

for (const { name, open } of everyState()) {
  test(`${name} fits narrow windows, large zoom and wide spacing`, async ({ tab }) => {
    const findings = new Findings();
    await open(tab);
    for (const spacing of ['', TEXT_SPACING]) {
      await tab.evaluate((css) => {
        // The policy blocks style elements that it does not know, not sheets made by a reader's tool.
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(css);
        document.adoptedStyleSheets = [sheet];
      }, spacing);
      for (const size of WINDOWS) {
        const state = `${size.width} px${spacing && ', text spacing'}`;
        await tab.setViewportSize(size);
        findings.add(state, await overflow(tab));
        if ((await tab.evaluate(() => probe.openAll())) > 0) {
          findings.add(`${state}, all opened`, await overflow(tab));
          await tab.evaluate(() => probe.closeAll());
        }
      }
    }
    expect(findings.lines).toEqual([]);
  });
}
