import type { Page } from '@playwright/test';
import axeCore from 'axe-core';
import { Findings } from '../findings.ts';
import { everyState } from '../states.ts';
import { expect, test } from '../test.ts';
import { look, VIEWS } from '../views.ts';

declare global {
  var axe: typeof import('axe-core');
}

const STANDARDS = [
  'wcag2a',
  'wcag2aa',
  'wcag2aaa',
  'wcag21a',
  'wcag21aa',
  'wcag22aa',
  'best-practice',
];

/** Off in axe unless asked for by name. */
const ALSO = ['color-contrast-enhanced', 'target-size'];

/** A line for each violation that axe sees on the open page as it stands. */
async function violationsOf(page: Page): Promise<string[]> {
  const { ran, violations } = await page.evaluate(
    async ([standards, also]) => {
      const result = await globalThis.axe.run({
        runOnly: standards,
        rules: Object.fromEntries(also.map((rule) => [rule, { enabled: true }])),
        resultTypes: ['violations'],
      });
      const { passes, incomplete, inapplicable } = result;
      const done = [result.violations, passes, incomplete, inapplicable];
      return { ran: done.flat().map(({ id }) => id), violations: result.violations };
    },
    [STANDARDS, ALSO] as const,
  );
  expect(ran, 'rules that axe ran').toEqual(expect.arrayContaining(ALSO));
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary = '' }) => {
      const reason = failureSummary.split('\n').slice(1).join(' ').trim();
      return `${id}: ${html.slice(0, 160)} ${reason}`;
    }),
  );
}

for (const { name, open } of everyState()) {
  test(`axe finds nothing on ${name}`, async ({ tab }) => {
    const findings = new Findings();
    await open(tab);
    await tab.evaluate(axeCore.source);
    for (const view of VIEWS) {
      await look(tab, view);
      findings.add(view.name, await violationsOf(tab));
      if ((await tab.evaluate(() => probe.openAll())) > 0) {
        findings.add(`${view.name}, all opened`, await violationsOf(tab));
        await tab.evaluate(() => probe.closeAll());
      }
    }
    expect(findings.lines).toEqual([]);
  });
}
