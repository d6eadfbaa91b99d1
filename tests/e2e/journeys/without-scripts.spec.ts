import { at } from '../built-site.ts';
import { writtenIn } from '../written.ts';
import { FLAGSHIP } from './flagship.ts';
import { expect, test } from './whole-site.ts';

const newsletterWords = writtenIn('newsletter.yaml');
const readingWords = writtenIn('reading.yaml');
const siteWords = writtenIn('site.yaml');

test.use({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } });

test('messages can be read and selected, and no dead button shows', async ({ page }) => {
  await page.goto(FLAGSHIP);
  await expect(page.locator('copy-message [data-body]').first()).toBeVisible();
  await expect(page.getByRole('button')).toHaveText([
    readingWords('page.topics'),
    newsletterWords('form.button'),
  ]);
  const folds = page.locator('details.words');
  await expect(folds).toHaveCount(7);
  for (const fold of await folds.all()) {
    if ((await fold.getAttribute('open')) === null) await fold.locator('summary').click();
    await expect(fold.locator('copy-message').first()).toBeVisible();
  }
});

test('the topics open all the same', async ({ page }) => {
  await page.goto(at('/'));
  await page.getByRole('button', { name: readingWords('page.topics') }).click();
  await page
    .getByRole('navigation', { name: readingWords('page.topics') })
    .getByRole('link', { name: siteWords('topics.1.short') })
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(siteWords('topics.1.title'));
});
