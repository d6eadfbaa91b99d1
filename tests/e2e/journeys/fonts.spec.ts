import { expect, test } from '../test.ts';

/** Runs in a page: whether one of our faces is there. */
const ours = () =>
  [...document.fonts].some(({ family, status }) => family === 'Newsreader' && status === 'loaded');

test('fonts are asked for once the page is painted', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  // A frame that never comes is a page that is never painted.
  await page.addInitScript(() => {
    window.requestAnimationFrame = () => 0;
  });
  await page.goto('/about/', { waitUntil: 'load' });
  expect(asked.filter((url) => url.endsWith('.woff2'))).toEqual([]);
});

test('fonts come to a reader who arrives, and at once to one who reads on', async ({ page }) => {
  await page.goto('/');
  await page.waitForFunction(ours);
  await page.addInitScript(() => {
    window.requestAnimationFrame = () => 0;
  });
  await page.getByRole('contentinfo').getByRole('link').first().click();
  await page.waitForURL(/\/.+/);
  await expect.poll(() => page.evaluate(ours)).toBe(true);
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('fonts come all the same', async ({ page }) => {
    const font = page.waitForResponse(/\/text\.[^/]*\.woff2$/);
    await page.goto('/about/');
    expect((await font).ok()).toBe(true);
  });
});
