import { at, builtFiles, everyPage, isArticle } from '../built-site.ts';
import { onePageOfEachKind } from '../kinds-of-pages.ts';
import { rawRequest } from '../raw-request.ts';
import { readThrough } from '../read-through.ts';
import { expect, test } from '../test.ts';
import { WIDTHS } from '../views.ts';

/**
 * Bytes, compressed as the server sends them; and a score. Scripts are weighed where pages are visited.
 * No stand-in font has the width of every letter of ours, so a late font may break one line
 * elsewhere: that much may move, a tenth of what Core Web Vitals still call good.
 */
const MOST = {
  article: 14_600,
  fonts: 45_000,
  layoutShift: 0.01,
};

for (const page of everyPage()) {
  test(`${page.path} is small, compressed and whole in one answer`, async ({ server }) => {
    const ask = (encoding: string) =>
      rawRequest(server + page.path, { headers: { 'accept-encoding': encoding } });
    const [brotli, gzip] = [await ask('gzip, deflate, br'), await ask('gzip')];
    expect(brotli.headers['content-encoding']).toBe('br');
    expect(gzip.headers['content-encoding']).toBe('gzip');
    if (isArticle(page)) expect(brotli.body.length).toBeLessThanOrEqual(MOST.article);
  });
}

// What moves is how pages are built, not what they say.
for (const page of onePageOfEachKind()) {
  test(`nothing moves on ${page.path} when its fonts come late`, async ({ tab }) => {
    let fonts = Promise.withResolvers<void>();
    await tab.route('**/*.woff2', async (route) => {
      await fonts.promise;
      await route.continue();
    });
    for (const { width, height } of WIDTHS) {
      fonts = Promise.withResolvers();
      await tab.setViewportSize({ width, height });
      await tab.goto(page.path, { waitUntil: 'commit' });
      await tab.evaluate(() => watched.painted);
      fonts.resolve();
      await tab.waitForLoadState();
      // They are asked for after the first paint.
      await tab.waitForFunction(() =>
        [...document.fonts].some(
          ({ family, status }) => family === 'Newsreader' && status === 'loaded',
        ),
      );
      await tab.evaluate(readThrough);
      const shifts = await tab.evaluate(() => watched.shifts());
      const moved = shifts.map((shift) => `${shift.score.toFixed(4)}: ${shift.moved}`).join('\n');
      const score = shifts.reduce((sum, shift) => sum + shift.score, 0);
      expect(score, `at ${width} px\n${moved}`).toBeLessThanOrEqual(MOST.layoutShift);
    }
  });
}

test('the fonts of the site are small in all', async ({ server }) => {
  const files = builtFiles('.woff2');
  const responses = await Promise.all(
    files.map((file) => rawRequest(`${server}${at(`/${file}`)}`)),
  );
  const bytes = responses.reduce((sum, { body }) => sum + body.length, 0);
  expect(bytes).toBeGreaterThan(0);
  expect(bytes).toBeLessThanOrEqual(MOST.fonts);
});
