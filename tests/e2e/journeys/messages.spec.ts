import type { Locator, Page } from '@playwright/test';
import { writtenIn } from '../written.ts';
import { FLAGSHIP } from './flagship.ts';
import { expect, test } from './whole-site.ts';

const readingWords = writtenIn('reading.yaml');
const sayItWords = writtenIn('plan/say-it.yaml');

const message = (page: Page): Locator =>
  page.getByRole('group', { name: readingWords('message.label', { title: 'Another offer' }) });

test.describe('where the browser lets us copy', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

  test('a message is copied as plain paragraphs, and its blanks are pointed out', async ({
    page,
  }) => {
    await page.goto(FLAGSHIP);
    await message(page)
      .getByRole('button', { name: sayItWords('copy') })
      .click();
    await expect(message(page).getByRole('status')).toContainText(/^Copied\..*\[their name\]/);

    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toMatch(/^Dear \[their name\],\n\n/);
    expect(copied).toContain('withdrawing my acceptance');
    expect(copied).toMatch(/Sincerely,\n\[your name\]$/);
    expect(copied).not.toContain('\n\n\n');
  });

  test('the subject is copied by itself', async ({ page }) => {
    await page.goto(FLAGSHIP);
    await message(page)
      .getByRole('button', { name: sayItWords('copySubject') })
      .click();
    await expect(message(page).getByRole('status')).toContainText('Copied.');
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toMatch(/^Withdrawing my acceptance: \[.+\]$/);
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
    await message(page)
      .getByRole('button', { name: sayItWords('copy') })
      .click();
    await expect(message(page).getByRole('status')).toContainText('did not let us copy');
    const selected = await page.evaluate(() => String(getSelection()));
    expect(selected).toMatch(/^Dear \[their name\],/);
    expect(selected).toMatch(/\[your name\]\s*$/);
  });
}
