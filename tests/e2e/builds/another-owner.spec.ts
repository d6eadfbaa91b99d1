import { fileURLToPath } from 'node:url';
import { type BuiltSite, builtFiles, readBuilt } from '../built-site.ts';
import { Findings } from '../findings.ts';
import { axeViolations, installAxe } from '../inspections/axe.ts';
import { overflow } from '../inspections/overflow.ts';
import { smallTargets } from '../inspections/targets.ts';
import { rawRequest } from '../raw-request.ts';
import { expect, test } from '../test.ts';
import { writtenIn } from '../written.ts';
import { buildOther, type OtherServer, type OtherSite, serveOther } from './other-site.ts';

const newsletterWords = writtenIn('newsletter.yaml');

/** WCAG 2.2, 1.4.12: what a reader may set, and nothing may be lost. */
const TEXT_SPACING = `
  * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-bottom: 2em !important; }
`;

/** Brotli bytes of HTML with its CSS, for an article of 2,000 words in plain Markdown. */
const MOST_BYTES = 9_000;

// A site as another owner might have it: odd texts, plain ones, and no server of its own. A build
// takes long, so these tests share it.
test.describe.configure({ mode: 'default' });

let site: OtherSite;
let server: OtherServer;

test.beforeAll(async () => {
  const folders = ['odd-content', 'plain-article'];
  site = await buildOther(
    {
      NEWSLETTER_PROVIDER: 'form',
      NEWSLETTER_FORM_URL: 'https://provider.example/subscribe?list=1',
      NEWSLETTER_FORM_FIELD: 'EMAIL',
    },
    folders.map((name) => fileURLToPath(new URL(name, import.meta.url))),
  );
  server = await serveOther(site);
});

test.afterAll(async () => {
  await server[Symbol.asyncDispose]();
  await site[Symbol.asyncDispose]();
});

test('what writers write comes out right', async ({ tab }) => {
  expect(site.output.match(/odd\.mdx:\d+:? leads to \S+/g)).toEqual([
    'odd.mdx:14 leads to /articles/odd-draft/,',
    'odd.mdx:14: leads to #nowhere,',
    'odd.mdx:14: leads to ./odd-plain.mdx,',
    'odd.mdx:14: leads to /gone/,',
    'odd.mdx:14: leads to /about/#nope,',
  ]);
  expect(filesWith('wombat', site)).toEqual([]);

  const { origin } = server;
  await tab.goto(`${origin}/articles/odd/`);
  const text = tab.locator('.prose');

  // Headings leave the page its own ids, and links of the same text follow them.
  const ids = await tab.locator('[id]').evaluateAll((all) => all.map(({ id }) => id));
  expect(ids.length).toBe(new Set(ids).size);
  await expect(text.getByRole('link', { name: 'self' })).toHaveAttribute('href', '#email-section');
  await expect(tab.getByRole('textbox', { name: newsletterWords('form.label') })).toBeVisible();

  const cells = text.getByRole('row').nth(1).getByRole('cell');
  for (const [index, side] of ['start', 'center', 'right'].entries()) {
    await expect(cells.nth(index)).toHaveCSS('text-align', side === 'start' ? /left|start/ : side);
  }
  const picture = text.getByRole('img', { name: 'A vector' });
  await picture.scrollIntoViewIfNeeded();
  await expect
    .poll(() => picture.evaluate((img: HTMLImageElement) => img.naturalWidth))
    .toBeGreaterThan(0);
  for (const list of await text
    .locator('blockquote ol, details:not(.sections *) ol, .footnotes ol')
    .all()) {
    await expect(list).toHaveCSS('list-style-type', 'decimal');
  }
  await expect(text.locator('ol[start="7"]')).toHaveCSS('list-style-type', 'decimal');
  await expect(text.getByRole('img', { name: 'Done:' })).toHaveCount(1);
  for (const item of await text.locator('.task-list-item').all()) {
    await expect(item).toHaveCSS('list-style-type', 'none');
  }
  await expect(text.getByText('Written as [@odd] here.')).toBeVisible();
  await expect(text.locator('p.sr-only')).toHaveCSS('width', '1px');

  // What is wide has a name and is scrolled by the keyboard, and the page stays narrow.
  await tab.setViewportSize({ width: 320, height: 640 });
  for (const name of ['Table 1: One column, Two, Three, Four, Five', 'Code 1', 'Formula 1']) {
    const region = text.getByRole('region', { name });
    await region.focus();
    await tab.keyboard.press('ArrowRight');
    await expect.poll(() => region.evaluate(({ scrollLeft }) => scrollLeft)).toBeGreaterThan(0);
  }
  await installAxe(tab);
  for (const page of ['odd', 'odd-plain']) {
    await tab.goto(`${origin}/articles/${page}/`);
    await installAxe(tab);
    const findings = new Findings();
    findings.add(page, await axeViolations(tab));
    for (const spacing of ['', TEXT_SPACING]) {
      await tab.evaluate((css) => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(css);
        document.adoptedStyleSheets = [sheet];
      }, spacing);
      await tab.evaluate(() => probe.unfold());
      findings.add(`${page} ${spacing}`, await overflow(tab));
    }
    findings.add(page, await smallTargets(tab));
    expect(findings.lines).toEqual([]);
  }

  // On paper nothing is cut, and what was folded lies open.
  await tab.goto(`${origin}/articles/odd/`);
  await tab.emulateMedia({ media: 'print' });
  await tab.setViewportSize({ width: 640, height: 900 });
  await expect(text.getByText('What was folded.')).toBeVisible();
  expect(await overflow(tab)).toEqual([]);
  const cut = await tab
    .locator('.prose *')
    .evaluateAll((all) =>
      all
        .filter((one) => one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 1)
        .map(({ outerHTML }) => outerHTML.slice(0, 80)),
    );
  expect(cut).toEqual([]);
});

test('a plain article of 2,000 words with a picture is small', async ({ page }) => {
  const { origin } = server;
  const address = `${origin}/articles/sourdough-starter/`;
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

test('a site without a server posts to its provider, and says so in its policy', async ({
  page,
}) => {
  const { origin } = server;
  const posted = Promise.withResolvers<string | null>();
  await page.route('https://provider.example/**', (route) => {
    posted.resolve(route.request().postData());
    return route.fulfill({ contentType: 'text/html', body: '<h1>Thank you</h1>' });
  });
  await page.goto(origin);
  await page.getByRole('textbox', { name: newsletterWords('form.label') }).fill('ana@example.com');
  await page.getByRole('button', { name: newsletterWords('form.button') }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Thank you');
  expect(page.url()).toBe('https://provider.example/subscribe?list=1');
  expect(await posted.promise).toBe('EMAIL=ana%40example.com');
});

/** The files of a site that hold a word, in whatever they are, or have it in their name. */
function filesWith(word: string, site: BuiltSite): string[] {
  return builtFiles('', site).filter(
    (file) => file.includes(word) || (/\.\w+$/.test(file) && readBuilt(file, site).includes(word)),
  );
}
