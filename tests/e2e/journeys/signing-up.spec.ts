import { at } from '../built-site.ts';
import { beginsWith, writtenIn } from '../written.ts';
import { expect, test } from './whole-site.ts';

const newsletterWords = writtenIn('newsletter.yaml');

test('somebody mistypes a domain, takes the suggestion and is asked to confirm', async ({
  page,
}) => {
  await page.goto(at('/newsletter/'));
  await page.getByRole('textbox', { name: newsletterWords('form.label') }).fill('ana@gmial.com');
  await page.getByRole('button', { name: newsletterWords('form.button') }).click();
  const answer = page.locator('subscribe-form').getByRole('status');
  await expect(answer).toHaveText(
    beginsWith(newsletterWords('form.suggestion', { address: 'ana@gmail.com' })),
  );
  await page
    .getByRole('button', { name: newsletterWords('form.take', { address: 'ana@gmail.com' }) })
    .click();
  // The server under test answers, which keeps a list of its own.
  await expect(answer).toHaveText(newsletterWords('form.check', { email: 'ana@gmail.com' }));
  await expect(page).toHaveURL(at('/newsletter/'));
});
