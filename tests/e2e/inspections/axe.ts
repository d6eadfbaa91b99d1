import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { expect } from '../test.ts';

declare global {
  var axe: typeof import('axe-core');
}

/** Off in axe unless asked for by name. */
const ALSO = ['color-contrast-enhanced', 'target-size'];

/** Rules about colors, which no engine has its own of: slow, so that one engine alone is asked. */
export const OF_COLORS: readonly string[] = ['color-contrast-enhanced', 'link-in-text-block'];

const OPTIONS = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag2aaa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  rules: {
    ...Object.fromEntries(ALSO.map((rule) => [rule, { enabled: true }])),
    // Slow, and what it finds the enhanced one finds too.
    'color-contrast': { enabled: false },
  },
  resultTypes: ['violations'] as ['violations'],
  // Nobody reads the paths to elements, and to find them takes as long as all rules together.
  selectors: false,
};

/** The short form, as every page takes it anew. */
const AXE = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

/** Puts axe into the open page. */
export async function installAxe(page: Page): Promise<void> {
  await page.evaluate(AXE);
}

/**
 * A line for each violation of the rules but `leftOut` that axe sees in what `within` selects of the
 * open page as it stands.
 */
export async function axeViolations(
  page: Page,
  leftOut: readonly string[] = [],
  within = 'html',
): Promise<string[]> {
  const asked = ALSO.filter((rule) => !leftOut.includes(rule));
  const off = Object.fromEntries(leftOut.map((rule) => [rule, { enabled: false }]));
  const { ran, violations } = await page.evaluate(
    async ([options, selector]) => {
      const result = await globalThis.axe.run(selector, options);
      const { passes, incomplete, inapplicable } = result;
      const done = [result.violations, passes, incomplete, inapplicable];
      return { ran: done.flat().map(({ id }) => id), violations: result.violations };
    },
    [{ ...OPTIONS, rules: { ...OPTIONS.rules, ...off } }, within] as const,
  );
  expect(ran, 'rules that axe ran').toEqual(expect.arrayContaining(asked));
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary = '' }) => {
      const reason = failureSummary.split('\n').slice(1).join(' ').trim();
      return `${id}: ${html.slice(0, 160)} ${reason}`;
    }),
  );
}
