import { expect, test } from '../test.ts';

const ARTICLE = '/articles/how-to-decline-a-job-offer-you-already-accepted/';

/** Runs in a page: whether one of our faces is there. */
const ours = () =>
  [...document.fonts].some(({ family, status }) => family === 'Newsreader' && status === 'loaded');

/** Runs in a page: keeps frames from coming, as if the page were never painted. */
const neverPaint = () => {
  window.requestAnimationFrame = () => 0;
};

test('fonts are asked for once the page is painted', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.addInitScript(neverPaint);
  await page.goto('/about/', { waitUntil: 'load' });
  expect(asked.filter((url) => url.endsWith('.woff2'))).toEqual([]);
});

test('fonts come once to a reader who arrives, and at once to one who reads on', async ({
  page,
  server,
}) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto('/');
  await page.waitForFunction(ours);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  const fonts = asked.filter((url) => url.endsWith('.woff2'));
  expect(fonts).toEqual([...new Set(fonts)]);
  expect(asked.filter((url) => !url.startsWith(server))).toEqual([]);
  await page.addInitScript(neverPaint);
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

/** A face of this machine beside the one it stands in for: both as shares of what ours has. */
interface Measured {
  readonly face: string;
  readonly width: number;
  readonly middle: number;
}

/** Runs in a page: sets its text in our faces and in those that stand in for them. */
async function measureStandIns(): Promise<Measured[]> {
  const canvas = new OffscreenCanvas(1, 1).getContext('2d');
  if (!canvas) throw new Error('This browser has no canvas to measure with.');
  const text = document.querySelector('article')?.textContent.replaceAll(/\s+/g, ' ') ?? '';
  const measure = async (font: string) => {
    await document.fonts.load(font);
    canvas.font = font;
    const found = canvas.measureText(text);
    const middle = (found.fontBoundingBoxAscent - found.fontBoundingBoxDescent) / 2;
    return { width: found.width, middle, descent: found.fontBoundingBoxDescent };
  };
  const share = (percent: string) => Number.parseFloat(percent || '100') / 100;
  const measured: Measured[] = [];
  for (const rule of [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules])) {
    if (!(rule instanceof CSSFontFaceRule)) continue;
    const of = (name: string) => rule.style.getPropertyValue(name);
    const weight = of('font-weight').split(' ').at(-1) || '400';
    const role = of('font-family').includes('label')
      ? 'label'
      : weight === '500'
        ? 'headline'
        : 'text';
    const families = getComputedStyle(document.documentElement).getPropertyValue(`--${role}`);
    for (const [, name = ''] of of('src').matchAll(/local\("?([^")]+)"?\)/g)) {
      const face = await new FontFace(`Found ${name}`, `local("${name}")`).load().catch(() => null);
      if (!face) continue;
      document.fonts.add(face);
      const own = await measure(`${of('font-style')} ${weight} 100px ${families.split(',')[0]}`);
      const its = await measure(`100px "Found ${name}"`);
      const size = share(of('size-adjust'));
      const ascent = of('ascent-override');
      const middle = ascent ? (share(ascent) * 100 - its.descent) / 2 : its.middle;
      measured.push({
        face: `${name}, ${role} ${weight} ${of('font-style')}`,
        width: (size * its.width) / own.width,
        middle: (size * middle - own.middle) / 100,
      });
    }
  }
  return measured;
}

test('what stands in is as wide as our faces, and as high', async ({ page }) => {
  await page.goto(ARTICLE);
  await page.waitForFunction(ours);
  const measured = await page.evaluate(measureStandIns);
  expect(measured.length).toBeGreaterThan(0);
  const off = measured.filter(
    ({ width, middle }) => Math.abs(width - 1) > 0.03 || Math.abs(middle) > 0.02,
  );
  expect(off).toEqual([]);
});
