import type { Page } from '@playwright/test';
import { at } from '../../built-site.ts';
import { expect, test } from '../../test.ts';
import { beginsWith, writtenIn } from '../../written.ts';
import { finish, QUIZ } from './quiz.ts';

const quizWords = writtenIn('quiz/quiz.yaml');

/** A Social result, by which jobs are compared below. */
const SOCIAL = `${QUIZ}#q1-01q90c042h057f`;

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
    page.getByText(/^\d+ titles found\. Use the up and down arrows\. That title is used in more/),
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
  await expect(comparison.getByRole('status').last()).toHaveText(/^(Best|Great|Weak|Poor) fit/);
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
  await expect(outcome).toContainText(/Poor fit|Weak fit/);
  await expect(outcome).toContainText(/It (asks for a lot of|has little) \w+, which came out/);
  await expect(comparison.getByRole('row', { name: /^Realistic/ })).toBeVisible();
  await comparison
    .getByRole('link', { name: quizWords('comparison.whatNow.byFit.best.links.0.label') })
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Is it the job');
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
  await expect(
    page.getByText(/^Registered Nurses is closer to your shape than Tool and Die Makers\.$/),
  ).toBeVisible();
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
  await expect(options(page).first()).toHaveText(/^Data Analyst 5 occupations to choose from$/);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(field).toBeFocused();
  await expect(field).toHaveValue('Data Analyst');
  await expect(options(page).first()).toHaveText('Data Analyst Business Intelligence Analysts');
  await expect(options(page).nth(4)).toHaveText('Data Analyst Survey Researchers');
  await expect(page.getByText(beginsWith(quizWords('comparison.several'))).first()).toBeVisible();
  const comparison = page.locator('job-comparison');
  await expect(comparison.getByText(/^(Best|Great|Weak|Poor) fit$/)).toBeHidden();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(field).toHaveAttribute('aria-expanded', 'false');
  await expect(comparison.getByText(/^Taken for Data Scientists: /)).toBeVisible();
  await expect(comparison.getByRole('status').last()).toHaveText(
    /^(Best|Great|Weak|Poor) fit: Data Analyst \(Data Scientists\)\.\s*$/,
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
    await expect(outcome).toContainText(`Taken for ${occupation}: `);
    await expect(outcome).toContainText(/(Best|Great|Weak|Poor) fit/);
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
    /^Nurse \(Registered Nurses\) is closer to your shape than Baristas\.$/,
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
