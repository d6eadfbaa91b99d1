import { expect, test } from '../../test.ts';
import { look, WIDTHS } from '../../views.ts';
import { openTool, planPath, stored } from './tools.ts';

for (const view of WIDTHS) {
  test(`the list counts what is done and says what is next (${view.name})`, async ({ page }) => {
    await look(page, view);
    await openTool(page, 'after');
    await expect(page.getByText('0 of 19 done', { exact: true })).toBeVisible();
    await page.getByRole('checkbox', { name: /^Send the email/ }).check();
    await page.getByRole('checkbox', { name: /^If they have paid you/ }).check();
    const progress = page.getByRole('progressbar', { name: '2 of 19 done' });
    await expect(progress).toBeVisible();
    await expect(progress).toHaveAttribute('value', '2');
    // What is next says whom it concerns.
    await expect(page.getByText(/^Next: If the job is in Germany: Send the letter/)).toBeVisible();
    await expect(page.getByRole('group', { name: 'The first day 1 of 6' })).toBeVisible();
  });
}

test('the keyboard alone ticks it off, to the end', async ({ page }) => {
  await openTool(page, 'after');
  for (const box of await page.getByRole('group').getByRole('checkbox').all()) {
    await box.focus();
    await page.keyboard.press('Space');
  }
  await expect(page.getByText('19 of 19 done', { exact: true }).first()).toBeVisible();
  await expect(page.getByText('That was the last one.')).toBeVisible();
});

test('ticks are kept where the reader asks for it', async ({ page }) => {
  await openTool(page, 'after');
  const reply = page.getByRole('checkbox', { name: 'Ask for a reply in writing.' });
  await reply.check();
  expect(await stored(page)).toBeNull();
  await page.getByRole('checkbox', { name: 'Keep my answers' }).check();
  await page.reload();
  await expect(reply).toBeChecked();
});

test('it prints with its ticks, and empty where nothing is ticked', async ({ page }) => {
  await openTool(page, 'after');
  const reply = page.getByRole('checkbox', { name: 'Ask for a reply in writing.' });
  const paper = page.locator('.after-paper').first();
  await page.emulateMedia({ media: 'print' });
  await expect(paper).toBeVisible();
  await expect(reply).toBeHidden();
  await page.emulateMedia({ media: 'screen' });
  await reply.check();
  await page.emulateMedia({ media: 'print' });
  await expect(paper).toBeHidden();
  await expect(reply).toBeVisible();
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('the list can be read, with its sources', async ({ page }) => {
    await page.goto(planPath('after'));
    await expect(page.getByRole('heading', { name: 'The first week' })).toBeVisible();
    await expect(page.getByRole('link', { name: 'Kansas Department of Labor' })).toBeVisible();
    await expect(page.getByRole('checkbox').first()).toBeHidden();
  });
});
