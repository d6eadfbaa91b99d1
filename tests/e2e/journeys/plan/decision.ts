import type { Locator, Page } from '@playwright/test';

/** The choice of a row, by its label and by what is chosen: its weight, or the mark of a side. */
export const choice = (page: Page, row: string, of: string): Locator =>
  page.getByRole('combobox', { name: `${row}: ${of}` });

/** Marks a row: how much it matters, and how each side does. */
export async function mark(
  page: Page,
  row: string,
  { weight, accepted, other }: { weight: string; accepted: string; other: string },
): Promise<void> {
  await choice(page, row, 'How much it matters').selectOption(weight);
  await choice(page, row, 'the job you accepted').selectOption(accepted);
  await choice(page, row, 'the other offer').selectOption(other);
}

/** Weighs another offer that is not in hand against the job accepted, and asks for the outcome. */
export async function weigh(page: Page): Promise<void> {
  await page.getByRole('radio', { name: 'Another offer' }).check();
  await page.getByRole('checkbox', { name: /^It is written/ }).check();
  await mark(page, 'Money you can count on', { weight: '3', accepted: '5', other: '4' });
  await mark(page, 'The work', { weight: '5', accepted: '2', other: '5' });
  await choice(page, 'The manager', 'How much it matters').selectOption('4');
  await page.getByRole('textbox', { name: 'For: the other offer' }).fill('I met the team twice');
  await page.getByRole('button', { name: 'See what tips it' }).click();
}
