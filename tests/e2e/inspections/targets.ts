import type { Page } from '@playwright/test';

/** CSS pixels. WCAG 2.2, 2.5.5 (AAA) for main targets and 2.5.8 (AA) for all. */
const LEAST = { main: 44, any: 24 };

const MAIN =
  'button:not(.term), .button, summary, select, textarea, input, .wordmark, header nav a, .skip';

/**
 * Targets that are too small. As in 2.5.8, links in a sentence are exempt; numbers and arrows are
 * not, though they stand in one: a citation is hit or missed by itself.
 */
export function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(
    ({ least, main }) => {
      const isInSentence = (link: HTMLElement): boolean => {
        if (getComputedStyle(link).display !== 'inline' || !/\p{L}/u.test(link.textContent)) {
          return false;
        }
        let block = link.parentElement;
        while (block && getComputedStyle(block).display === 'inline') block = block.parentElement;
        const walker = document.createTreeWalker(block ?? link, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          if (!/\p{L}/u.test(node.textContent ?? '')) continue;
          let around = node.parentElement;
          if (around?.closest('a, button')) continue;
          while (around && getComputedStyle(around).display === 'inline')
            around = around.parentElement;
          if (around === block) return true;
        }
        return false;
      };
      // A radio button or checkbox is as large as the label one can click instead.
      const boxesOf = (target: HTMLElement): DOMRect[] => {
        const labels = target instanceof HTMLInputElement ? [...(target.labels ?? [])] : [];
        return [target, ...labels].map((element) => element.getBoundingClientRect());
      };
      return probe.targets().flatMap((target) => {
        const limit = target.matches(main) ? least.main : least.any;
        if (limit === least.any && isInSentence(target)) return [];
        const boxes = boxesOf(target);
        // Half a pixel is rounding.
        const fits = boxes.some(({ width, height }) => width > limit - 0.5 && height > limit - 0.5);
        if (fits) return [];
        const size = boxes.map(({ width, height }) => `${width.toFixed(1)} x ${height.toFixed(1)}`);
        return [`${size.join(', ')}, at least ${limit}: ${probe.describe(target)}`];
      });
    },
    { least: LEAST, main: MAIN },
  );
}
