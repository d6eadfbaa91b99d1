import type { Page } from '@playwright/test';
import { expect, test } from '../../test.ts';
import { look, WIDTHS } from '../../views.ts';
import { planPath, stored } from './tools.ts';

const jobTitle = (page: Page) => page.getByRole('textbox', { name: 'Job title' });
const yourName = (page: Page) => page.getByRole('textbox', { name: 'Your name' });
const link = (page: Page) => page.getByRole('textbox', { name: 'Link to this plan' });
const steps = (page: Page) => page.getByRole('navigation', { name: 'The five steps' });

/** Opens the plan and goes to the composer, whose script comes as it comes near. */
async function openPlan(page: Page, fragment = ''): Promise<void> {
  await page.goto('about:blank');
  await page.goto(planPath() + fragment);
  await page.locator('#step-say-it').scrollIntoViewIfNeeded();
  await page.locator('say-it:defined').waitFor();
}

async function fillIn(page: Page): Promise<void> {
  await page.getByRole('combobox', { name: 'Where the job is' }).selectOption('United States');
  await page.getByRole('textbox', { name: 'Their name' }).fill('Ms. Rivera');
  await yourName(page).fill('Alex Morgan');
  await jobTitle(page).fill('Data Analyst');
}

test('the plan shows how far it is', async ({ page }) => {
  await openPlan(page);
  await expect(steps(page).getByText('Not started')).toHaveCount(5);
  await jobTitle(page).fill('Data Analyst');
  await expect(steps(page)).toContainText('Another offer, as email. Still to fill in: [your name]');
  await expect(steps(page)).toContainText('0 of 5 steps done');
  await fillIn(page);
  await expect(steps(page)).toContainText('1 of 5 steps done');
  await steps(page).getByRole('link', { name: 'After' }).click();
  await expect(page.getByRole('heading', { name: 'After', exact: true })).toBeInViewport();
});

test('an outcome leads to the composer on the same page, which takes it over', async ({ page }) => {
  await page.goto(planPath());
  await page.locator('#step-signed').scrollIntoViewIfNeeded();
  await page.locator('what-signed:defined').waitFor();
  const signed = page.locator('what-signed');
  await signed.getByLabel('Where is the job?').selectOption('Switzerland');
  await signed.getByRole('radio', { name: 'I said it' }).check();
  await signed.getByRole('button', { name: 'No to the rest' }).click();
  await signed.getByRole('button', { name: 'Show what to do' }).click();
  await signed.getByRole('link', { name: 'Write the notice' }).click();
  await expect(page.getByRole('combobox', { name: 'Where the job is' })).toHaveValue('ch');
  await expect(page.getByRole('region', { name: 'Your message' })).toContainText(
    'Please treat this as notice under the contract',
  );
  await expect(page).toHaveURL(planPath());
});

test('a link holds the answers, and names only if the reader chooses so', async ({ page }) => {
  await openPlan(page);
  await page
    .getByRole('combobox', { name: 'What do you want to say?' })
    .selectOption('Student or intern');
  await fillIn(page);
  const discreet = new URL(await link(page).inputValue());
  expect(decodeURIComponent(discreet.hash)).not.toMatch(/Alex|Rivera|Analyst/);
  await page.getByRole('checkbox', { name: 'Include names and what I typed' }).check();
  const open = new URL(await link(page).inputValue());
  expect(open.hash).toContain('Alex+Morgan');

  await openPlan(page, discreet.hash);
  await expect(page.getByText('This plan came with a link.')).toBeVisible();
  await expect(page.getByRole('combobox', { name: 'What do you want to say?' })).toHaveValue(
    'student-or-intern',
  );
  await expect(yourName(page)).toHaveValue('');
  await openPlan(page, open.hash);
  await expect(yourName(page)).toHaveValue('Alex Morgan');
  expect(await stored(page)).toBeNull();
});

test('a link does not replace a plan that is kept, unless the reader asks for it', async ({
  page,
}) => {
  await openPlan(page);
  await fillIn(page);
  await page.locator('say-it').getByRole('checkbox', { name: 'Keep my answers' }).check();
  const fragment = '#plan1?say-it.situation=student-or-intern&say-it.role=Intern&end=1';
  await openPlan(page, fragment);
  await expect(page.getByText('This link holds another plan.')).toBeVisible();
  await expect(jobTitle(page)).toHaveValue('Data Analyst');
  await page.getByRole('button', { name: 'Replace mine with the plan from the link' }).click();
  await expect(jobTitle(page)).toHaveValue('Intern');
});

for (const { what, fragment, told } of [
  {
    what: 'is cut off',
    fragment: '#plan1?say-it.role=Intern',
    told: 'The end of this link is missing',
  },
  {
    what: 'is too old',
    fragment: '#plan0?say-it.role=Intern&end=1',
    told: 'older version of the plan',
  },
]) {
  test(`a link that ${what} says so`, async ({ page }) => {
    await openPlan(page, fragment);
    await expect(page.getByText(told)).toBeVisible();
  });
}

test('one button wipes everything', async ({ page }) => {
  await openPlan(page, '#plan1?say-it.role=Intern&end=1');
  await expect(jobTitle(page)).toHaveValue('Intern');
  await page.locator('say-it').getByRole('checkbox', { name: 'Keep my answers' }).check();
  expect(await stored(page)).toContain('Intern');
  await page.getByRole('button', { name: 'Wipe everything' }).click();
  await expect(page.getByText('Everything is wiped.')).toBeVisible();
  await expect(jobTitle(page)).toHaveValue('');
  expect(await stored(page)).toBeNull();
  expect(page.url()).not.toContain('#');
  await expect(link(page)).not.toHaveValue(/Intern/);
});

test('answers that are kept are there on every page of the plan', async ({ page }) => {
  await page.goto(planPath('say-it'));
  await page.locator('say-it:defined').waitFor();
  await fillIn(page);
  await page.getByRole('checkbox', { name: 'Keep my answers' }).check();
  await page.goto(planPath());
  await expect(steps(page)).toContainText('1 of 5 steps done');
  await expect(steps(page)).toContainText('Another offer, as email');
});

test('a plan prints what it holds, and an empty one its paper version', async ({ page }) => {
  await openPlan(page);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByText('Each message has the same six parts')).toBeVisible();
  await page.emulateMedia({ media: 'screen' });
  await fillIn(page);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByText('Each message has the same six parts')).toBeHidden();
  await expect(page.getByText('Dear Ms. Rivera,')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Say it', exact: true })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Decide', exact: true })).toBeHidden();
  await expect(page.getByRole('button', { name: 'Wipe everything' })).toBeHidden();
});

/** Counts the times that the page asks the browser to print, and prints nothing. */
async function countPrints(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    let prints = 0;
    window.print = () => {
      prints += 1;
      document.documentElement.dataset['prints'] = String(prints);
    };
  });
  return () => page.evaluate(() => Number(document.documentElement.dataset['prints'] ?? 0));
}

const worksheets = (page: Page) =>
  page.getByRole('group', { name: 'Which worksheets do you want?' });

for (const view of WIDTHS) {
  test(`an unused plan asks which worksheets to print, and prints them: ${view.name}`, async ({
    page,
  }) => {
    await look(page, view);
    await page.clock.setFixedTime(new Date('2031-05-06T23:30:00'));
    const prints = await countPrints(page);
    await page.goto(planPath());
    const print = page.getByRole('button', { name: 'Print', exact: true });
    await expect(print).toBeInViewport();
    await print.click();
    await expect(worksheets(page)).toBeFocused();
    await expect(worksheets(page)).toContainText(/about \d+ pages/);
    expect(await prints()).toBe(0);
    await worksheets(page)
      .getByRole('button', { name: /^Tell them by/ })
      .click();
    expect(await prints()).toBe(1);
    await page.emulateMedia({ media: 'print' });
    await expect(page.getByText('Printed May 6, 2031')).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Count it by hand' })).toBeVisible();
    await expect(page.getByText('Draw two columns')).toBeHidden();
    await expect(page.getByText('Read what your yes weighs where the job is.')).toBeHidden();
    await expect(print).toBeHidden();
    // Printed: from here on the browser's own command prints all of it again.
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    await expect(page.getByText('Draw two columns')).toBeVisible();
    await page.emulateMedia({ media: 'screen' });
    await worksheets(page)
      .getByRole('button', { name: /^All five/ })
      .click();
    expect(await prints()).toBe(2);
    await page.emulateMedia({ media: 'print' });
    await expect(page.getByText('Draw two columns')).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Count it by hand' })).toBeVisible();
  });
}

test('a used plan prints what was used at once, with its day', async ({ page }) => {
  await page.clock.setFixedTime(new Date('2031-05-06T10:00:00'));
  const prints = await countPrints(page);
  await openPlan(page);
  await page.getByRole('button', { name: 'Print', exact: true }).click();
  await expect(worksheets(page)).toBeVisible();
  await fillIn(page);
  await page.getByRole('button', { name: 'Print', exact: true }).click();
  await expect(worksheets(page)).toBeHidden();
  await expect.poll(prints).toBe(1);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByText('Printed May 6, 2031')).toBeVisible();
  await expect(page.getByText('Dear Ms. Rivera,')).toBeVisible();
  await expect(page.getByText('Draw two columns')).toBeHidden();
});

test('answers without an outcome are nothing to print, so that worksheets are offered', async ({
  page,
}) => {
  const prints = await countPrints(page);
  await page.goto(planPath());
  await page.locator('#step-signed').scrollIntoViewIfNeeded();
  await page.locator('what-signed:defined').waitFor();
  await page.locator('what-signed').getByLabel('Where is the job?').selectOption('Switzerland');
  await page.getByRole('button', { name: 'Print the plan' }).click();
  await expect(worksheets(page)).toBeFocused();
  expect(await prints()).toBe(0);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByText('Draw two columns')).toBeVisible();
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('the plan has no dead button, and prints its worksheets', async ({ page }) => {
    await page.goto(planPath());
    await expect(page.getByRole('button', { name: /^(?:Print|All five)/ })).toHaveCount(0);
    await page.emulateMedia({ media: 'print' });
    await expect(page.getByText('Draw two columns')).toBeVisible();
    await expect(page.getByText(/^Printed/)).toBeHidden();
  });
});
