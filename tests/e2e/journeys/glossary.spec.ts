import type { Locator, Page } from '@playwright/test';
import { glossarySchema } from '../../../src/glossary/schema.ts';
import { typographic } from '../../../src/site/typographic.ts';
import { at } from '../built-site.ts';
import { axeViolations, installAxe } from '../inspections/axe.ts';
import { writtenAs } from '../written.ts';
import { expect, test } from './whole-site.ts';

const ARTICLE = at('/articles/is-it-the-job-or-the-nerves/');

const { terms, link, index: allTerms } = writtenAs('glossary.yaml', glossarySchema);

/** A term of content/glossary.yaml, as readers see it. */
function written(id: string) {
  const { term, says, also } = terms.find((one) => one.id === id) ?? {};
  return { term: typographic(term ?? ''), says: typographic(says ?? ''), also: also?.[0] ?? '' };
}

/** The word of the article that opens a definition. */
const termIn = (page: Page): Locator => page.locator('[popovertarget=term-renege]');
const definition = (page: Page): Locator => page.locator('#term-renege');

test.use({ viewport: { width: 390, height: 844 } });

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('a term opens in place from the keyboard, and leads to the glossary', async ({ page }) => {
    await page.goto(ARTICLE);
    const term = termIn(page);
    const leads = page.getByRole('link', { name: link });
    await expect(leads).toBeHidden();
    await term.focus();
    await page.keyboard.press('Enter');
    await expect(page.getByText(written('renege').says)).toBeVisible();
    await expect(leads).toBeInViewport({ ratio: 1 });
    await page.keyboard.press('Escape');
    await expect(leads).toBeHidden();
    await expect(term).toBeFocused();

    await page.keyboard.press('Space');
    await page.keyboard.press('Tab');
    await expect(leads).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(new RegExp(`${at('/glossary/')}#renege$`));
    await expect(
      page.getByRole('heading', { level: 2, name: written('renege').term }),
    ).toBeInViewport();
  });
});

test.describe('with a finger', () => {
  test.use({ hasTouch: true });

  test('a term opens where it stands, and closes by a tap beside it', async ({ page }) => {
    await page.goto(ARTICLE);
    const term = termIn(page);
    const leads = page.getByRole('link', { name: link });
    await term.tap();
    await expect(leads).toBeVisible();
    await installAxe(page);
    expect(await axeViolations(page)).toEqual([]);
    await page.getByRole('heading', { level: 1 }).tap({ force: true });
    await expect(leads).toBeHidden();
  });
});

for (const view of [
  { name: 'the narrowest phone', width: 320, height: 256, size: 16 },
  { name: 'text twice as large', width: 320, height: 640, size: 32 },
  { name: 'a wide screen', width: 1280, height: 900, size: 16 },
]) {
  test(`a term and all of its definition fit on ${view.name}`, async ({ page }) => {
    await page.setViewportSize(view);
    await page.goto(ARTICLE);
    await page.evaluate((size) => {
      document.documentElement.style.fontSize = `${size}px`;
    }, view.size);
    const term = termIn(page);
    await term.scrollIntoViewIfNeeded();
    await term.click();
    const note = definition(page);
    const box = await note.boundingBox();
    expect(box?.x).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(view.width);
    expect(box?.y).toBeGreaterThanOrEqual(0);
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(view.height);
    // What does not fit is scrolled to.
    await page.getByRole('link', { name: link }).scrollIntoViewIfNeeded();
    await expect(page.getByRole('link', { name: link })).toBeInViewport({ ratio: 1 });
    expect(await page.evaluate(() => document.scrollingElement?.scrollWidth)).toBe(view.width);
  });
}

test('on paper and with forced colors a term is its word', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto(ARTICLE);
  const term = termIn(page);
  const note = definition(page);
  await term.click();
  await expect(note).toBeVisible();
  await page.emulateMedia({ forcedColors: 'none', media: 'print' });
  await expect(note).toBeHidden();
  await expect(term).toBeVisible();
  await expect(term).toHaveCSS('border-bottom-width', '0px');
});

test('where a browser has no popovers, the link stands behind the word', async ({ page }) => {
  // As such a browser reads it: the attributes mean nothing, and the sheet's rule for what is open is gone.
  await page.route(ARTICLE, async (route) => {
    const response = await route.fetch();
    const html = (await response.text())
      .replaceAll(' popover ', ' ')
      .replaceAll(/ popovertarget="[^"]*"/g, '')
      .replaceAll(':popover-open', ':no-such-state');
    const headers = { 'content-type': 'text/html; charset=utf-8' };
    await route.fulfill({ status: 200, headers, body: html });
  });
  await page.goto(ARTICLE);
  await expect(page.getByRole('link', { name: link })).toBeVisible();
  await expect(page.getByText(written('renege').says)).toBeHidden();
});

test('the glossary lists its terms from A to Z, for readers and for machines', async ({ page }) => {
  const names = terms.map(({ term }) => typographic(term)).sort((a, b) => a.localeCompare(b, 'en'));
  await page.goto(at('/glossary/'));
  const index = page.getByRole('navigation', { name: allTerms });
  expect(await index.getByRole('link').allTextContents()).toEqual(names);
  expect(await page.getByRole('main').getByRole('heading', { level: 2 }).allTextContents()).toEqual(
    names,
  );
  await index.getByRole('link', { name: written('garden-leave').term }).click();
  await expect(page).toHaveURL(/#garden-leave$/);
  await expect(page.getByRole('heading', { name: written('garden-leave').term })).toBeInViewport();

  const data = await page.locator('script[type="application/ld+json"]').textContent();
  const [set] = JSON.parse(data ?? '')['@graph'];
  expect(set['@type']).toBe('DefinedTermSet');
  expect(set.hasDefinedTerm.map(({ name }: { name: string }) => name)).toEqual(names);
});

test('a search finds a term by another name', async ({ page }) => {
  const { term, also } = written('garden-leave');
  await page.goto(at(`/search/?${new URLSearchParams({ q: also })}`));
  const first = page.getByRole('main').getByRole('list').first().getByRole('link').first();
  await expect(first).toHaveText(term);
  await first.click();
  await expect(page).toHaveURL(new RegExp(`${at('/glossary/')}#garden-leave$`));
});
