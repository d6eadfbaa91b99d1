import { everyState } from '../states.ts';
import { expect, test } from '../test.ts';

for (const { name, open } of everyState()) {
  test(`nothing moves on ${name} for a reader who asked for less motion`, async ({ tab }) => {
    await tab.emulateMedia({ reducedMotion: 'reduce' });
    await open(tab);
    const moving = await tab.evaluate(() => {
      probe.openAll();
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
    expect(moving).toEqual([]);
  });
}
