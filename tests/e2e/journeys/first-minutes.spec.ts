import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { parse } from 'yaml';
import { at } from '../built-site.ts';
import { writtenIn } from '../written.ts';
import { FLAGSHIP } from './flagship.ts';
import { expect, test } from './whole-site.ts';

const readingWords = writtenIn('reading.yaml');
const stayingPutWords = writtenIn('messages/staying-put.yaml');
const sayItWords = writtenIn('plan/say-it.yaml');
const signedWords = writtenIn('plan/signed.yaml');

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

/** How far one flick of a thumb takes the page, in CSS pixels. */
const FLICK = 600;

const site = writtenIn('site.yaml');
const { situations } = parse(readFileSync('content/site.yaml', 'utf8')).home as {
  readonly situations: { readonly list: readonly { readonly says: string }[] };
};

const act = (page: Page, label: string): Locator =>
  page.getByRole('main').getByRole('link', { name: label, exact: true });

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
  const asked = page.getByRole('navigation', { name: site('home.situations.title') });
  const answers = asked.getByRole('link');
  await expect(answers).toHaveCount(situations.list.length);
  for (const answer of await answers.all()) await expect(answer).toBeInViewport({ ratio: 1 });
  for (const { says } of situations.list) {
    await page.goto(at('/'));
    await asked.getByRole('link', { name: says, exact: true }).tap();
    await expect(page).not.toHaveURL(at('/'));
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  }
});

test('from the flagship article, one tap leads to the words', async ({ page }) => {
  await page.goto(FLAGSHIP);
  await act(page, 'Get the words').tap();
  await expectWithinAFlick(
    page,
    page.getByRole('group', { name: readingWords('message.label', { title: 'Another offer' }) }),
  );
  // Another situation is one more tap, and takes the place of the first.
  await page.getByText(stayingPutWords('title')).and(page.locator('summary')).tap();
  await expect(
    page.getByRole('group', {
      name: readingWords('message.label', { title: 'Staying where you are' }),
    }),
  ).toBeVisible();
  await expect(
    page.getByRole('group', { name: readingWords('message.label', { title: 'Another offer' }) }),
  ).toBeHidden();
});

test('from a better offer, one tap leads to the words', async ({ page }) => {
  await page.goto(at('/articles/better-offer-after-accepting/'));
  await act(page, 'Get the words').tap();
  await expectWithinAFlick(page, page.getByRole('region', { name: sayItWords('outcome') }));
});

test('a student gets from home to the words with two taps', async ({ page }) => {
  await page.goto(at('/'));
  await act(page, site('home.situations.list.3.says')).tap();
  await act(page, 'Get the words').tap();
  await expectWithinAFlick(
    page,
    page.getByRole('group', {
      name: readingWords('message.label', { title: 'Student or intern' }),
    }),
  );
});

test('whoever emailed a yes to a German employer gets the letter with two taps', async ({
  page,
}) => {
  await page.goto(at('/articles/can-they-sue-me/'));
  await act(page, 'an employer in Germany').tap();
  await expect(
    page.getByRole('heading', { name: 'I emailed a yes to a German employer and signed nothing' }),
  ).toBeInViewport();
  await act(page, 'Get the German letter').tap();
  const letter = page.getByRole('region', { name: sayItWords('outcome') });
  await expectWithinAFlick(page, letter);
  await expect(letter).toContainText(/notice/i);
});

test('whoever signed in the UK and fears a lawsuit reads the answer, and checks the papers with two taps', async ({
  page,
}) => {
  await page.goto(at('/articles/can-they-sue-me/'));
  await expect(page.getByText('a loss they prove', { exact: false }).first()).toBeInViewport();
  await act(page, site('tools.3.call')).first().tap();
  const look = page.getByRole('heading', { name: 'What should I look for first?' });
  await expect(look).toBeInViewport();
  await page
    .getByRole('main')
    .getByRole('link', { name: site('tools.3.call') })
    .last()
    .tap();
  await page.getByLabel(signedWords('fields.country.label')).selectOption('United Kingdom');
});
