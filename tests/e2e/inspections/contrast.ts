import type { Page } from '@playwright/test';

/** Least contrast: WCAG 2.2, 1.4.6 for text and 1.4.11 for what is drawn. */
const LEAST = { text: 7, largeText: 4.5, shape: 3 };

/**
 * What stands out too little. Axe looks at neither drawings nor the edges of controls, and leaves
 * text undecided where elements overlap; the backgrounds of this site are flat, so this can decide.
 */
export function faint(page: Page): Promise<string[]> {
  return page.evaluate((least) => {
    const found: string[] = [];
    const report = (element: Element, what: string, ratio: number, limit: number) => {
      if (ratio >= limit) return;
      found.push(`${what} ${ratio.toFixed(2)}, at least ${limit}: ${probe.describe(element)}`);
    };

    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      if (!element || !node.textContent?.trim() || !probe.isVisible(element)) continue;
      const style = getComputedStyle(element);
      const size = Number.parseFloat(style.fontSize);
      const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
      const color = element instanceof SVGElement ? style.fill : style.color;
      const ratio = probe.contrast(color, probe.backdrop(element));
      report(element, 'text', ratio, large ? least.largeText : least.text);
    }

    for (const shape of document.querySelectorAll(
      'svg :is(path, line, polyline, polygon, circle, rect, ellipse)',
    )) {
      if (!probe.isVisible(shape)) continue;
      const { fill, stroke } = getComputedStyle(shape);
      const behind = probe.backdrop(shape);
      const paints = [fill, stroke].filter((paint) => paint !== 'none');
      const ratio = Math.max(...paints.map((paint) => probe.contrast(paint, behind)));
      report(shape, 'shape', ratio, least.shape);
    }

    for (const control of document.querySelectorAll('button, .button, input, select, textarea')) {
      if (!probe.isVisible(control)) continue;
      const { borderBottomColor, borderBottomStyle, borderBottomWidth, backgroundColor } =
        getComputedStyle(control);
      const behind = probe.backdrop(control.parentElement);
      const border = borderBottomStyle !== 'none' && Number.parseFloat(borderBottomWidth) > 0;
      // A button that is nothing but its words, as a link is, was looked at above.
      const bare = !border && probe.contrast(backgroundColor, behind) === 1;
      if (bare && control.textContent?.trim()) continue;
      const ratio = Math.max(
        probe.contrast(backgroundColor, behind),
        border ? probe.contrast(borderBottomColor, behind) : 1,
      );
      report(control, 'edge of a control', ratio, least.shape);
    }
    return found;
  }, LEAST);
}
