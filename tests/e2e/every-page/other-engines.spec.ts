import type { Page } from '@playwright/test';
import { at, type BuiltPage, everyPage, isArticle } from '../built-site.ts';
import { Findings } from '../findings.ts';
import { axeViolations, installAxe } from '../inspections/axe.ts';
import { overflow } from '../inspections/overflow.ts';
import { useAll } from '../inspections/policy.ts';
import { installProbe } from '../probe.ts';
import { expect, test } from '../test.ts';
import { PHONE } from '../views.ts';

declare global {
  /** What broke since the page was opened. */
  var broken: string[];
}

/** Listens from here on, in the page itself, which every engine lets a test do. */
function listen(): void {
  globalThis.broken = [];
  const note = (what: string) => globalThis.broken.push(what);
  addEventListener('error', ({ message }) => note(`error: ${message}`));
  addEventListener('unhandledrejection', ({ reason }) => note(`error: ${reason}`));
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
    note(`breaks ${effectiveDirective}: ${blockedURI}`),
  );
}

/** What broke before anybody could listen: policy reports that were kept, modules that failed. */
async function brokenWhileLoading(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const broken: string[] = [];
    if ('ReportingObserver' in globalThis) {
      const observer = new ReportingObserver(() => undefined, {
        types: ['csp-violation'],
        buffered: true,
      });
      observer.observe();
      for (const { body } of observer.takeRecords()) {
        broken.push(`breaks the policy: ${JSON.stringify(body)}`);
      }
      observer.disconnect();
    }
    // A module that failed fails again in the same way for whoever imports it.
    for (const { src, type } of document.scripts) {
      if (type !== 'module' || !src) continue;
      await import(src).catch((error: unknown) => broken.push(`error: ${src}: ${error}`));
    }
    return broken;
  });
}

const isForPages = (path: string): boolean => path !== at('/no-such-page/');

/** The pages of the site in parts that take about as long. */
const PARTS: readonly (readonly [string, readonly BuiltPage[]])[] = [
  ['articles', everyPage().filter((page) => isArticle(page))],
  ['the other pages', everyPage().filter((page) => !isArticle(page) && isForPages(page.path))],
];

for (const [name, pages] of PARTS) {
  test(`${name} keep to the rules on a phone in this engine too`, async ({ page }) => {
    test.setTimeout(600_000);
    const findings = new Findings();
    await page.setViewportSize({ width: PHONE.width, height: PHONE.height });
    for (const { path } of pages) {
      await page.goto(path);
      await page.evaluate(installProbe);
      await page.evaluate(listen);
      findings.add(path, await brokenWhileLoading(page));
      await page.evaluate(() => probe.unfold());
      await installAxe(page);
      findings.add(path, await axeViolations(page, ['color-contrast-enhanced', 'target-size']));
      findings.add(path, await overflow(page));
      await useAll(page);
      findings.add(path, await page.evaluate(() => globalThis.broken));
    }
    expect(findings.lines).toEqual([]);
  });
}
