import type { Locator, Page } from '@playwright/test';
import { beginsWith, writtenIn } from '../../written.ts';

const decideWords = writtenIn('plan/decide.yaml');

/** The choice of a row, by its label and by what is chosen: its weight, or the mark of a side. */
export const choice = (page: Page, row: string, of: string): Locator =>
  page.getByRole('combobox', { name: `${row}: ${of}` });

/** Marks a row: how much it matters, and how each side does. */
export async function mark(
  page: Page,
  row: string,
  { weight, accepted, other }: { weight: string; accepted: string; other: string },
): Promise<void> {
  await choice(page, row, decideWords('rows.weight')).selectOption(weight);
  await choice(page, row, decideWords('names.accepted.default')).selectOption(accepted);
  await choice(page, row, decideWords('against.choices.offer.name')).selectOption(other);
}

/** Weighs another offer that is not in hand against the job accepted, and asks for the outcome. */
export async function weigh(page: Page): Promise<void> {
  await page.getByRole('radio', { name: decideWords('against.choices.offer.label') }).check();
  await page
    .getByRole('checkbox', { name: beginsWith(decideWords('gate.offer.boxes.0.label')) })
    .check();
  await mark(page, decideWords('rows.criteria.0.label'), {
    weight: '3',
    accepted: '5',
    other: '4',
  });
  await mark(page, decideWords('rows.criteria.1.label'), {
    weight: '5',
    accepted: '2',
    other: '5',
  });
  await choice(page, decideWords('rows.criteria.2.label'), decideWords('rows.weight')).selectOption(
    '4',
  );
  const facts = decideWords('facts.pros', { side: decideWords('against.choices.offer.name') });
  await page.getByRole('textbox', { name: facts }).fill('I met the team twice');
  await page.getByRole('button', { name: decideWords('button') }).click();
}
