import { writtenIn } from '../written.ts';
import { FLAGSHIP } from './flagship.ts';
import { expect, test } from './whole-site.ts';

const channelsWords = writtenIn('messages/channels.yaml');
const readingWords = writtenIn('reading.yaml');

test('an article prints as a sheet to take to a call', async ({ page }) => {
  await page.goto(FLAGSHIP);
  await page.emulateMedia({ media: 'print' });

  const screenOnly = [
    page.getByRole('banner', { includeHidden: true }),
    page.getByRole('button', { includeHidden: true }),
    page.getByRole('navigation', { includeHidden: true }),
    page.getByRole('complementary', { name: readingWords('article.next'), includeHidden: true }),
    page.getByRole('region', { name: readingWords('article.related'), includeHidden: true }),
  ];
  for (const locator of screenOnly) {
    // Counted, so that nothing passes as hidden because it got another name.
    await expect(locator).not.toHaveCount(0);
    await expect(locator.filter({ visible: true })).toHaveCount(0);
  }
  await expect(page.getByRole('link', { name: readingWords('page.skip') })).not.toBeInViewport();

  await expect(page.locator('#answer')).toBeVisible();
  await expect(
    page.getByRole('group', {
      name: readingWords('message.label', { title: channelsWords('phone.title') }),
    }),
  ).toBeVisible();
  const source = page
    .getByRole('region', { name: readingWords('article.sources') })
    .getByRole('listitem')
    .first();
  await expect(source).toBeVisible();
  const link = source.getByRole('link').first();
  const printed = await link.evaluate((element) => getComputedStyle(element, '::after').content);
  const address = (await link.getAttribute('href')) ?? '';
  // Firefox names the attribute, where others say what it holds.
  expect(printed.replace('attr(href)', address)).toContain(address);
});
