import { once } from 'node:events';
import { createServer } from 'node:http';
import { at, type BuiltPage, everyPage, isArticle } from '../built-site.ts';
import { Findings } from '../findings.ts';
import { axeViolations, installAxe, OF_COLORS } from '../inspections/axe.ts';
import { overflow } from '../inspections/overflow.ts';
import { useAll } from '../inspections/policy.ts';
import { expect, test } from '../test.ts';
import { PHONE } from '../views.ts';

declare global {
  /** What broke since the page was opened. */
  var broken: string[];
}

/** Listens from before the first script of the page on, in the page itself. */
function listen(): void {
  globalThis.broken = [];
  const note = (what: string) => globalThis.broken.push(what);
  addEventListener('error', ({ message }) => note(`error: ${message}`));
  addEventListener('unhandledrejection', ({ reason }) => note(`error: ${reason}`));
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
    note(`breaks ${effectiveDirective}: ${blockedURI}`),
  );
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
    await page.addInitScript(listen);
    for (const { path } of pages) {
      await page.goto(path);
      await page.evaluate(() => probe.unfold());
      await installAxe(page);
      findings.add(path, await axeViolations(page, [...OF_COLORS, 'target-size']));
      findings.add(path, await overflow(page));
      await useAll(page);
      findings.add(path, await page.evaluate(() => globalThis.broken));
    }
    expect(findings.lines).toEqual([]);
  });
}

test('a script that breaks while its page loads is heard', async ({ browser }) => {
  const server = createServer((_, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end('<!DOCTYPE html><head><title>Broken</title><script>nowhere();</script></head>');
  });
  server.listen(0, 'localhost');
  await once(server, 'listening');
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('There is no free port.');
  const context = await browser.newContext({ baseURL: `http://localhost:${address.port}/` });
  const page = await context.newPage();
  await page.addInitScript(listen);
  await page.goto('/');
  const heard = await page.evaluate(() => globalThis.broken);
  await context.close();
  server.close();
  expect(heard).toEqual([expect.stringMatching(/^error: .*nowhere/)]);
});
