import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, test } from '../../test.ts';
import { look, WIDTHS } from '../../views.ts';
import { choice, mark, weigh } from './decision.ts';
import { folded, openTool, planPath, stored } from './tools.ts';

const outcome = (page: Page) => page.locator('decide-tool .outcome');
const headline = (page: Page) => outcome(page).getByRole('heading', { level: 3 });

for (const view of WIDTHS) {
  test(`two offers are weighed, and what is not in hand comes first (${view.name})`, async ({
    page,
  }) => {
    await look(page, view);
    await openTool(page, 'decide');
    await weigh(page);
    await expect(outcome(page).getByText('What your answers say')).toBeVisible();
    await expect(headline(page)).toHaveText('Not in hand yet');
    await expect(headline(page).locator('mark')).toHaveText('Not in hand');
    await expect(headline(page)).toBeFocused();
    await expect(outcome(page).getByText(/^Whatever the marks below say/)).toBeVisible();
    await expect(outcome(page)).toContainText('Who signs the offer on your side');
    await expect(outcome(page)).toContainText('Ahead: the other offer.');
    await expect(outcome(page)).toContainText('The row “The work” speaks loudest');
    await expect(outcome(page)).toContainText('Left out, because a cell is empty: The manager');
    await expect(outcome(page).getByText(/The row “The work” speaks loudest/)).toBeVisible();
    await folded(page, 'Row by row').locator('summary').click();
    await expect(outcome(page).getByRole('row', { name: 'Together 3 15' })).toBeVisible();
    await expect(outcome(page)).toContainText('I met the team twice');
  });
}

test('the outcome follows what is changed, and the names that sides get', async ({ page }) => {
  await openTool(page, 'decide');
  await weigh(page);
  for (const box of ['It is unconditional', 'The pay', 'The start date', 'Someone with auth']) {
    await page.getByRole('checkbox', { name: box }).check();
  }
  await expect(outcome(page)).not.toContainText('Not in hand yet');
  await expect(outcome(page)).toContainText('The other offer is in hand');
  const rows = folded(page, 'Row by row');
  await rows.locator('summary').click();
  await page.getByRole('textbox', { name: 'What stands against it' }).fill('Pier');
  await expect(choice(page, 'The work', 'Pier')).toBeVisible();
  await expect(headline(page)).toHaveText('Ahead: Pier');
  await expect(headline(page).locator('mark')).toHaveText('Pier');
  // What was unfolded stays so, and the rest stays folded.
  await expect(rows).toHaveAttribute('open');
  await expect(outcome(page).locator('details[open]')).toHaveCount(1);
  await choice(page, 'The work', 'Pier').selectOption('2');
  await expect(outcome(page)).toContainText('Ahead by a hair: the job you accepted.');
  await choice(page, 'Money you can count on', 'Pier').selectOption('5');
  await expect(headline(page)).toHaveText('No difference where it counts');
  await expect(page.locator('[data-tool=decide] [data-part=status]')).toHaveText(
    'No difference where it counts.',
  );
});

test('each comparison has its own questions', async ({ page }) => {
  await openTool(page, 'decide');
  const gate = (name: string) => page.getByRole('group', { name });
  await expect(gate('Is the other offer really in hand?')).toBeHidden();
  await page.getByRole('radio', { name: 'Staying with my current employer' }).check();
  await expect(gate('Is staying really in hand?')).toBeVisible();
  await expect(choice(page, 'The work', 'staying where you are')).toBeVisible();
  await page.getByRole('radio', { name: 'No other job' }).check();
  await expect(gate('Is staying really in hand?')).toBeHidden();
  await page.getByRole('button', { name: 'See what tips it' }).click();
  await expect(outcome(page)).toContainText('Nothing to weigh yet');
  await expect(outcome(page)).not.toContainText('in hand');
});

test('the keyboard alone weighs, and shows the outcome', async ({ page }) => {
  await openTool(page, 'decide');
  await page.getByRole('radio', { name: 'Another offer' }).focus();
  for (const key of ['ArrowDown', 'ArrowDown', 'Tab', 'Tab', 'Tab']) {
    await page.keyboard.press(key);
  }
  await expect(page.getByRole('radio', { name: 'No other job' })).toBeChecked();
  await expect(choice(page, 'Money you can count on', 'How much it matters')).toBeFocused();
  await page.keyboard.type('Most');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Very');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Poor');
  await page.getByRole('button', { name: 'See what tips it' }).focus();
  await page.keyboard.press('Enter');
  await expect(headline(page)).toHaveText('Ahead: the job you accepted');
  await expect(headline(page)).toBeFocused();
  await expect(outcome(page)).toContainText('Only one row counts here.');
});

test('what is wrong is said at its field, and nothing typed is lost', async ({ page }) => {
  await openTool(page, 'decide');
  const novel = 'It was a dark and stormy night. '.repeat(80);
  const facts = page.getByRole('textbox', { name: 'Against: the job you accepted' });
  await facts.fill(novel);
  await page.getByRole('button', { name: 'See what tips it' }).click();
  const problem = page.getByRole('alert', { name: 'There is a problem' });
  await expect(problem).toBeFocused();
  await expect(problem.getByRole('link')).toHaveText([
    'Choose what you are weighing against the job you accepted.',
    `Use at most 2000 characters. You have ${novel.trim().length}.`,
  ]);
  await expect(outcome(page)).toBeHidden();
  await expect(facts).toHaveValue(novel);
  await expect(facts).toHaveAccessibleDescription(/Use at most 2000 characters/);
  await problem.getByRole('link').first().click();
  await expect(page.getByRole('radio', { name: 'Another offer' })).toBeFocused();
});

test('a reminder for tomorrow names nothing that others should not see', async ({ page }) => {
  await page.clock.setFixedTime(new Date('2028-02-28T23:30:00'));
  await openTool(page, 'decide');
  await page
    .getByRole('textbox', { name: 'What stands against it', exact: true })
    .fill('Harbor Data');
  await page.getByRole('radio', { name: 'Another offer' }).check();
  await page.getByRole('button', { name: 'See what tips it' }).click();
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save the reminder for tomorrow' }).click();
  const download = await saving;
  const text = await readFile(await download.path(), 'utf8');
  expect(download.suggestedFilename()).toBe('ten-minutes.ics');
  expect(text).toContain('\r\nDTSTART:20280229T090000\r\n');
  expect(text).toContain('\r\nSUMMARY:Ten minutes for a decision\r\n');
  expect(text).not.toMatch(/Harbor|offer/i);
  await expect(outcome(page).getByRole('status')).toHaveText(/^Saved as a file/);
});

test('nothing is kept unless asked, and a row without a name counts', async ({ page }) => {
  await openTool(page, 'decide');
  await weigh(page);
  await mark(page, 'Your own row', { weight: '2', accepted: '1', other: '5' });
  expect(await stored(page)).toBeNull();
  await page.getByRole('checkbox', { name: 'Keep my answers' }).check();
  await page.reload();
  await folded(page, 'Row by row').locator('summary').click();
  await expect(outcome(page).getByRole('row', { name: 'Your own row 0 8' })).toBeVisible();
});

test('the outcome prints, and an untouched form prints its paper version', async ({ page }) => {
  await openTool(page, 'decide');
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByText('Draw two columns')).toBeVisible();
  await page.emulateMedia({ media: 'screen' });
  await weigh(page);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByText('Draw two columns')).toBeHidden();
  await expect(outcome(page)).toContainText('I met the team twice');
  await expect(page.getByText('Save the reminder')).toBeHidden();
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('the comparison is a sheet to fill in by hand', async ({ page }) => {
    await page.goto(planPath('decide'));
    await expect(page.getByText('Draw two columns')).toBeVisible();
    await expect(page.getByRole('rowheader', { name: 'What leaving costs' })).toBeVisible();
    await expect(page.getByRole('radio', { name: 'Another offer' })).toBeHidden();
  });
});
