import type { Page } from '@playwright/test';
import { expect, test } from '../../test.ts';
import { inOrder, writtenIn } from '../../written.ts';
import { openTool, planPath, unfold } from './tools.ts';

const signedWords = writtenIn('plan/signed.yaml');
const sayItWords = writtenIn('plan/say-it.yaml');
const tellByWords = writtenIn('plan/tell-by.yaml');
const planWords = writtenIn('plan/plan.yaml');
const lawWords = writtenIn('law.yaml');

/** What stands before the month of a review, and behind it. */
const [checked = ''] = lawWords('checked').split('{month}');
const [overdue = '', told = ''] = lawWords('overdue').split('{month}');

/** Every rule that a page shows with the day of its review, whoever wrote it there. */
const reviews = (page: Page) =>
  page.getByText(inOrder(checked)).or(page.getByText(inOrder(overdue)));

/** Asks the two tools that write rules themselves, and has the others as the build wrote them. */
const ASK: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  signed: async (page) => {
    await page.getByLabel(signedWords('fields.country.label')).selectOption('Germany');
    await page.getByRole('radio', { name: sayItWords('fields.accepted.options.signed') }).check();
    await page.getByRole('button', { name: signedWords('clauses.rest.no') }).click();
    await page.getByRole('button', { name: signedWords('submit') }).click();
    await unfold(page);
    await expect(page.locator('.outcome .reasons .small').first()).toBeVisible();
  },
  'tell-by': async (page) => {
    const start = await page.evaluate(() => new Date().toISOString().slice(0, 10));
    await page.getByLabel(signedWords('fields.country.label')).selectOption('Germany');
    await page.getByLabel(tellByWords('fields.start.label')).fill(start);
    await page.getByRole('radio', { name: tellByWords('fields.notice.options.unknown') }).check();
    await page.getByRole('button', { name: tellByWords('submit') }).click();
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
    for (const text of texts) expect(text).toContain(told);
  });

  test(`${step} says it of none to a reader on the day of the review`, async ({ page }) => {
    await page.clock.setFixedTime(new Date('2026-02-28T10:00:00'));
    await openTool(page, step);
    await ask(page);
    const texts = await reviews(page).allTextContents();
    expect(texts.length).toBeGreaterThan(0);
    for (const text of texts) expect(text).not.toContain(told);
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
    for (const text of await said.allTextContents()) expect(text).toMatch(/\w+ 20\d\d\b/);
    await expect(page.getByText(planWords('law'))).toBeVisible();
  });
});
