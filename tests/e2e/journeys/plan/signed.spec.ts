import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../../test.ts';
import { look, WIDTHS } from '../../views.ts';
import { beginsWith, writtenIn } from '../../written.ts';
import { folded, openTool, planPath, stored } from './tools.ts';

const signedWords = writtenIn('plan/signed.yaml');
const actsWords = writtenIn('plan/acts.yaml');
const clausesWords = writtenIn('plan/clauses.yaml');
const formsWords = writtenIn('forms.yaml');
const sayItWords = writtenIn('plan/say-it.yaml');
const afterWords = writtenIn('plan/after.yaml');

const CLAUSES = 11;

const outcome = (page: Page): Locator => page.locator('what-signed .outcome');
const clause = (page: Page, question: string): Locator =>
  page.getByRole('group', { name: question });
const rest = (page: Page, answer: string): Locator => page.getByRole('button', { name: answer });

async function answer(page: Page, question: string, given: string): Promise<void> {
  await clause(page, question).getByRole('radio', { name: given, exact: true }).check();
}

async function sign(page: Page, country = 'United States'): Promise<void> {
  await page.getByLabel(signedWords('fields.country.label')).selectOption(country);
  await page.getByRole('radio', { name: signedWords('fields.accepted.options.signed') }).check();
}

async function ask(page: Page): Promise<void> {
  await page.getByRole('button', { name: signedWords('submit') }).click();
}

async function askForEstimate(page: Page): Promise<void> {
  await page.getByRole('checkbox', { name: signedWords('fields.repay.label') }).check();
  await page.getByLabel(signedWords('fields.gross.label')).fill('20,000');
  await page.getByRole('radio', { name: signedWords('fields.base.options.gross') }).check();
  await page.getByRole('radio', { name: signedWords('fields.share.options.rata') }).check();
  await page.getByLabel(signedWords('fields.worked.label')).fill('6');
  await page.getByLabel(signedWords('fields.months.label')).fill('24');
}

for (const view of WIDTHS) {
  test(`a visa asks for advice, with its source and what to say: ${view.name}`, async ({
    page,
  }) => {
    await look(page, view);
    await openTool(page, 'signed');
    await sign(page);
    await answer(page, 'signing bonus', signedWords('clauses.answers.yes'));
    await answer(page, 'visa or a work permit', signedWords('clauses.answers.yes'));
    await rest(page, signedWords('clauses.rest.no')).click();
    await expect(page.getByText('Answers filled in: 9.')).toBeVisible();
    await expect(
      clause(page, 'signing bonus').getByRole('radio', {
        name: signedWords('clauses.answers.yes'),
      }),
    ).toBeChecked();
    await ask(page);
    await expect(page.getByRole('heading', { name: actsWords('advice.title') })).toBeFocused();
    await expect(outcome(page).getByRole('heading', { level: 3 }).locator('mark')).toHaveText(
      actsWords('advice.mark'),
    );
    await expect(outcome(page).getByText('To say to:')).toHaveText([
      signedWords('outcome.say', { to: 'An immigration lawyer, or your international office' }),
      signedWords('outcome.say', { to: 'The person who hired you, or human resources' }),
    ]);
    // Whom to ask, and what to settle, are there to see; why is folded, and what weighs less.
    await expect(outcome(page).locator('li:visible')).toHaveText([
      `${clausesWords('clauses.7.name')}. An immigration lawyer, or your international office.`,
      `${clausesWords('clauses.3.name')}. The person who hired you, or human resources.`,
    ]);
    await folded(page, signedWords('outcome.reasonsAndWords')).locator('summary').click();
    await expect(
      outcome(page).getByRole('link', { name: 'Murthy Law Firm, on OPT' }),
    ).toBeVisible();
    await expect(
      outcome(page)
        .getByText(/Last checked in \w+ \d{4}/)
        .first(),
    ).toBeVisible();
    const less = folded(page, signedWords('outcome.more'));
    await less.locator('summary').click();
    await expect(less.getByText(signedWords('outcome.accepted'))).toBeVisible();
    await expect(outcome(page)).toContainText('the Trapped at Work Act');
  });
}

test('the keyboard alone finds what to do, which follows each change from then on', async ({
  page,
}) => {
  await openTool(page, 'signed');
  await page.getByLabel(signedWords('fields.country.label')).focus();
  await page.keyboard.type('United S');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await expect(
    page.getByRole('radio', { name: signedWords('fields.accepted.options.said') }),
  ).toBeChecked();
  for (let index = 0; index < CLAUSES; index += 1) await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(rest(page, signedWords('clauses.rest.no'))).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText(`Answers filled in: ${CLAUSES}.`)).toBeVisible();
  await expect(rest(page, signedWords('clauses.rest.no'))).toBeFocused();
  for (let index = 0; index < 3; index += 1) await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: signedWords('submit') })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: actsWords('withdraw.title') })).toBeFocused();
  await clause(page, 'fixed time')
    .getByRole('radio', { name: signedWords('clauses.answers.no'), exact: true })
    .focus();
  await page.keyboard.press('ArrowLeft');
  await expect(page.getByRole('heading', { name: actsWords('release.title') })).toBeVisible();
  await expect(page.locator('what-signed [data-part=status]')).toHaveText(
    actsWords('release.title'),
  );
});

test('what is missing is told at each question, and no answer is lost', async ({ page }) => {
  await openTool(page, 'signed');
  await answer(page, 'training or course fees', signedWords('clauses.answers.yes'));
  await askForEstimate(page);
  const gross = page.getByLabel(signedWords('fields.gross.label'));
  await gross.fill('13.600.50');
  await page.getByLabel(signedWords('fields.months.label')).fill('900');
  await ask(page);
  const problem = page.getByRole('alert', { name: formsWords('problem') });
  await expect(problem).toBeFocused();
  await expect(problem.getByRole('link')).toHaveCount(CLAUSES - 1 + 4);
  await expect(clause(page, 'visa or a work permit')).toHaveAccessibleDescription(
    /A visa: answer yes, no, or not sure\./,
  );
  await expect(gross).toHaveAccessibleDescription(/cannot tell thousands from decimals/);
  await expect(gross).toHaveValue('13.600.50');
  await expect(page.getByLabel(signedWords('fields.months.label'))).toHaveAccessibleDescription(
    /from 0 to 120/,
  );
  await expect(
    clause(page, 'training or course fees').getByRole('radio', {
      name: signedWords('clauses.answers.yes'),
    }),
  ).toBeChecked();
  await expect(outcome(page)).toBeHidden();
  await problem.getByRole('link', { name: 'A visa: answer' }).click();
  await expect(
    clause(page, 'visa or a work permit').getByRole('radio', {
      name: signedWords('clauses.answers.yes'),
    }),
  ).toBeFocused();
  await sign(page);
  await rest(page, signedWords('clauses.rest.no')).click();
  await gross.fill('13,600.50');
  await page.getByLabel(signedWords('fields.months.label')).fill('24');
  await ask(page);
  await expect(problem).toBeHidden();
  await expect(outcome(page)).toContainText('about 10,200.38 goes back');
});

test('not sure counts as a yes, and is listed to look up', async ({ page }) => {
  await openTool(page, 'signed');
  await sign(page, 'Germany');
  await answer(page, "sum to pay if you don't start", signedWords('clauses.answers.unsure'));
  await rest(page, signedWords('clauses.rest.no')).click();
  await rest(page, signedWords('clauses.rest.unsure')).click();
  await expect(page.getByText(signedWords('clauses.rest.none'))).toBeVisible();
  await ask(page);
  await expect(outcome(page)).toContainText(signedWords('outcome.counted'));
  await expect(
    outcome(page).getByRole('heading', { name: signedWords('outcome.unsure.title') }),
  ).toBeVisible();
  await expect(outcome(page)).toContainText('A sum for not starting. Look for “no-show,”');
  await answer(page, "sum to pay if you don't start", signedWords('clauses.answers.no'));
  await expect(page.getByRole('heading', { name: actsWords('paper.title') })).toBeVisible();
  await expect(
    outcome(page).getByRole('heading', { name: signedWords('outcome.unsure.title') }),
  ).toBeHidden();
});

test('a warning stands open, and what it rests on is folded', async ({ page }) => {
  await openTool(page, 'signed');
  await sign(page, 'Germany');
  await rest(page, signedWords('clauses.rest.no')).click();
  await ask(page);
  await expect(outcome(page).getByText(beginsWith(actsWords('paper.text')))).toBeVisible();
  await expect(outcome(page).locator('.button:not(.quiet):visible')).toHaveText(
    actsWords('paper.next.0.label'),
  );
  const source = outcome(page)
    .getByText(/Last checked in/)
    .first();
  await expect(source).toBeHidden();
  await folded(page, signedWords('outcome.reasons')).locator('summary').click();
  await expect(source).toBeVisible();
  // A fixed term makes it a matter of asking, where the paper matters as much.
  await answer(page, 'fixed time', signedWords('clauses.answers.yes'));
  await expect(page.getByRole('heading', { name: actsWords('release.title') })).toBeVisible();
  await expect(
    outcome(page)
      .getByText(/both signatures/)
      .first(),
  ).toBeVisible();
});

test('an outcome leads to the message, set to its place and kind', async ({ page }) => {
  await openTool(page, 'signed');
  await sign(page, 'Germany');
  await rest(page, signedWords('clauses.rest.no')).click();
  await ask(page);
  await outcome(page)
    .getByRole('link', { name: actsWords('paper.next.0.label') })
    .click();
  await expect(page).toHaveURL(planPath('say-it'));
  const message = page.getByRole('region', { name: sayItWords('outcome') });
  await expect(message).toContainText('kündige ich den Arbeitsvertrag vom [date on the contract]');
  await expect(
    page.getByRole('combobox', { name: sayItWords('fields.country.label') }),
  ).toHaveValue('de');
  await expect(
    page.getByRole('radio', { name: signedWords('fields.accepted.options.signed') }),
  ).toBeChecked();
  await expect(page.getByRole('heading', { name: sayItWords('outcome') })).toBeFocused();
});

test('money and an agency stop nobody, and say what to offer', async ({ page }) => {
  await openTool(page, 'signed');
  await sign(page);
  for (const question of ['signing bonus', 'pay for your move', 'a recruiter']) {
    await answer(page, question, signedWords('clauses.answers.yes'));
  }
  await rest(page, signedWords('clauses.rest.no')).click();
  await ask(page);
  await expect(page.getByRole('heading', { name: actsWords('withdraw.title') })).toBeFocused();
  await expect(
    outcome(page).getByRole('heading', { name: signedWords('outcome.settle') }),
  ).toBeVisible();
  await expect(outcome(page)).toContainText(afterWords('groups.1.items.3.say'));
});

test('what would go back is worked out with what it rests on', async ({ page }) => {
  await openTool(page, 'signed');
  await sign(page, 'India');
  await rest(page, signedWords('clauses.rest.no')).click();
  await expect(page.getByLabel(signedWords('fields.gross.label'))).toBeHidden();
  await askForEstimate(page);
  await ask(page);
  const sum = outcome(page).getByText('By the clause, about 15,000 goes back.');
  await expect(sum.locator('mark')).toHaveText('15,000');
  await expect(outcome(page)).toContainText('so 18 of 24 parts go back');
  await expect(outcome(page)).toContainText('No interest, no fee');
  await expect(outcome(page)).toContainText('no source on repayment for your country');
  await page.getByLabel(signedWords('fields.country.label')).selectOption('United States');
  await expect(outcome(page)).toContainText('section 1341');
  await page.getByRole('checkbox', { name: signedWords('fields.repay.label') }).uncheck();
  await expect(outcome(page)).not.toContainText('goes back');
  await expect(page.getByRole('heading', { name: actsWords('withdraw.title') })).toBeVisible();
});

test('nothing is kept unless asked, and what was cleared can be brought back', async ({ page }) => {
  await openTool(page, 'signed');
  await sign(page);
  await rest(page, signedWords('clauses.rest.no')).click();
  expect(await stored(page)).toBeNull();
  await page.getByRole('button', { name: formsWords('clear.label') }).click();
  await expect(page.getByText('Answers filled in')).toBeHidden();
  await expect(page.locator('what-signed form :checked:not(option)')).toHaveCount(0);
  await page.getByRole('button', { name: formsWords('clear.undo') }).click();
  await expect(page.locator('what-signed form :checked:not(option)')).toHaveCount(CLAUSES + 1);
});

test('a used checklist prints its outcome, and an unused one its paper version', async ({
  page,
}) => {
  await openTool(page, 'signed');
  const paper = page.getByText(signedWords('paper.lead'));
  await page.emulateMedia({ media: 'print' });
  await expect(paper).toBeVisible();
  await page.emulateMedia({ media: 'screen' });
  await sign(page);
  await rest(page, signedWords('clauses.rest.no')).click();
  await ask(page);
  await page.emulateMedia({ media: 'print' });
  await expect(paper).toBeHidden();
  await expect(page.getByRole('heading', { name: actsWords('withdraw.title') })).toBeVisible();
  await expect(page.getByRole('button', { name: signedWords('submit') })).toBeHidden();
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('the checklist is there to tick by hand, with its sources', async ({ page }) => {
    await page.goto(planPath('signed'));
    await expect(page.getByText(signedWords('paper.lead'))).toBeVisible();
    await expect(
      page.getByRole('heading', { name: clausesWords('clauses.7.question') }),
    ).toBeVisible();
    await expect(page.getByRole('link', { name: 'McGuireWoods' })).toBeVisible();
    await expect(page.getByText('From December 19, 2026:')).toBeVisible();
    await expect(page.getByLabel(signedWords('fields.country.label'))).toBeHidden();
  });
});
