import { at, sitemapPages } from '../built-site.ts';
import { rawRequest } from '../raw-request.ts';
import { beginsWith, writtenIn } from '../written.ts';
import { expect, test } from './whole-site.ts';

const readingWords = writtenIn('reading.yaml');
const siteWords = writtenIn('site.yaml');

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('the topics open from a button, by keyboard too, and close with Escape', async ({
    page,
  }) => {
    await page.goto(at('/'));
    const button = page.getByRole('button', { name: readingWords('page.topics') });
    const topics = page.getByRole('navigation', { name: readingWords('page.topics') });
    await expect(topics).toBeHidden();
    await button.focus();
    await page.keyboard.press('Enter');
    await expect(topics).toBeVisible();
    await page.keyboard.press('Tab');
    await expect(topics.getByRole('link').first()).toBeFocused();

    await page.keyboard.press('Escape');
    await expect(topics).toBeHidden();
    await expect(button).toBeFocused();

    await button.click();
    await topics.getByRole('link', { name: siteWords('topics.2.short') }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(siteWords('topics.2.title'));
  });
});

test('on a wide screen the topics stand in the header, and the open one is marked', async ({
  page,
}) => {
  await page.goto(at('/topics/decide/'));
  const topics = page
    .getByRole('banner')
    .getByRole('navigation', { name: readingWords('page.topics') });
  await expect(topics.getByRole('link')).toHaveText([
    ...[0, 1, 2, 3, 4].map((topic) => siteWords(`topics.${topic}.short`)),
    readingWords('page.search'),
  ]);
  await expect(topics.getByRole('link', { name: siteWords('topics.0.short') })).toHaveAttribute(
    'aria-current',
    'page',
  );
  await expect(page.getByRole('button', { name: readingWords('page.topics') })).toBeHidden();
});

test('an unknown address says so, and helps', async ({ page }) => {
  const response = await page.goto(at('/articles/how-to-resign-politely/'));
  expect(response?.status()).toBe(404);
  await expect(page).toHaveTitle(beginsWith(readingWords('missing.plainTitle')));
  const articles = page.getByRole('main').getByRole('heading', { level: 2 }).getByRole('link');
  await articles.first().click();
  await expect(page.getByRole('article')).toBeVisible();
});

test('a feed reader finds the feed, with every article in full, newest first', async ({
  page,
  server,
  whole,
}) => {
  await page.goto(at('/'));
  const link = page.locator('link[rel=alternate][type="application/rss+xml"]');
  const { headers, body } = await rawRequest(server + (await link.getAttribute('href')));
  // The policy of our own pages lets no text be read as a document.
  await page.goto('about:blank');
  expect(headers['content-type']).toMatch(/^application\/(rss\+)?xml/);
  const items = await page.evaluate((xml) => {
    const feed = new DOMParser().parseFromString(xml, 'application/xml');
    return [...feed.querySelectorAll('item')].map((item) => ({
      date: Date.parse(item.querySelector('pubDate')?.textContent ?? ''),
      address: item.querySelector('link')?.textContent ?? '',
      text: item.getElementsByTagName('content:encoded')[0]?.textContent ?? '',
    }));
  }, body.toString());

  const articles = sitemapPages(whole.site).filter(({ path }) => path.startsWith(at('/articles/')));
  expect(items).toHaveLength(Math.min(articles.length - 1, 20));
  const dates = items.map(({ date }) => date);
  expect(dates).toEqual(dates.toSorted((a, b) => b - a));
  for (const { address, text } of items) {
    await page.goto(new URL(address).pathname);
    const last = page.locator('.prose > p').last();
    const words = (await last.innerText()).slice(0, 40);
    expect(text.replaceAll(/<[^>]*>/g, ''), address).toContain(words);
  }
});
