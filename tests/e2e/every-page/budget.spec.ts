import { at, builtFiles, everyPage, isArticle } from '../built-site.ts';
import { rawRequest } from '../raw-request.ts';
import { readThrough } from '../read-through.ts';
import { expect, test } from '../test.ts';
import { VIEWS } from '../views.ts';

/**
 * Bytes, compressed as the server sends them, scripts as they stand in the page; and a score.
 * No stand-in font has the width of every letter of ours, so a late font may break one line
 * elsewhere: that much may move, a fifth of what Core Web Vitals still call good.
 */
const MOST = {
  article: 14_600,
  fonts: 45_000,
  inlineScripts: 2_048,
  scriptFiles: 8_192,
  articleScriptFiles: 2_048,
  layoutShift: 0.02,
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

  test(`${page.path} waits for nothing and runs nearly no script`, async ({ tab, server }) => {
    await tab.goto(page.path);
    const found = await tab.evaluate(() => {
      const isCode = ({ type }: HTMLScriptElement) => !/json/.test(type);
      const scripts = [...document.scripts].filter(isCode);
      return {
        inline: scripts.reduce((sum, { text }) => sum + new TextEncoder().encode(text).length, 0),
        scriptFiles: scripts.filter(({ src }) => src).map(({ src }) => src),
        ahead: [
          ...document.querySelectorAll<HTMLLinkElement>(
            'link[rel~=stylesheet], link[rel*=preload]',
          ),
        ].map(({ rel, href }) => `${rel} ${href}`),
        blocking: performance
          .getEntriesByType('resource')
          .filter(
            (entry) => 'renderBlockingStatus' in entry && entry.renderBlockingStatus === 'blocking',
          )
          .map(({ name }) => name),
      };
    });
    expect(found.inline).toBeLessThanOrEqual(MOST.inlineScripts);
    expect(found).toMatchObject({ ahead: [], blocking: [] });
    // The newsletter's, which is not in the page itself: the form works before it comes.
    if (isArticle(page)) expect(found.scriptFiles).toHaveLength(1);
    const files = found.scriptFiles.map((file) =>
      rawRequest(new URL(file, server).href, { headers: { 'accept-encoding': 'br' } }),
    );
    const bytes = (await Promise.all(files)).reduce((sum, { body }) => sum + body.length, 0);
    expect(bytes).toBeLessThanOrEqual(isArticle(page) ? MOST.articleScriptFiles : MOST.scriptFiles);
  });

  test(`nothing moves on ${page.path} when its fonts come late`, async ({ tab }) => {
    let fonts = Promise.withResolvers<void>();
    await tab.route('**/*.woff2', async (route) => {
      await fonts.promise;
      await route.continue();
    });
    for (const { width, height } of VIEWS.filter(({ colorScheme }) => colorScheme === 'light')) {
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
  const answers = await Promise.all(files.map((file) => rawRequest(`${server}${at(`/${file}`)}`)));
  const bytes = answers.reduce((sum, { body }) => sum + body.length, 0);
  expect(bytes).toBeGreaterThan(0);
  expect(bytes).toBeLessThanOrEqual(MOST.fonts);
});
