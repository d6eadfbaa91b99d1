import { fileURLToPath } from 'node:url';
import { rawRequest } from '../raw-request.ts';
import { expect, test } from '../test.ts';
import { buildOther, serveOther } from './other-site.ts';

const article = fileURLToPath(new URL('plain-article', import.meta.url));

/** Brotli bytes of HTML with its CSS, for an article of 2,000 words in plain Markdown. */
const MOST_BYTES = 9_000;

test('a plain article of 2,000 words with a picture is small', async ({ page }) => {
  await using site = await buildOther({}, article);
  await serveOther(site, async (server) => {
    const address = `${server}/articles/sourdough-starter/`;
    const { status, body } = await rawRequest(address, { headers: { 'accept-encoding': 'br' } });
    expect(status).toBe(200);

    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(address);
    const words = await page
      .getByRole('article')
      .evaluate(({ textContent }) => textContent.split(/\s+/).length);
    expect(words).toBeGreaterThan(2_000);
    expect(body.length).toBeLessThanOrEqual(MOST_BYTES);

    const picture = page.getByRole('img', { name: 'A jar with a rubber band' });
    await expect(picture).toHaveAttribute('loading', 'lazy');
    await expect(picture).toHaveAttribute('width', '1440');
    await expect(picture).toHaveAttribute('height', '960');
    for (const width of [390, 1280]) {
      await page.setViewportSize({ width, height: 844 });
      await page.reload();
      await picture.scrollIntoViewIfNeeded();
      await expect
        .poll(() => picture.evaluate((img: HTMLImageElement) => img.currentSrc))
        .not.toBe('');
      const { source, pixels, shown } = await picture.evaluate((img: HTMLImageElement) => {
        const candidates = img.srcset.split(', ').map((candidate) => candidate.split(' '));
        const chosen = candidates.find(([url = '']) => img.currentSrc.endsWith(url));
        return {
          source: img.currentSrc,
          pixels: Number.parseInt(chosen?.[1] ?? '', 10),
          shown: img.clientWidth,
        };
      });
      expect(pixels, `pixels across at ${width} px`).toBeGreaterThanOrEqual(shown);
      expect(pixels, `pixels across at ${width} px`).toBeLessThanOrEqual(shown * 1.5);
      const file = await rawRequest(source);
      expect(file.headers['content-type']).toBe('image/avif');
      // ISO 14496-12: the brand of the file stands behind the name of its first box.
      expect(file.body.subarray(4, 12).toString()).toBe('ftypavif');
    }
  });
});
