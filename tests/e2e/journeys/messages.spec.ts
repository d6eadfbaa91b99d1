import type { Locator, Page } from '@playwright/test';
import { beginsWith, endsWith, fixedPart, inOrder, writtenIn } from '../written.ts';
import { FLAGSHIP } from './flagship.ts';
import { expect, test } from './whole-site.ts';

const readingWords = writtenIn('reading.yaml');
const anotherOfferWords = writtenIn('messages/another-offer.yaml');
const actsWords = writtenIn('messages/acts.yaml');
const channelsWords = writtenIn('messages/channels.yaml');
const slotsWords = writtenIn('messages/slots.yaml');

const message = (page: Page): Locator =>
  page.getByRole('group', {
    name: readingWords('message.label', { title: anotherOfferWords('title') }),
  });

const copyMessage = (page: Page): Locator =>
  message(page).getByRole('button', { name: readingWords('message.copyMessage') });

/** What a blank of a message stands for, until somebody fills it in. */
const blank = (id: string): string => `[${slotsWords(`${id}.label`)}]`;

/** The first and the last lines of an email, with nothing filled in. */
const [greeting = '', , , , , signature = ''] = channelsWords('email.frame', {
  recipient: blank('recipient'),
  sender: blank('sender'),
}).split('\n');

test.describe('where the browser lets us copy', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

  test('a message is copied as plain paragraphs, and its blanks are pointed out', async ({
    page,
  }) => {
    await page.goto(FLAGSHIP);
    await copyMessage(page).click();
    await expect(message(page).getByRole('status')).toHaveText(
      inOrder(fixedPart(readingWords('message.stillToFill')), blank('recipient')),
    );

    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toMatch(beginsWith(`${greeting}\n\n`));
    expect(copied).toContain(fixedPart(actsWords('withdraw.words')));
    expect(copied).toMatch(endsWith(`\n${signature}`));
    expect(copied).not.toContain('\n\n\n');
  });

  test('a message can be copied as soon as the one script of the page is there', async ({
    page,
  }) => {
    const asked: string[] = [];
    await page.route('**/*.js', (route) => {
      asked.push(route.request().url());
      return asked.length === 1 ? route.continue() : route.abort();
    });
    await page.goto(FLAGSHIP);
    await copyMessage(page).click();
    await expect(message(page).getByRole('status')).not.toBeEmpty();
  });

  test('the subject is copied by itself', async ({ page }) => {
    await page.goto(FLAGSHIP);
    await message(page)
      .getByRole('button', { name: readingWords('message.copySubject') })
      .click();
    await expect(message(page).getByRole('status')).toHaveText(
      beginsWith(fixedPart(readingWords('message.stillToFill'))),
    );
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toBe(
      actsWords('withdraw.subject', { role: blank('role'), sender: blank('sender') }),
    );
  });
});

const REFUSALS = {
  'refuses to copy': () => {
    navigator.clipboard.writeText = () =>
      Promise.reject(new DOMException('Write permission denied.', 'NotAllowedError'));
  },
  // As on a page that came without encryption.
  'has no clipboard to offer': () => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined });
  },
};

for (const [what, refuse] of Object.entries(REFUSALS)) {
  test(`where the browser ${what}, the text is selected instead`, async ({ page }) => {
    await page.addInitScript(refuse);
    await page.goto(FLAGSHIP);
    await copyMessage(page).click();
    await expect(message(page).getByRole('status')).toHaveText(readingWords('message.refused'));
    const selected = await page.evaluate(() => String(getSelection()));
    expect(selected).toMatch(beginsWith(greeting));
    expect(selected.trimEnd()).toMatch(endsWith(signature));
  });
}
