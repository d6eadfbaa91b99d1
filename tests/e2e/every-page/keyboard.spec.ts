import { everyPage, readBuilt } from '../built-site.ts';
import { Findings } from '../findings.ts';
import { focusEach, tabThrough } from '../focus-walk.ts';
import { onePageOfEachKind } from '../kinds-of-pages.ts';
import { everyState } from '../states.ts';
import { expect, test } from '../test.ts';
import { FORCED_COLORS, look, VIEWS } from '../views.ts';

// On every page the inspections give the focus to each control; that takes no key and no time.
for (const { name, open } of everyState(onePageOfEachKind())) {
  test(`the keyboard reaches all of ${name}, and shows where it is`, async ({ tab }) => {
    const findings = new Findings();
    // Tab takes the same way in every view; where a stop shows itself may differ.
    const [first, ...others] = [...VIEWS, ...FORCED_COLORS];
    await look(tab, first);
    await open(tab);
    findings.add(first.name, await tabThrough(tab));
    for (const view of others) {
      await look(tab, view);
      findings.add(view.name, await focusEach(tab));
    }
    expect(findings.lines).toEqual([]);
  });
}

// A page that says what went wrong puts the focus there, and starts there.
for (const { path } of everyPage().filter(({ file }) => !/ autofocus[ >]/.test(readBuilt(file)))) {
  test(`the first stop of ${path} skips to the text`, async ({ tab }) => {
    await tab.goto(path);
    await tab.keyboard.press('Tab');
    const skip = tab.getByRole('link', { name: 'Skip to the text' });
    await expect(skip).toBeFocused();
    await expect(skip).toBeInViewport({ ratio: 1 });

    await tab.keyboard.press('Enter');
    await expect(tab).toHaveURL(/#content$/);
    await expect(tab.getByRole('heading', { level: 1 })).toBeInViewport();
    await tab.keyboard.press('Tab');
    const isPast = await tab.evaluate(() => {
      const text = document.querySelector('main#content');
      const active = document.activeElement;
      if (!text || !active || active === document.body) return false;
      return !(text.compareDocumentPosition(active) & Node.DOCUMENT_POSITION_PRECEDING);
    });
    expect(isPast, 'the next stop lies in the text or after it').toBe(true);
  });
}
