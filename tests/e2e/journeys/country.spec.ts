import type { Locator, Page } from '@playwright/test';
import { writtenIn } from '../written.ts';
import { FLAGSHIP } from './flagship.ts';
import { openTool, planPath } from './plan/tools.ts';
import { expect, test } from './whole-site.ts';

const forms = writtenIn('forms.yaml');
const forget = (root: Page | Locator): Locator =>
  root.getByRole('button', { name: forms('country.forget'), exact: true });

const first = (country: string): string => forms('country.first', { country });

/** The choice of a country in the tool `step`. */
const choice = (page: Page, step: string): Locator =>
  page.locator(`[data-tool=${step}] select[name=country]`);

/** What this visit holds: the name of one country, or nothing. A choice is written down a moment later. */
const remembered = (page: Page): Promise<string[]> =>
  page.evaluate(() => Object.values(sessionStorage));

test('a country is chosen once for a visit, and forgotten with one tap', async ({ page }) => {
  await openTool(page, 'signed');
  await choice(page, 'signed').selectOption({ label: 'Germany' });
  await expect.poll(() => remembered(page)).toEqual(['Germany']);
  // Who has just chosen it is not told so.
  await expect(forget(page)).toHaveCount(0);

  await openTool(page, 'tell-by');
  await expect(choice(page, 'tell-by')).toHaveValue('de');
  await expect(page.getByText(first('Germany'))).toBeVisible();
  // A choice that was made elsewhere asks for what belongs to it.
  await expect(page.locator('[data-field=region-de]')).toBeVisible();

  // What was cleared stays so, and can be brought back.
  await choice(page, 'tell-by').selectOption({ label: 'France' });
  await page.getByRole('button', { name: forms('clear.label') }).click();
  await page.getByRole('button', { name: forms('clear.undo') }).click();
  await expect(choice(page, 'tell-by')).toHaveValue('fr');
  await choice(page, 'tell-by').selectOption({ label: 'Germany' });
  await expect.poll(() => remembered(page)).toEqual(['Germany']);

  await openTool(page, 'say-it');
  await expect(choice(page, 'say-it')).toHaveValue('de');
  await forget(page).click();
  await expect(choice(page, 'say-it')).toHaveValue('');
  await expect(page.getByText(first('Germany'))).toHaveCount(0);
  expect(await remembered(page)).toEqual([]);
  await openTool(page, 'tell-by');
  await expect(choice(page, 'tell-by')).toHaveValue('');
});

test("an article's notes of law begin with the country of the visit, until it is forgotten", async ({
  page,
}) => {
  const names = page.locator('.law dt');
  await page.goto(FLAGSHIP);
  const built = await names.allTextContents();
  await openTool(page, 'signed');
  await choice(page, 'signed').selectOption({ label: built.at(-1) ?? '' });
  await expect.poll(() => remembered(page)).toEqual([built.at(-1) ?? '']);
  await page.goto(FLAGSHIP);
  await expect(page.getByText(first(built.at(-1) ?? ''))).toBeVisible();
  await expect(names).toHaveText([built.at(-1) ?? '', ...built.slice(0, -1)]);
  await forget(page).click();
  await expect(names).toHaveText(built);
  expect(await remembered(page)).toEqual([]);
});

test('on the plan, the tools follow a country that was chosen in one of them', async ({ page }) => {
  await page.goto(planPath());
  for (const step of ['signed', 'tell-by', 'say-it']) {
    await page.locator(`#step-${step}`).scrollIntoViewIfNeeded();
    await page.locator(`[data-tool=${step}]:defined`).waitFor();
  }
  await choice(page, 'signed').selectOption({ label: 'Switzerland' });
  await expect(choice(page, 'say-it')).toHaveValue('ch');
  // Another choice in a tool is its own, and becomes the one of the visit.
  await choice(page, 'say-it').selectOption({ label: 'Germany' });
  await expect(choice(page, 'tell-by')).toHaveValue('de');
  await expect(choice(page, 'signed')).toHaveValue('ch');
  await page.getByRole('button', { name: writtenIn('plan/plan.yaml')('page.keep.wipe') }).click();
  for (const step of ['signed', 'tell-by', 'say-it']) {
    await expect(choice(page, step)).toHaveValue('');
  }
  await expect.poll(() => remembered(page)).toEqual([]);
});

test('where storage is blocked, tools work as before', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'sessionStorage', {
      get: () => {
        throw new DOMException('blocked', 'SecurityError');
      },
    });
  });
  await openTool(page, 'signed');
  await choice(page, 'signed').selectOption({ label: 'Germany' });
  await expect(choice(page, 'signed')).toHaveValue('de');
  await page.goto(FLAGSHIP);
  await expect(page.locator('.law dt').first()).toBeVisible();
});
