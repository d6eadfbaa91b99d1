import type { Page } from '@playwright/test';
import { at } from '../../built-site.ts';
import { expect, test } from '../../test.ts';
import { anyOf, beginsWith, fixedPart, inOrder, writtenIn } from '../../written.ts';
import { finish, QUIZ } from './quiz.ts';

const quizWords = writtenIn('quiz/quiz.yaml');

/** A Social result, by which jobs are compared below. */
const SOCIAL = `${QUIZ}#q1-01q90c042h057f`;

const fitLabel = (fit: string) => quizWords(`comparison.fit.${fit}.label`);
const FITS = ['best', 'great', 'weak', 'poor'].map(fitLabel);
const ANY_FIT = new RegExp(FITS.join('|'));

const takenFor = (job: string, occupation: string) =>
  quizWords('comparison.takenFor', { job, occupation });
/** What stands above a verdict, as far as the occupation's name. */
const belongsTo = (occupation: string) =>
  quizWords('comparison.belongsTo', { occupation }).split('{does}')[0] ?? '';
const closer = (job: string, other: string) => quizWords('comparison.two.closer', { job, other });

const jobField = (page: Page) =>
  page.getByRole('combobox', { name: quizWords('comparison.label') });
const options = (page: Page) => page.getByRole('listbox').getByRole('option');

test('a title is found while typing and taken by keyboard alone', async ({ page }) => {
  await finish(page);
  const field = jobField(page);
  await field.focus();
  await expect(field).toHaveAttribute('aria-expanded', 'false');
  await page.keyboard.type('NURSÉ');
  await expect(options(page).first()).toBeVisible();
  await expect(field).toHaveAttribute('aria-expanded', 'true');
  await expect(
    page.getByText(
      inOrder(fixedPart(quizWords('comparison.suggestions')), quizWords('comparison.several')),
    ),
  ).toBeVisible();
  await page.keyboard.press('ArrowDown');
  const active = options(page).first();
  await expect(active).toHaveAttribute('aria-selected', 'true');
  await expect(field).toHaveAttribute(
    'aria-activedescendant',
    (await active.getAttribute('id')) ?? '-',
  );
  await page.keyboard.press('Escape');
  await expect(field).toHaveAttribute('aria-expanded', 'false');
  await expect(field).toHaveValue('NURSÉ');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(field).toBeFocused();
  const comparison = page.locator('job-comparison');
  await expect(comparison.getByRole('status').last()).toHaveText(ANY_FIT);
  await expect(
    comparison.getByRole('heading', { name: quizWords('comparison.whatNow.title') }),
  ).toBeVisible();
  await expect(comparison.locator('[data-shape=job]')).toHaveAttribute('points', /\d/);
});

test('an accepted job is held against the result: fit, pulls, and where to read on', async ({
  page,
}) => {
  await page.goto(SOCIAL);
  await jobField(page).fill('tool and die makers');
  await options(page).first().click();
  const comparison = page.locator('job-comparison');
  const outcome = comparison.getByRole('heading', { name: 'Tool and Die Makers' }).locator('..');
  await expect(outcome.getByText(anyOf(fitLabel('poor'), fitLabel('weak')))).toBeVisible();
  const mismatches = ['asks', 'lacks'].map((kind) => quizWords(`comparison.mismatches.${kind}`));
  await expect(outcome.getByText(anyOf(...mismatches)).first()).toBeVisible();
  await expect(comparison.getByRole('row', { name: /^Realistic/ })).toBeVisible();
  await comparison
    .getByRole('link', { name: quizWords('comparison.whatNow.byFit.best.links.0.label') })
    .click();
  await expect(page).toHaveURL(/\/articles\/is-it-the-job-or-the-nerves\/$/);
});

test('two jobs stand side by side, and the second can be taken away again', async ({ page }) => {
  await page.goto(SOCIAL);
  await jobField(page).fill('tool and die makers');
  await options(page).first().click();
  await page.getByRole('button', { name: quizWords('comparison.addOther') }).click();
  const other = page.getByRole('combobox', { name: quizWords('comparison.otherLabel') });
  await expect(other).toBeFocused();
  await other.pressSequentially('registered nurses');
  await options(page).first().click();
  await expect(page.locator('job-comparison [data-verdict]')).toHaveText(
    closer('Registered Nurses', 'Tool and Die Makers'),
  );
  await expect(page.locator('job-comparison [data-shape=other]')).toHaveAttribute('points', /\d/);
  await page.getByRole('button', { name: quizWords('comparison.removeOther') }).click();
  await expect(other).toBeHidden();
  await expect(
    page.locator('job-comparison').getByRole('heading', { name: 'Registered Nurses' }),
  ).toBeHidden();
});

test('a title that stands for several occupations offers them, the plain one first', async ({
  page,
}) => {
  await page.goto(SOCIAL);
  const field = jobField(page);
  await field.pressSequentially('data ana');
  await expect(options(page).first()).toHaveText(
    `Data Analyst ${quizWords('comparison.choices', { count: 5 })}`,
  );
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(field).toBeFocused();
  await expect(field).toHaveValue('Data Analyst');
  await expect(options(page).first()).toHaveText('Data Analyst Business Intelligence Analysts');
  await expect(options(page).nth(4)).toHaveText('Data Analyst Survey Researchers');
  await expect(page.getByText(beginsWith(quizWords('comparison.several'))).first()).toBeVisible();
  const comparison = page.locator('job-comparison');
  await expect(comparison.getByText(anyOf(...FITS))).toBeHidden();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(field).toHaveAttribute('aria-expanded', 'false');
  await expect(comparison.getByText(beginsWith(belongsTo('Data Scientists')))).toBeVisible();
  await expect(comparison.getByRole('status').last()).toHaveText(
    inOrder(takenFor('Data Analyst', 'Data Scientists')),
  );
});

for (const [typed, plain] of [
  ['teacher', 'Teacher Elementary School Teachers, Except Special Education'],
  ['NURSES', 'Nurse Registered Nurses'],
  ['project manager', 'Project Manager Project Management Specialists'],
  ['Senior software engineer', 'Software Engineer Software Developers'],
] as const) {
  test(`${typed} begins with the plain occupation, which the verdict names`, async ({ page }) => {
    await page.goto(SOCIAL);
    await jobField(page).fill(typed);
    await expect(options(page).first()).toHaveText(plain);
    await options(page).first().click();
    const [, occupation = ''] =
      /^(?:Teacher|Nurse|Project Manager|Software Engineer) (.*)$/.exec(plain) ?? [];
    const outcome = page.locator('job-comparison [data-job=job]');
    await expect(outcome).toContainText(belongsTo(occupation));
    await expect(outcome).toHaveText(ANY_FIT);
  });
}

test('two jobs are compared by what they were taken for', async ({ page }) => {
  await page.goto(SOCIAL);
  await jobField(page).fill('nurse');
  await options(page).first().click();
  await page.getByRole('button', { name: quizWords('comparison.addOther') }).click();
  await page.getByRole('combobox', { name: quizWords('comparison.otherLabel') }).fill('nurse');
  await options(page).nth(1).click();
  // The same title on both sides tells nothing, so each stands under its occupation.
  const comparison = page.locator('job-comparison');
  await expect(comparison.getByRole('heading', { name: 'Registered Nurses' })).toBeVisible();
  await expect(
    comparison.getByRole('heading', { name: 'Licensed Practical and Licensed Vocational Nurses' }),
  ).toBeVisible();
  await page.getByRole('combobox', { name: quizWords('comparison.otherLabel') }).fill('barista');
  await options(page).first().click();
  await expect(comparison.locator('[data-verdict]')).toHaveText(
    closer(takenFor('Nurse', 'Registered Nurses'), 'Baristas'),
  );
});

test('a title that nobody has gets advice, and a failed list is asked for again', async ({
  page,
}) => {
  await page.route(`**${at('/quiz/titles.json')}`, (route) => route.abort());
  await page.goto(SOCIAL);
  await jobField(page).pressSequentially('xq');
  await expect(page.getByText(quizWords('comparison.failed'))).toBeVisible();
  await page.unroute(`**${at('/quiz/titles.json')}`);
  await jobField(page).pressSequentially('zz');
  await expect(page.getByText(beginsWith(quizWords('comparison.noMatch')))).toBeVisible();
  await expect(jobField(page)).toHaveValue('xqzz');
});
