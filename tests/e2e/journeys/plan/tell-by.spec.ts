import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, test } from '../../test.ts';
import { look, VIEWS } from '../../views.ts';
import { openTool, planPath } from './tools.ts';

const outcome = (page: Page) => page.locator('tell-by .outcome');
const field = (page: Page, name: string) => page.getByLabel(name, { exact: true });

/** Opens the tool on Wednesday, February 25, 2026, at ten in the morning. */
async function open(page: Page): Promise<void> {
  await page.clock.setFixedTime(new Date('2026-02-25T10:00:00'));
  await openTool(page, 'tell-by');
}

async function ask(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Find the day' }).click();
}

for (const view of VIEWS) {
  test(`a German contract gives a day, a letter and whom to tell: ${view.name}`, async ({
    page,
  }) => {
    await look(page, view);
    await open(page);
    await field(page, 'Where is the job?').selectOption('Germany');
    await field(page, 'First day of work').fill('2026-04-01');
    await page.getByRole('radio', { name: 'It says nothing, or I do not know' }).check();
    await page.getByRole('checkbox', { name: 'A probation period was agreed' }).check();
    await ask(page);
    const heading = page.getByRole('heading', {
      name: 'Tell them by noon on Tuesday, March 17, 2026.',
    });
    await expect(heading).toBeFocused();
    await expect(outcome(page)).toContainText(
      'the last day of the notice is Tuesday, March 31, 2026',
    );
    await expect(outcome(page)).toContainText('Only a letter on paper counts');
    await expect(outcome(page).getByRole('link', { name: 'Haufe' })).toBeVisible();
    await expect(outcome(page)).toContainText(/Last checked in \w+ \d{4}\./);
    await expect(outcome(page).getByRole('listitem').first()).toContainText(
      'The person who made you the offer',
    );
  });
}

test('the keyboard alone finds the day, which follows each change from then on', async ({
  page,
}) => {
  await open(page);
  await field(page, 'Where is the job?').focus();
  await page.keyboard.type('United K');
  await field(page, 'First day of work').focus();
  await page.keyboard.type('04012026');
  await page.getByRole('radio', { name: 'It gives a number' }).focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Tab');
  await page.keyboard.type('1');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Months');
  await page.keyboard.press('Enter');
  await ask(page);
  await expect(
    page.getByRole('heading', { name: /Tell them by noon on Friday, February 27/ }),
  ).toBeVisible();
  await field(page, 'How long is the notice?').fill('2');
  await expect(
    page.getByRole('heading', { name: 'Tell them now. The full notice no longer fits.' }),
  ).toBeVisible();
  await expect(page.locator('tell-by [data-part=status]')).toHaveText(
    'Tell them now. The full notice no longer fits.',
  );
});

test('what cannot be is told at the field, and nothing typed is lost', async ({ page }) => {
  await open(page);
  const start = field(page, 'First day of work');
  await start.fill('2026-02-24');
  await page.getByRole('radio', { name: 'It gives a number' }).check();
  await field(page, 'How long is the notice?').fill('900');
  await field(page, 'Counted in').selectOption('Days');
  await ask(page);
  const problem = page.getByRole('alert', { name: 'There is a problem' });
  await expect(problem).toBeFocused();
  await expect(page).toHaveTitle(/^Error: [^:]+$/);
  await expect(problem.getByRole('link')).toHaveCount(3);
  await expect(start).toHaveAccessibleDescription(/That day has passed/);
  const count = field(page, 'How long is the notice?');
  await expect(count).toHaveAccessibleDescription(/longer than a year. The most we count is 366/);
  await expect(count).toHaveValue('900');
  await problem.getByRole('link', { name: /That day has passed/ }).click();
  await expect(start).toBeFocused();
  // A day that the calendar does not have.
  await page.keyboard.type('02302026');
  await ask(page);
  await expect(start).toHaveAccessibleDescription(/That day is not in the calendar/);
  await expect(outcome(page)).toBeHidden();
  await page.getByRole('button', { name: 'Clear these answers' }).click();
  await expect(page).not.toHaveTitle(/Error/);
});

test('the day goes into a calendar under a title that says nothing', async ({ page }) => {
  await open(page);
  await field(page, 'Where is the job?').selectOption('United Kingdom');
  await field(page, 'First day of work').fill('2026-03-16');
  await page.getByRole('radio', { name: 'It says nothing, or I do not know' }).check();
  await ask(page);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Put it in my calendar' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe('reminder.ics');
  const text = readFileSync(await file.path(), 'utf8');
  expect(text).toContain('DTSTART:20260306T120000\r\n');
  expect(text).toContain('SUMMARY:Make a phone call\r\n');
  expect(text).not.toMatch(/withdraw|offer|Kingdom/);
});

test('dates that do not bend name who can release', async ({ page }) => {
  await open(page);
  await field(page, 'Where is the job?').selectOption('United States');
  await field(page, 'What kind of job is it?').selectOption('Medical residency through the Match');
  await field(page, 'First day of work').fill('2026-07-01');
  await ask(page);
  await expect(
    page.getByRole('heading', { name: 'Ask the NRMP today, before you tell anyone.' }),
  ).toBeVisible();
  await field(page, 'What kind of job is it?').selectOption('Teacher under contract in Texas');
  await expect(
    page.getByRole('heading', { name: /The board has to know by noon on Friday, May 15/ }),
  ).toBeVisible();
});

test('a used tool prints its outcome, and an unused one the table by place', async ({ page }) => {
  await open(page);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('heading', { name: 'Count it by hand' })).toBeVisible();
  await page.emulateMedia({ media: 'screen' });
  await field(page, 'Where is the job?').selectOption('Switzerland');
  await field(page, 'First day of work').fill('2026-04-01');
  await page.getByRole('radio', { name: 'It says nothing, or I do not know' }).check();
  await ask(page);
  await page.emulateMedia({ media: 'print' });
  await expect(
    page.getByRole('heading', { name: /There is no day that avoids the notice/ }),
  ).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Count it by hand' })).toBeHidden();
  await expect(page.getByRole('button', { name: 'Find the day' })).toBeHidden();
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('the rules are there to read, with their sources', async ({ page }) => {
    await page.goto(planPath('tell-by'));
    await expect(page.getByRole('heading', { name: 'Count it by hand' })).toBeVisible();
    await expect(page.locator('dt', { hasText: 'Switzerland' })).toBeVisible();
    await expect(page.getByRole('link', { name: 'Beobachter' })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Find the day' })).toBeHidden();
  });
});
