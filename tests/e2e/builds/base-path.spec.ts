import { brokenAddresses, collectAddresses } from '../addresses.ts';
import { sitemapPages } from '../built-site.ts';
import { expect, test } from '../test.ts';
import { buildOther, serveOther } from './other-site.ts';

test('the site works below a path of another origin', async ({ page }) => {
  await using site = await buildOther({ SITE_URL: 'https://example.com/some/path/' });
  expect(site).toMatchObject({ origin: 'https://example.com', base: '/some/path/' });
  await serveOther(site, async (server) => {
    const found = await collectAddresses(page, site);
    expect(found.addresses.length).toBeGreaterThan(100);
    expect(await brokenAddresses(found, site, server)).toEqual([]);
    // Whatever names the address of one's own machine was not told where the site lives.
    expect(found.addresses.filter(({ url }) => url.includes('//localhost'))).toEqual([]);

    for (const { path } of sitemapPages(site)) {
      await page.goto(server + path);
      const canonical = page.locator('link[rel=canonical]');
      await expect(canonical).toHaveAttribute('href', `https://example.com${path}`);
    }
    await page.goto(`${server}/some/path/`);
    const form = page.locator('subscribe-form form');
    await expect(form).toHaveAttribute('action', '/some/path/newsletter/subscribe/');
    await page.getByRole('textbox', { name: 'Your email address' }).fill('nobody');
    await page.getByRole('button', { name: 'Join the list' }).click();
    await expect(form.getByRole('status')).toContainText('@');
    const topics = page.getByRole('banner').getByRole('navigation', { name: 'Topics' });
    await topics.getByRole('link', { name: 'Search' }).click();
    await page.getByRole('searchbox').fill('notice');
    await page.getByRole('main').locator('ol').getByRole('link').first().click();
    await expect(page).toHaveURL(/\/some\/path\/(articles|glossary|plan)\//);
    await topics.getByRole('link').first().click();
    await expect(page).toHaveURL(/\/some\/path\/topics\/[a-z-]+\/$/);
  });
});
