import type { Page } from '@playwright/test';
import { writtenIn } from '../../written.ts';
import { FLAGSHIP } from '../flagship.ts';
import { expect, test } from '../whole-site.ts';
import { planPath } from './tools.ts';

const siteWords = writtenIn('site.yaml');
const slotsWords = writtenIn('messages/slots.yaml');
const sayItWords = writtenIn('plan/say-it.yaml');

/** The link that opens the tool: the step of the plan has one of that name, too. */
const opener = (page: Page) =>
  page.locator('tool-embed').getByRole('link', { name: siteWords('tools.5.call') });

test('an article opens its tool in place, where nothing moves before and the focus goes', async ({
  page,
}) => {
  const problems: string[] = [];
  page.on('console', (line) => {
    if (/error|warning/.test(line.type())) problems.push(line.text());
  });
  await page.goto(FLAGSHIP);
  const link = opener(page);
  await expect(
    page.getByRole('combobox', { name: sayItWords('fields.situation.label') }),
  ).toHaveCount(0);
  await link.focus();
  await page.keyboard.press('Enter');
  await expect(
    page.getByRole('combobox', { name: sayItWords('fields.situation.label') }),
  ).toBeFocused();
  await page.getByRole('textbox', { name: slotsWords('role.label') }).fill('Data Analyst');
  await expect(page.getByRole('region', { name: sayItWords('outcome') })).toContainText(
    'Data Analyst',
  );
  await expect(page).toHaveURL(FLAGSHIP);
  // The tool's sheet came along.
  await expect(page.getByRole('textbox', { name: slotsWords('role.label') })).toHaveCSS(
    'border-radius',
    '6px',
  );
  expect(problems).toEqual([]);
});

test('where the tool does not come, the link leads to its page', async ({ page }) => {
  await page.route(`**${planPath('say-it')}`, (route) =>
    route.request().isNavigationRequest() ? route.continue() : route.abort(),
  );
  await page.goto(FLAGSHIP);
  await opener(page).click();
  await expect(page).toHaveURL(planPath('say-it'));
  await expect(
    page.getByRole('combobox', { name: sayItWords('fields.situation.label') }),
  ).toBeVisible();
});

test('a tool is fetched only once somebody turns to it', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(FLAGSHIP);
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  expect(asked.filter((path) => path.includes('/plan/'))).toEqual([]);
  await opener(page).hover();
  await expect.poll(() => asked).toContain(planPath('say-it'));
});
