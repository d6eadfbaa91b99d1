import type { Page } from '@playwright/test';

/** What moves on the open page, which should be nothing for a reader who asked for less motion. */
export function moving(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const lasts = (times: string) => times.split(',').some((time) => Number.parseFloat(time) > 0);
    return [...document.querySelectorAll('*')].flatMap((element) =>
      [null, '::before', '::after', '::backdrop', '::details-content'].flatMap((part) => {
        const style = getComputedStyle(element, part);
        const reasons = [
          lasts(style.transitionDuration) && 'a transition',
          style.animationName !== 'none' && lasts(style.animationDuration) && 'an animation',
          style.scrollBehavior === 'smooth' && 'smooth scrolling',
        ].filter((reason) => reason !== false);
        return reasons.map((reason) => `${reason}: ${probe.describe(element)}${part ?? ''}`);
      }),
    );
  });
}
