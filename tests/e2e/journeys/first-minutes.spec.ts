import type { Locator, Page } from '@playwright/test';
import { siteSchema } from '../../../src/site/schema.ts';
import { at } from '../built-site.ts';
import { writtenAs, writtenIn } from '../written.ts';
import { FLAGSHIP, firstAct } from './flagship.ts';
import { expect, test } from './whole-site.ts';

const readingWords = writtenIn('reading.yaml');
const sayItWords = writtenIn('plan/say-it.yaml');
const signedWords = writtenIn('plan/signed.yaml');

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

/** How far one flick of a thumb takes the page, in CSS pixels. */
const FLICK = 600;

const { situations } = writtenAs('site.yaml', siteSchema).home;

/** What happened to readers, as home asks it. */
const asked = (page: Page): Locator => page.getByRole('navigation', { name: situations.title });

/** A message in an article, by the name of its file. */
const message = (page: Page, id: string): Locator =>
  page.getByRole('group', {
    name: readingWords('message.label', { title: writtenIn(`messages/${id}.yaml`)('title') }),
    includeHidden: true,
  });

/** Whether `words` begin in the window, or would after one flick. */
async function expectWithinAFlick(page: Page, words: Locator): Promise<void> {
  await expect(words).toBeVisible();
  await expect
    .poll(async () => (await words.boundingBox())?.y ?? Number.POSITIVE_INFINITY)
    .toBeLessThan(844 + FLICK - 100);
  expect((await words.boundingBox())?.y).toBeGreaterThan(-100);
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
}

test('home asks what happened in its first screen, and each answer is a tap away', async ({
  page,
}) => {
  await page.goto(at('/'));
  const answers = asked(page).getByRole('link');
  await expect(answers).toHaveText(situations.list.map(({ says }) => says));
  for (const answer of await answers.all()) await expect(answer).toBeInViewport({ ratio: 1 });
  for (const { says } of situations.list) {
    await page.goto(at('/'));
    await asked(page).getByRole('link', { name: says, exact: true }).tap();
    await expect(page).not.toHaveURL(at('/'));
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  }
});

test('from the flagship article, one tap leads to the words', async ({ page }) => {
  await page.goto(FLAGSHIP);
  await firstAct(page).tap();
  await expectWithinAFlick(page, message(page, 'another-offer'));
  // Another situation is one more tap, and takes the place of the first.
  await page
    .locator('details')
    .filter({ has: message(page, 'staying-put') })
    .locator('summary')
    .tap();
  await expect(message(page, 'staying-put')).toBeVisible();
  await expect(message(page, 'another-offer')).toBeHidden();
});

test('from a better offer, one tap leads to the words', async ({ page }) => {
  await page.goto(at('/articles/better-offer-after-accepting/'));
  await firstAct(page).tap();
  await expectWithinAFlick(page, page.getByRole('region', { name: sayItWords('outcome') }));
});

test('a student gets from home to the words with two taps', async ({ page }) => {
  await page.goto(at('/'));
  await asked(page).locator('[href$="/students-and-interns/"]').tap();
  await firstAct(page).tap();
  await expectWithinAFlick(page, message(page, 'student-or-intern'));
});

test('whoever emailed a yes to a German employer gets the letter with two taps', async ({
  page,
}) => {
  await page.goto(at('/articles/can-they-sue-me/'));
  await page.locator('.prose > p').locator('[href*="german-employer"]').tap();
  await expect(page.locator(':target').and(page.getByRole('heading'))).toBeInViewport();
  await page.locator('.prose > p').locator('[href*="country=de"]').tap();
  const letter = page.getByRole('region', { name: sayItWords('outcome') });
  await expectWithinAFlick(page, letter);
  await expect(letter).toContainText(/notice/i);
});

test('whoever signed in the UK and fears a lawsuit reads the answer, and checks the papers with two taps', async ({
  page,
}) => {
  await page.goto(at('/articles/can-they-sue-me/'));
  await expect(page.locator('#answer mark')).toBeInViewport();
  await firstAct(page).tap();
  await expect(page.locator(':target').and(page.getByRole('heading'))).toBeInViewport();
  await page.locator('tool-embed').getByRole('link').tap();
  await page.getByLabel(signedWords('fields.country.label')).selectOption('United Kingdom');
});
