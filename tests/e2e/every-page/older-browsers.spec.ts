import { at } from '../built-site.ts';
import { Findings } from '../findings.ts';
import { statesAfterSteps } from '../states.ts';
import { expect, test } from '../test.ts';
import { writtenIn } from '../written.ts';

const siteWords = writtenIn('site.yaml');

/**
 * Takes away what the oldest browser with the full site, Safari 16.4, lacks, by MDN's compatibility
 * data. It runs in the page before all others, so it may use nothing from this module.
 */
function forgetNewer(): void {
  const iterator = Object.getPrototypeOf(Object.getPrototypeOf([].values()));
  const newer: readonly (readonly [object, string])[] = [
    [globalThis, 'Iterator Float16Array Temporal trustedTypes navigation scheduler cookieStore'],
    [globalThis, 'requestIdleCallback Highlight CloseWatcher ToggleEvent EditContext'],
    [iterator, 'map filter take drop flatMap reduce toArray forEach some every find'],
    [Object, 'groupBy'],
    [Map, 'groupBy'],
    [Set.prototype, 'union intersection difference symmetricDifference'],
    [Set.prototype, 'isSubsetOf isSupersetOf isDisjointFrom'],
    [Promise, 'withResolvers try'],
    [URL, 'canParse parse'],
    [AbortSignal, 'any'],
    [ArrayBuffer.prototype, 'transfer transferToFixedLength'],
    [Uint8Array, 'fromBase64 fromHex'],
    [Uint8Array.prototype, 'toBase64 toHex'],
    [RegExp, 'escape'],
    [Math, 'sumPrecise'],
    [Element.prototype, 'getHTML setHTMLUnsafe moveBefore'],
    [Document.prototype, 'startViewTransition caretPositionFromPoint'],
    [HTMLButtonElement.prototype, 'commandForElement command'],
    [Navigator.prototype, 'share canShare connection userAgentData'],
  ];
  for (const [owner, names] of newer) {
    for (const name of names.split(' ')) Reflect.deleteProperty(owner, name);
  }
}

test('every step works in the oldest browser with the full site', async ({ page }) => {
  await page.addInitScript(forgetNewer);
  const findings = new Findings();
  let state = '';
  page.on('pageerror', ({ message }) => findings.add(state, [message]));
  for (const { name, open } of statesAfterSteps()) {
    state = name;
    await open(page);
  }
  expect(await page.evaluate(() => 'Iterator' in globalThis || 'groupBy' in Map)).toBe(false);
  expect(findings.lines).toEqual([]);
});

test.describe('where a browser has no popovers', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test.beforeEach(async ({ page }) => {
    // No browser knows this attribute and this selector, as old ones know neither.
    await page.route('**/*', async (route) => {
      if (!route.request().isNavigationRequest()) return route.fallback();
      const response = await route.fetch();
      const { 'content-security-policy': _, ...headers } = response.headers();
      const body = (await response.text()).replaceAll('popover', 'nopopover');
      await route.fulfill({ response, headers, body });
    });
  });

  test('the topics stand open in the header, without a dead button', async ({ page }) => {
    await page.goto(at('/'));
    const header = page.getByRole('banner');
    await expect(header.getByRole('button')).toHaveCount(0);
    await header.getByRole('link', { name: siteWords('topics.1.short') }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(siteWords('topics.1.title'));
  });
});
