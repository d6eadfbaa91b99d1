import { brokenAddresses, collectAddresses } from '../addresses.ts';
import { builtFiles, builtSite, readBuilt, sitemapPages } from '../built-site.ts';
import { rawRequest } from '../raw-request.ts';
import { expect, test } from '../test.ts';

const site = builtSite();

test('every address that the site names is there', async ({ tab, server }) => {
  const found = await collectAddresses(tab, site);
  expect(found.addresses.length).toBeGreaterThan(100);
  expect(await brokenAddresses(found, site, server)).toEqual([]);
});

test('the sitemap names every page that search engines may show, and no other', () => {
  const shown = builtFiles('.html').filter(
    (file) => !/<meta name="robots" content="[^"]*noindex/.test(readBuilt(file)),
  );
  expect(
    sitemapPages()
      .map(({ file }) => file)
      .sort(),
  ).toEqual(shown.sort());
});

for (const { path, file } of sitemapPages()) {
  test(`${path} says where it lives and shows a picture when shared`, async ({ tab, server }) => {
    const head = await tab.evaluate((html) => {
      const parsed = new DOMParser().parseFromString(html, 'text/html').head;
      const content = (selector: string) =>
        parsed.querySelector(selector)?.getAttribute('content') ?? '';
      return {
        canonical: parsed.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href,
        address: content('meta[property="og:url"]'),
        picture: content('meta[property="og:image"]'),
        size: ['width', 'height'].map((side) =>
          Number(content(`meta[property="og:image:${side}"]`)),
        ),
        alt: content('meta[property="og:image:alt"]'),
      };
    }, readBuilt(file));
    expect(head.canonical, file).toBe(site.origin + path);
    expect(head.address).toBe(site.origin + path);
    expect(head.alt).not.toBe('');
    expect(head.size).toEqual([1200, 630]);

    const { status, headers, body } = await rawRequest(head.picture.replace(site.origin, server));
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('image/png');
    // Width and height stand at fixed places in a PNG file (W3C PNG, 11.2.1).
    expect([body.readUInt32BE(16), body.readUInt32BE(20)]).toEqual(head.size);
  });
}
