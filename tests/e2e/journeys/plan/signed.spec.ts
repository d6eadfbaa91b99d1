import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../../test.ts';
import { look, WIDTHS } from '../../views.ts';
import { folded, openTool, planPath, stored } from './tools.ts';

const CLAUSES = 11;

const outcome = (page: Page): Locator => page.locator('what-signed .outcome');
const clause = (page: Page, question: string): Locator =>
  page.getByRole('group', { name: question });
const rest = (page: Page, answer: string): Locator => page.getByRole('button', { name: answer });

async function answer(page: Page, question: string, given: string): Promise<void> {
  await clause(page, question).getByRole('radio', { name: given, exact: true }).check();
}

async function sign(page: Page, country = 'United States'): Promise<void> {
  await page.getByLabel('Where is the job?').selectOption(country);
  await page.getByRole('radio', { name: 'I signed something' }).check();
}

async function ask(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Show what to do' }).click();
}

async function askForEstimate(page: Page): Promise<void> {
  await page.getByRole('checkbox', { name: 'Work out what I would pay back' }).check();
  await page.getByLabel('Sum promised, before tax').fill('20,000');
  await page.getByRole('radio', { name: 'The gross sum' }).check();
  await page.getByRole('radio', { name: 'The share of the months not worked' }).check();
  await page.getByLabel('Whole months worked').fill('6');
  await page.getByLabel('Months the clause runs').fill('24');
}

for (const view of WIDTHS) {
  test(`a visa asks for advice, with its source and what to say: ${view.name}`, async ({
    page,
  }) => {
    await look(page, view);
    await openTool(page, 'signed');
    await sign(page);
    await answer(page, 'signing bonus', 'Yes');
    await answer(page, 'visa or a work permit', 'Yes');
    await rest(page, 'No to the rest').click();
    await expect(page.getByText('Answers filled in: 9.')).toBeVisible();
    await expect(clause(page, 'signing bonus').getByRole('radio', { name: 'Yes' })).toBeChecked();
    await ask(page);
    await expect(
      page.getByRole('heading', { name: 'Get advice before you send anything' }),
    ).toBeFocused();
    await expect(outcome(page).getByRole('heading', { level: 3 }).locator('mark')).toHaveText(
      'Get advice',
    );
    await expect(outcome(page).getByText('To say to:')).toHaveText([
      'To say to: An immigration lawyer, or your international office',
      'To say to: The person who hired you, or human resources',
    ]);
    await expect(
      outcome(page).getByRole('link', { name: 'Murthy Law Firm, on OPT' }),
    ).toBeVisible();
    await expect(
      outcome(page)
        .getByText(/Last checked in \w+ \d{4}/)
        .first(),
    ).toBeVisible();
    // Why to stop, and what to offer, are there to see; what weighs less is folded.
    await expect(outcome(page).locator('b:visible')).toHaveText(['A visa', 'A signing bonus']);
    const less = folded(page, 'What else we weighed');
    await less.locator('summary').click();
    await expect(less.getByText('What your yes weighs there')).toBeVisible();
    await expect(outcome(page)).toContainText('the Trapped at Work Act');
  });
}

test('the keyboard alone finds what to do, which follows each change from then on', async ({
  page,
}) => {
  await openTool(page, 'signed');
  await page.getByLabel('Where is the job?').focus();
  await page.keyboard.type('United S');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await expect(page.getByRole('radio', { name: 'I said it' })).toBeChecked();
  for (let index = 0; index < CLAUSES; index += 1) await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(rest(page, 'No to the rest')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText(`Answers filled in: ${CLAUSES}.`)).toBeVisible();
  await expect(rest(page, 'No to the rest')).toBeFocused();
  for (let index = 0; index < 3; index += 1) await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Show what to do' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'You can withdraw' })).toBeFocused();
  await clause(page, 'fixed time').getByRole('radio', { name: 'No', exact: true }).focus();
  await page.keyboard.press('ArrowLeft');
  await expect(page.getByRole('heading', { name: 'Ask to be released first' })).toBeVisible();
  await expect(page.locator('what-signed [data-part=status]')).toHaveText(
    'Ask to be released first',
  );
});

test('what is missing is told at each question, and no answer is lost', async ({ page }) => {
  await openTool(page, 'signed');
  await answer(page, 'training or course fees', 'Yes');
  await askForEstimate(page);
  const gross = page.getByLabel('Sum promised, before tax');
  await gross.fill('13.600.50');
  await page.getByLabel('Months the clause runs').fill('900');
  await ask(page);
  const problem = page.getByRole('alert', { name: 'There is a problem' });
  await expect(problem).toBeFocused();
  await expect(problem.getByRole('link')).toHaveCount(CLAUSES - 1 + 4);
  await expect(clause(page, 'visa or a work permit')).toHaveAccessibleDescription(
    /A visa: answer yes, no, or not sure\./,
  );
  await expect(gross).toHaveAccessibleDescription(/cannot tell thousands from decimals/);
  await expect(gross).toHaveValue('13.600.50');
  await expect(page.getByLabel('Months the clause runs')).toHaveAccessibleDescription(
    /from 0 to 120/,
  );
  await expect(
    clause(page, 'training or course fees').getByRole('radio', { name: 'Yes' }),
  ).toBeChecked();
  await expect(outcome(page)).toBeHidden();
  await problem.getByRole('link', { name: 'A visa: answer' }).click();
  await expect(
    clause(page, 'visa or a work permit').getByRole('radio', { name: 'Yes' }),
  ).toBeFocused();
  await sign(page);
  await rest(page, 'No to the rest').click();
  await gross.fill('13,600.50');
  await page.getByLabel('Months the clause runs').fill('24');
  await ask(page);
  await expect(problem).toBeHidden();
  await expect(outcome(page)).toContainText('about 10,200.38 goes back');
});

test('not sure counts as a yes, and is listed to look up', async ({ page }) => {
  await openTool(page, 'signed');
  await sign(page, 'Germany');
  await answer(page, "sum to pay if you don't start", 'Not sure');
  await rest(page, 'No to the rest').click();
  await rest(page, 'Not sure about the rest').click();
  await expect(page.getByText('Every question has an answer already.')).toBeVisible();
  await ask(page);
  await expect(outcome(page)).toContainText("You weren't sure, so this counts as a yes.");
  await expect(outcome(page).getByRole('heading', { name: 'Look these up' })).toBeVisible();
  await expect(outcome(page)).toContainText('A sum for not starting. Look for “no-show,”');
  await answer(page, "sum to pay if you don't start", 'No');
  await expect(page.getByRole('heading', { name: 'Give notice on paper' })).toBeVisible();
  await expect(outcome(page).getByRole('heading', { name: 'Look these up' })).toBeHidden();
});

test('a warning stands open, and what it rests on is folded', async ({ page }) => {
  await openTool(page, 'signed');
  await sign(page, 'Germany');
  await rest(page, 'No to the rest').click();
  await ask(page);
  await expect(outcome(page).getByText(/^Only a letter on paper counts/)).toBeVisible();
  await expect(outcome(page).locator('.button:not(.quiet):visible')).toHaveText('Write the letter');
  const source = outcome(page)
    .getByText(/Last checked in/)
    .first();
  await expect(source).toBeHidden();
  await folded(page, 'Why').locator('summary').click();
  await expect(source).toBeVisible();
  // A fixed term makes it a matter of asking, where the paper matters as much.
  await answer(page, 'fixed time', 'Yes');
  await expect(page.getByRole('heading', { name: 'Ask to be released first' })).toBeVisible();
  await expect(
    outcome(page)
      .getByText(/both signatures/)
      .first(),
  ).toBeVisible();
});

test('an outcome leads to the message, set to its place and kind', async ({ page }) => {
  await openTool(page, 'signed');
  await sign(page, 'Germany');
  await rest(page, 'No to the rest').click();
  await ask(page);
  await outcome(page).getByRole('link', { name: 'Write the letter' }).click();
  await expect(page).toHaveURL(planPath('say-it'));
  const message = page.getByRole('region', { name: 'Your message' });
  await expect(message).toContainText('kündige ich den Arbeitsvertrag vom [date on the contract]');
  await expect(page.getByRole('combobox', { name: 'Where the job is' })).toHaveValue('de');
  await expect(page.getByRole('radio', { name: 'I signed something' })).toBeChecked();
  await expect(page.getByRole('heading', { name: 'Your message' })).toBeFocused();
});

test('money and an agency stop nobody, and say what to offer', async ({ page }) => {
  await openTool(page, 'signed');
  await sign(page);
  for (const question of ['signing bonus', 'pay for your move', 'a recruiter']) {
    await answer(page, question, 'Yes');
  }
  await rest(page, 'No to the rest').click();
  await ask(page);
  await expect(page.getByRole('heading', { name: 'You can withdraw' })).toBeFocused();
  await expect(outcome(page).getByRole('heading', { name: 'Offer to settle it' })).toBeVisible();
  await expect(outcome(page)).toContainText("I'd like to settle the money you've paid me.");
});

test('what would go back is worked out with what it rests on', async ({ page }) => {
  await openTool(page, 'signed');
  await sign(page, 'India');
  await rest(page, 'No to the rest').click();
  await expect(page.getByLabel('Sum promised, before tax')).toBeHidden();
  await askForEstimate(page);
  await ask(page);
  const sum = outcome(page).getByText('By the clause, about 15,000 goes back.');
  await expect(sum.locator('mark')).toHaveText('15,000');
  await expect(outcome(page)).toContainText('so 18 of 24 parts go back');
  await expect(outcome(page)).toContainText('No interest, no fee');
  await expect(outcome(page)).toContainText('no source on repayment for your country');
  await page.getByLabel('Where is the job?').selectOption('United States');
  await expect(outcome(page)).toContainText('section 1341');
  await page.getByRole('checkbox', { name: 'Work out what I would pay back' }).uncheck();
  await expect(outcome(page)).not.toContainText('goes back');
  await expect(page.getByRole('heading', { name: 'You can withdraw' })).toBeVisible();
});

test('nothing is kept unless asked, and what was cleared can be brought back', async ({ page }) => {
  await openTool(page, 'signed');
  await sign(page);
  await rest(page, 'No to the rest').click();
  expect(await stored(page)).toBeNull();
  await page.getByRole('button', { name: 'Clear these answers' }).click();
  await expect(page.getByText('Answers filled in')).toBeHidden();
  await expect(page.locator('what-signed form :checked:not(option)')).toHaveCount(0);
  await page.getByRole('button', { name: 'Bring them back' }).click();
  await expect(page.locator('what-signed form :checked:not(option)')).toHaveCount(CLAUSES + 1);
});

test('a used checklist prints its outcome, and an unused one its paper version', async ({
  page,
}) => {
  await openTool(page, 'signed');
  const paper = page.getByText('Read what your yes weighs where the job is.');
  await page.emulateMedia({ media: 'print' });
  await expect(paper).toBeVisible();
  await page.emulateMedia({ media: 'screen' });
  await sign(page);
  await rest(page, 'No to the rest').click();
  await ask(page);
  await page.emulateMedia({ media: 'print' });
  await expect(paper).toBeHidden();
  await expect(page.getByRole('heading', { name: 'You can withdraw' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Show what to do' })).toBeHidden();
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('the checklist is there to tick by hand, with its sources', async ({ page }) => {
    await page.goto(planPath('signed'));
    await expect(page.getByText('Read what your yes weighs where the job is.')).toBeVisible();
    await expect(
      page.getByRole('heading', { name: 'Does a visa or a work permit depend on this job?' }),
    ).toBeVisible();
    await expect(page.getByRole('link', { name: 'McGuireWoods' })).toBeVisible();
    await expect(page.getByText('From December 19, 2026:')).toBeVisible();
    await expect(page.getByLabel('Where is the job?')).toBeHidden();
  });
});
