import type { Page } from '@playwright/test';
import { at } from '../built-site.ts';
import { writtenIn } from '../written.ts';
import { FLAGSHIP } from './flagship.ts';
import { openTool } from './plan/tools.ts';
import { ANSWERS, announced, answer, openResult, progress, QUIZ } from './quiz/quiz.ts';
import { expect, test } from './whole-site.ts';

const sayItWords = writtenIn('plan/say-it.yaml');
const quizWords = writtenIn('quiz/quiz.yaml');
const channelsWords = writtenIn('messages/channels.yaml');
const slotsWords = writtenIn('messages/slots.yaml');
const newsletterWords = writtenIn('newsletter.yaml');

const yourName = (page: Page) => page.getByRole('textbox', { name: slotsWords('sender.label') });
const jobTitle = (page: Page) => page.getByRole('textbox', { name: slotsWords('role.label') });
const letter = (page: Page) =>
  page.getByRole('radio', { name: channelsWords('letter.title'), exact: true });

/**
 * Follows a link and comes back. Says whether the browser held the page meanwhile, as browsers of
 * readers do; the Chromium of the tests loads it anew, and then nothing is kept that nobody asked to keep.
 */
async function leaveAndComeBack(page: Page): Promise<boolean> {
  await page.evaluate(() => {
    Object.assign(window, { wasHere: true });
  });
  const left = page.url();
  await page.getByRole('contentinfo').locator('[href$="/privacy/"]').click();
  await expect(page).toHaveURL(/\/privacy\/$/);
  await page.goBack();
  await expect(page).toHaveURL(left);
  return page.evaluate(() => 'wasHere' in window);
}

test('whoever leaves the composer and comes back finds what they filled in', async ({ page }) => {
  await openTool(page, 'say-it');
  await page
    .getByRole('combobox', { name: sayItWords('fields.country.label') })
    .selectOption('United States');
  await yourName(page).fill('Alex Morgan');
  await jobTitle(page).fill('Data Analyst');
  await letter(page).check();
  const held = await leaveAndComeBack(page);
  await expect(jobTitle(page)).toHaveValue(held ? 'Data Analyst' : '');
  await expect(yourName(page)).toHaveValue(held ? 'Alex Morgan' : '');
  await expect(
    page.getByRole('combobox', { name: sayItWords('fields.country.label') }),
  ).toHaveValue('us');
  await expect(letter(page)).toBeChecked({ checked: held });
  const message = page.getByRole('region', { name: sayItWords('outcome') });
  if (held) await expect(message).toContainText('Data Analyst');
  else await expect(message).not.toContainText('Data Analyst');
});

test('whoever leaves a question of the quiz and comes back finds it, and their answer', async ({
  page,
}) => {
  await page.goto(QUIZ);
  await answer(page, 4);
  await expect(announced(page)).toHaveText(progress(2));
  await page.getByRole('button', { name: quizWords('question.back') }).click();
  await expect(page.getByRole('radio', { checked: true })).toHaveAccessibleName(ANSWERS[3] ?? '');
  await leaveAndComeBack(page);
  await expect(page.getByRole('radio', { checked: true })).toHaveAccessibleName(ANSWERS[3] ?? '');
});

test('whoever compared a job and comes back finds its title', async ({ page }) => {
  await openResult(page, '01kp01rc0403jo');
  const field = page.getByRole('combobox', { name: quizWords('comparison.label') });
  await field.fill('tool and die makers');
  await page.getByRole('listbox').getByRole('option').first().click();
  const title = await field.inputValue();
  const held = await leaveAndComeBack(page);
  await expect(field).toHaveValue(held ? title : '');
});

test('whoever typed an address and comes back finds it', async ({ page }) => {
  await page.goto(at('/newsletter/'));
  await page.getByRole('textbox', { name: newsletterWords('form.label') }).fill('ana@example.com');
  await leaveAndComeBack(page);
  await expect(page.getByRole('textbox', { name: newsletterWords('form.label') })).toHaveValue(
    'ana@example.com',
  );
});

test('whoever leaves a tool in an article and comes back finds what they filled in', async ({
  page,
}) => {
  await page.goto(FLAGSHIP);
  await page.locator('tool-embed').locator('[href$="/plan/say-it/"]').click();
  await jobTitle(page).fill('Data Analyst');
  // Where the browser held no page, the tool is a link again.
  if (await leaveAndComeBack(page)) await expect(jobTitle(page)).toHaveValue('Data Analyst');
  else await expect(jobTitle(page)).toHaveCount(0);
});
