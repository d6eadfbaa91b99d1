import { Findings } from '../findings.ts';
import { focusEach, tabThrough } from '../focus-walk.ts';
import { onePageOfEachKind } from '../kinds-of-pages.ts';
import { everyState } from '../states.ts';
import { expect, test } from '../test.ts';
import { FORCED_COLORS, look, VIEWS, WIDTHS } from '../views.ts';

// On every page the inspections give the focus to each control; that takes no key and no time.
for (const { name, open } of everyState(onePageOfEachKind())) {
  test(`the keyboard reaches all of ${name}, and shows where it is`, async ({ tab }) => {
    const findings = new Findings();
    // Tab takes the same way in every view; where a stop shows itself may differ. In light colors the
    // inspections look at it.
    const [first] = VIEWS;
    const others = [...VIEWS, ...FORCED_COLORS].filter((view) => !WIDTHS.includes(view));
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
