import { brokenAddresses, collectAddresses } from '../addresses.ts';
import { readBuilt, sitemapPages } from '../built-site.ts';
import { listenForBreaches, useAll } from '../inspections/policy.ts';
import { onePageOfEachKind } from '../kinds-of-pages.ts';
import { expect, test } from '../test.ts';
import { writtenIn } from '../written.ts';
import { buildOther, type OtherSite, serveOther } from './other-site.ts';
import { servePlainly } from './plain-host.ts';

const newsletterWords = writtenIn('newsletter.yaml');

const INJECTED = [
  '<button type="button" onclick="document.title = \'taken over\'">Injected</button>',
  '<style>body { display: none }</style>',
  '<script>document.title = "taken over"</script>',
  '<script src="https://elsewhere.example/script.js"></script>',
  '<img src="https://elsewhere.example/picture.png" alt="">',
].join('');

// A build takes long, so these tests share it.
test.describe.configure({ mode: 'default' });

let site: OtherSite;

test.beforeAll(async () => {
  site = await buildOther({
    SITE_URL: 'https://owner.github.io/second-thoughts/',
    POLICY_IN_PAGES: 'yes',
  });
});

test.afterAll(() => site[Symbol.asyncDispose]());

test('the site works below a path of another origin', async ({ page }) => {
  const { origin, base } = site;
  expect({ origin, base }).toEqual({
    origin: 'https://owner.github.io',
    base: '/second-thoughts/',
  });
  await using server = await serveOther(site);
  const found = await collectAddresses(page, site);
  expect(found.addresses.length).toBeGreaterThan(100);
  expect(await brokenAddresses(found, site, server.origin)).toEqual([]);
  // Whatever names the address of one's own machine was not told where the site lives.
  expect(found.addresses.filter(({ url }) => url.includes('//localhost'))).toEqual([]);
  for (const { path, file } of sitemapPages(site)) {
    expect(readBuilt(file, site)).toContain(`<link rel="canonical" href="${origin}${path}">`);
  }

  await page.goto(server.origin + base);
  const form = page.locator('subscribe-form form');
  await expect(form).toHaveAttribute('action', `${base}newsletter/subscribe/`);
  await page.getByRole('textbox', { name: newsletterWords('form.label') }).fill('nobody');
  await page.getByRole('button', { name: newsletterWords('form.button') }).click();
  await expect(form.getByRole('status')).toContainText('@');
  const topics = page.getByRole('banner').getByRole('navigation', { name: 'Topics' });
  await topics.getByRole('link', { name: 'Search' }).click();
  await page.getByRole('searchbox').fill('notice');
  await page.getByRole('main').locator('ol').getByRole('link').first().click();
  await expect(page).toHaveURL(/\/second-thoughts\/(articles|glossary|plan)\//);
  await topics.getByRole('link').first().click();
  await expect(page).toHaveURL(/\/second-thoughts\/topics\/[a-z-]+\/$/);
});

test('a host that sends no headers gets pages that hold their own policy', async ({ page }) => {
  await servePlainly(site, async (server) => {
    for (const { path, file } of onePageOfEachKind(site)) {
      const status = file === '404.html' ? 404 : 200;
      const breaches = listenForBreaches(page, server, status);
      await page.goto(server + path);
      await useAll(page);
      expect({ path, breaches }).toEqual({ path, breaches: [] });
      for (const event of ['console', 'pageerror', 'request', 'requestfailed', 'response'] as const)
        page.removeAllListeners(event);
      // It comes before anything that it is about.
      const first = page.locator('head > *').nth(1);
      await expect(first).toHaveAttribute('http-equiv', 'Content-Security-Policy');
      const policy = (await first.getAttribute('content')) ?? '';
      expect(policy).toContain("default-src 'none'; base-uri 'none'; form-action 'self'; ");
      expect(policy).not.toMatch(/unsafe|frame-ancestors|https?:/);
      // Its own sheets, and not those of the whole site, unless it borrows one.
      const sheets = await page.locator('style').count();
      if ((await page.locator('tool-embed').count()) === 0)
        expect(policy.match(/style-src[^;]*/)?.[0].match(/sha256/g)).toHaveLength(sheets);
    }

    const article = '/second-thoughts/articles/how-to-decline-a-job-offer-you-already-accepted/';
    const breaches = listenForBreaches(page, server, 200);
    await page.goto(server + article);
    // It borrows a tool, with the sheet and the scripts of another page.
    await page.locator('tool-embed a').first().click();
    await expect(page.getByRole('combobox').or(page.getByRole('textbox')).first()).toBeVisible();
    await expect(page).toHaveURL(server + article);
    expect(breaches).toEqual([]);

    // What somebody who could write into the page would try.
    await page.route(server + article, async (route) => {
      const response = await route.fetch();
      const body = (await response.text()).replace('</body>', `${INJECTED}</body>`);
      await route.fulfill({ response, body });
    });
    const said: string[] = [];
    page.on('console', (message) => said.push(message.text()));
    await page.goto(server + article);
    await page.getByRole('button', { name: 'Injected' }).click();
    await expect(page).not.toHaveTitle('taken over');
    await expect(page.locator('body')).toHaveCSS('display', 'block');
    const blocked = [
      'inline event handler',
      'inline style',
      'inline script',
      'the script',
      'the image',
    ];
    for (const kind of blocked) {
      await expect.poll(() => said.filter((line) => line.includes(`ing ${kind}`))).not.toEqual([]);
    }
  });
});
