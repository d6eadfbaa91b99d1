import { expect, test } from '../../test.ts';
import { anyOf } from '../../written.ts';
import { FIRST, QUIZ, words } from './quiz.ts';

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } });

  test('the page holds the quiz to do by hand: activities, sums, and what the types mean', async ({
    page,
  }) => {
    await page.goto(QUIZ);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(words('question.name'));
    await expect(page.getByRole('heading', { name: words('paper.title') })).toBeVisible();
    await expect(page.getByText(FIRST).filter({ visible: true })).toBeVisible();
    await expect(page.locator('.activities li').filter({ visible: true })).toHaveCount(24);
    await expect(page.getByText(anyOf(words('paper.sum'))).filter({ visible: true })).toHaveCount(
      6,
    );
    for (const name of ['Realistic', 'Conventional']) {
      await page
        .getByRole('link', { name: words('result.type.more', { type: name }) })
        .filter({ visible: true })
        .click();
      await expect(page.getByRole('heading', { level: 1 })).toContainText(name);
      await page.goBack();
    }
    for (const role of ['radio', 'button', 'combobox'] as const) {
      const dead = page.locator('main').getByRole(role);
      await expect(dead.filter({ visible: true })).toHaveCount(0);
    }
  });
});

test('whoever prefers paper can open it beside the quiz', async ({ page }) => {
  await page.goto(QUIZ);
  const first = page.locator('.activities li').first();
  await expect(first).toBeHidden();
  await page.getByRole('heading', { name: words('paper.title') }).click();
  await expect(first).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(first).toBeVisible();
  await expect(page.getByRole('radio')).toHaveCount(0);
});
