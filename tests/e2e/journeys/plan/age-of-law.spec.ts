import type { Page } from '@playwright/test';
import { expect, test } from '../../test.ts';
import { openTool, planPath, unfold } from './tools.ts';

const TOLD = 'more than a year ago: check the source before you rely on it.';

/** Every rule that a page shows with the day of its review, whoever wrote it there. */
const reviews = (page: Page) => page.getByText(/^Last checked in |\. Last checked in /);

/** Asks the two tools that write rules themselves, and has the others as the build wrote them. */
const ASK: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  signed: async (page) => {
    await page.getByLabel('Where is the job?').selectOption('Germany');
    await page.getByRole('radio', { name: 'I signed something' }).check();
    await page.getByRole('button', { name: 'No to the rest' }).click();
    await page.getByRole('button', { name: 'Show what to do' }).click();
    await unfold(page);
    await expect(page.locator('.outcome .reasons .small').first()).toBeVisible();
  },
  'tell-by': async (page) => {
    const start = await page.evaluate(() => new Date().toISOString().slice(0, 10));
    await page.getByLabel('Where is the job?').selectOption('Germany');
    await page.getByLabel('First day of work').fill(start);
    await page.getByRole('radio', { name: "It says nothing, or I don't know" }).check();
    await page.getByRole('button', { name: 'Find the day' }).click();
    await unfold(page);
    await expect(page.locator('.outcome [data-part=law] .small').first()).toBeVisible();
  },
  'say-it': async () => undefined,
  after: async () => undefined,
};

for (const [step, ask] of Object.entries(ASK)) {
  test(`${step} says of each rule that a reader of another decade has to check it`, async ({
    page,
  }) => {
    await page.clock.setFixedTime(new Date('2090-02-28T10:00:00'));
    await openTool(page, step);
    await ask(page);
    const texts = await reviews(page).allTextContents();
    expect(texts.length).toBeGreaterThan(0);
    for (const text of texts) expect(text).toContain(TOLD);
  });

  test(`${step} says it of none to a reader on the day of the review`, async ({ page }) => {
    await page.clock.setFixedTime(new Date('2026-02-28T10:00:00'));
    await openTool(page, step);
    await ask(page);
    const texts = await reviews(page).allTextContents();
    expect(texts.length).toBeGreaterThan(0);
    for (const text of texts) expect(text).not.toContain(TOLD);
  });
}

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('the plan says the month of each review, and what to do when it is long ago', async ({
    page,
  }) => {
    await page.goto(planPath());
    const said = page.locator('[data-reviewed]');
    expect(await said.count()).toBeGreaterThan(50);
    for (const text of await said.allTextContents()) expect(text).toMatch(/in \w+ 20\d\d\b/);
    await expect(page.getByText("If that's more than a year ago, check the source")).toBeVisible();
  });
});
