import type { Locator, Page } from '@playwright/test';
import { clausesSchema } from '../../../../src/plan/places/schema.ts';
import { expect, test } from '../../test.ts';
import { look, WIDTHS } from '../../views.ts';
import { beginsWith, fixedPart, inOrder, writtenAs, writtenIn } from '../../written.ts';
import { folded, openTool, planPath, stored } from './tools.ts';

const signedWords = writtenIn('plan/signed.yaml');
const actsWords = writtenIn('plan/acts.yaml');
const lawWords = writtenIn('law.yaml');
const slotsWords = writtenIn('messages/slots.yaml');
const { clauses } = writtenAs('plan/clauses.yaml', clausesSchema);
const formsWords = writtenIn('forms.yaml');
const sayItWords = writtenIn('plan/say-it.yaml');
const afterWords = writtenIn('plan/after.yaml');

type Id = (typeof clauses)[number]['id'];

/** A clause of content/plan/clauses.yaml. */
function written(id: Id) {
  const clause = clauses.find((one) => one.id === id);
  if (!clause) throw new Error(`content/plan/clauses.yaml has no clause ${id}.`);
  return clause;
}

const outcome = (page: Page): Locator => page.locator('what-signed .outcome');
const clause = (page: Page, id: Id): Locator =>
  page.getByRole('group', { name: written(id).question });
const checked = (page: Page): Locator =>
  outcome(page)
    .getByText(fixedPart(lawWords('checked')))
    .first();
const rest = (page: Page, answer: string): Locator => page.getByRole('button', { name: answer });

async function answer(page: Page, id: Id, given: string): Promise<void> {
  await clause(page, id).getByRole('radio', { name: given, exact: true }).check();
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
    await answer(page, 'bonus', signedWords('clauses.answers.yes'));
    await answer(page, 'visa', signedWords('clauses.answers.yes'));
    await rest(page, signedWords('clauses.rest.no')).click();
    await expect(
      page.getByText(signedWords('clauses.rest.done', { count: clauses.length - 2 })),
    ).toBeVisible();
    await expect(
      clause(page, 'bonus').getByRole('radio', {
        name: signedWords('clauses.answers.yes'),
      }),
    ).toBeChecked();
    await ask(page);
    await expect(page.getByRole('heading', { name: actsWords('advice.title') })).toBeFocused();
    await expect(outcome(page).getByRole('heading', { level: 3 }).locator('mark')).toHaveText(
      actsWords('advice.mark'),
    );
    await expect(outcome(page).getByText(fixedPart(signedWords('outcome.say')))).toHaveText([
      signedWords('outcome.say', { to: written('visa').any.say?.to ?? '' }),
      signedWords('outcome.say', { to: written('bonus').any.say?.to ?? '' }),
    ]);
    // Whom to ask, and what to settle, are there to see; why is folded, and what weighs less.
    await expect(outcome(page).locator('li:visible')).toHaveText([
      `${written('visa').name}. ${written('visa').any.say?.to}.`,
      `${written('bonus').name}. ${written('bonus').any.say?.to}.`,
    ]);
    await folded(page, signedWords('outcome.reasonsAndWords')).locator('summary').click();
    await expect(
      outcome(page).getByRole('link', { name: 'Murthy Law Firm, on OPT' }),
    ).toBeVisible();
    await expect(checked(page)).toBeVisible();
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
  for (let index = 0; index < clauses.length; index += 1) await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(rest(page, signedWords('clauses.rest.no'))).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(
    page.getByText(signedWords('clauses.rest.done', { count: clauses.length })),
  ).toBeVisible();
  await expect(rest(page, signedWords('clauses.rest.no'))).toBeFocused();
  for (let index = 0; index < 3; index += 1) await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: signedWords('submit') })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: actsWords('withdraw.title') })).toBeFocused();
  await clause(page, 'fixed-term')
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
  await answer(page, 'training', signedWords('clauses.answers.yes'));
  await askForEstimate(page);
  const gross = page.getByLabel(signedWords('fields.gross.label'));
  await gross.fill('13.600.50');
  await page.getByLabel(signedWords('fields.months.label')).fill('900');
  await ask(page);
  const problem = page.getByRole('alert', { name: formsWords('problem') });
  await expect(problem).toBeFocused();
  await expect(problem.getByRole('link')).toHaveCount(clauses.length - 1 + 4);
  await expect(clause(page, 'visa')).toHaveAccessibleDescription(
    inOrder(signedWords('mistakes.clause', { clause: written('visa').name })),
  );
  await expect(gross).toHaveAccessibleDescription(inOrder(signedWords('mistakes.amountUnclear')));
  await expect(gross).toHaveValue('13.600.50');
  await expect(page.getByLabel(signedWords('fields.months.label'))).toHaveAccessibleDescription(
    inOrder(signedWords('mistakes.monthsWrong', { max: 120 })),
  );
  await expect(
    clause(page, 'training').getByRole('radio', {
      name: signedWords('clauses.answers.yes'),
    }),
  ).toBeChecked();
  await expect(outcome(page)).toBeHidden();
  await problem
    .getByRole('link', { name: signedWords('mistakes.clause', { clause: written('visa').name }) })
    .click();
  await expect(
    clause(page, 'visa').getByRole('radio', {
      name: signedWords('clauses.answers.yes'),
    }),
  ).toBeFocused();
  await sign(page);
  await rest(page, signedWords('clauses.rest.no')).click();
  await gross.fill('13,600.50');
  await page.getByLabel(signedWords('fields.months.label')).fill('24');
  await ask(page);
  await expect(problem).toBeHidden();
  await expect(outcome(page)).toContainText(
    signedWords('estimate.result.sum', { sum: '10,200.38' }),
  );
});

test('not sure counts as a yes, and is listed to look up', async ({ page }) => {
  await openTool(page, 'signed');
  await sign(page, 'Germany');
  await answer(page, 'no-show', signedWords('clauses.answers.unsure'));
  await rest(page, signedWords('clauses.rest.no')).click();
  await rest(page, signedWords('clauses.rest.unsure')).click();
  await expect(page.getByText(signedWords('clauses.rest.none'))).toBeVisible();
  await ask(page);
  await expect(outcome(page)).toContainText(signedWords('outcome.counted'));
  await expect(
    outcome(page).getByRole('heading', { name: signedWords('outcome.unsure.title') }),
  ).toBeVisible();
  await expect(outcome(page)).toContainText(
    `${written('no-show').name}. ${written('no-show').where}`,
  );
  await answer(page, 'no-show', signedWords('clauses.answers.no'));
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
  const source = checked(page);
  await expect(source).toBeHidden();
  await folded(page, signedWords('outcome.reasons')).locator('summary').click();
  await expect(source).toBeVisible();
  // A fixed term makes it a matter of asking, where the paper matters as much.
  await answer(page, 'fixed-term', signedWords('clauses.answers.yes'));
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
  await expect(message).toContainText(
    `kündige ich den Arbeitsvertrag vom [${slotsWords('contract-date.label')}]`,
  );
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
  for (const id of ['bonus', 'relocation', 'agency'] as const) {
    await answer(page, id, signedWords('clauses.answers.yes'));
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
  const sum = outcome(page).getByText(signedWords('estimate.result.sum', { sum: '15,000' }));
  await expect(sum.locator('mark')).toHaveText('15,000');
  await expect(outcome(page)).toContainText(
    signedWords('estimate.result.assumptions.rata', { worked: 6, of: 24, left: 18 }),
  );
  await expect(outcome(page)).toContainText(signedWords('estimate.result.always'));
  await expect(outcome(page)).toContainText(signedWords('estimate.result.noLaw'));
  await page.getByLabel(signedWords('fields.country.label')).selectOption('United States');
  await expect(outcome(page)).toContainText('section 1341');
  await page.getByRole('checkbox', { name: signedWords('fields.repay.label') }).uncheck();
  await expect(outcome(page)).not.toContainText(fixedPart(signedWords('estimate.result.sum')));
  await expect(page.getByRole('heading', { name: actsWords('withdraw.title') })).toBeVisible();
});

test('nothing is kept unless asked, and what was cleared can be brought back', async ({ page }) => {
  await openTool(page, 'signed');
  await sign(page);
  await rest(page, signedWords('clauses.rest.no')).click();
  expect(await stored(page)).toBeNull();
  await page.getByRole('button', { name: formsWords('clear.label') }).click();
  await expect(page.getByText(fixedPart(signedWords('clauses.rest.done')))).toBeHidden();
  await expect(page.locator('what-signed form :checked:not(option)')).toHaveCount(0);
  await page.getByRole('button', { name: formsWords('clear.undo') }).click();
  await expect(page.locator('what-signed form :checked:not(option)')).toHaveCount(
    clauses.length + 1,
  );
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
    await expect(page.getByRole('heading', { name: written('visa').question })).toBeVisible();
    await expect(page.getByRole('link', { name: 'McGuireWoods' })).toBeVisible();
    await expect(
      page.getByText(signedWords('paper.from', { day: 'December 19, 2026' })),
    ).toBeVisible();
    await expect(page.getByLabel(signedWords('fields.country.label'))).toBeHidden();
  });
});
