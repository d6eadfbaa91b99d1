import { at } from '../built-site.ts';
import { expect, test } from './whole-site.ts';

test('somebody mistypes a domain, takes the suggestion and is asked to confirm', async ({
  page,
}) => {
  await page.goto(at('/newsletter/'));
  await page.getByRole('textbox', { name: 'Your email address' }).fill('ana@gmial.com');
  await page.getByRole('button', { name: 'Join the list' }).click();
  const answer = page.locator('subscribe-form').getByRole('status');
  await expect(answer).toHaveText(/^Did you mean ana@gmail\.com\?/);
  await page.getByRole('button', { name: 'Yes, use ana@gmail.com' }).click();
  // The server under test answers, which keeps a list of its own.
  await expect(answer).toHaveText(/^Check your inbox\. If ana@gmail\.com/);
  await expect(page).toHaveURL(at('/newsletter/'));
});
