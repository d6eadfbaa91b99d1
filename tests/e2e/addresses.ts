import type { Page } from '@playwright/test';
import { type BuiltSite, builtFiles, everyPage, readBuilt } from './built-site.ts';
import { rawRequest } from './raw-request.ts';

/** An address that something in the site names, and where it does. */
export interface Address {
  readonly from: string;
  readonly url: string;
}

/** What a page names, and which of its places can be linked to. */
interface PageAddresses {
  readonly ids: readonly string[];
  readonly urls: readonly string[];
}

/** Reads `html` as a browser does. `address` is what its relative links are relative to. */
function readPage(page: Page, html: string, address: string): Promise<PageAddresses> {
  return page.evaluate(
    ([text, base]) => {
      const parsed = new DOMParser().parseFromString(text, 'text/html');
      const values = (selector: string, attribute: string) =>
        [...parsed.querySelectorAll(`${selector}[${attribute}]`)].map(
          (element) => element.getAttribute(attribute) ?? '',
        );
      const candidates = values('', 'srcset').flatMap((list) =>
        list.split(',').map((candidate) => candidate.trim().split(/\s/)[0] ?? ''),
      );
      const data = [...parsed.querySelectorAll('script[type="application/ld+json"]')].flatMap(
        ({ textContent }) =>
          [...(textContent ?? '').matchAll(/"(https?:[^"]+)"/g)].map(([, url = '']) => url),
      );
      const meta = values('meta', 'content').filter((content) => /^https?:\/\//.test(content));
      // `@id` in data is a name and not a place: its fragment is on no page.
      const places = data.map((url) => url.replace(/#.*/, ''));
      // A form's action is not here: where a form posts to, no page answers.
      const named = [...values('', 'href'), ...values('', 'src')];
      return {
        // A tool takes choices from a fragment that begins with its name and a question mark.
        ids: [...values('', 'id'), ...values('', 'data-tool').map((tool) => `${tool}?`)],
        urls: [...named, ...candidates, ...meta, ...places].map(
          (value) => URL.parse(value, base || undefined)?.href ?? `relative: ${value}`,
        ),
      };
    },
    [html, address] as const,
  );
}

/** Addresses in the elements and attributes of an XML file; HTML in it must name whole ones. */
async function inXml(page: Page, xml: string): Promise<string[]> {
  const { urls, html } = await page.evaluate((text) => {
    const parsed = new DOMParser().parseFromString(text, 'application/xml');
    const error = parsed.querySelector('parsererror');
    if (error) throw new Error(error.textContent);
    const leaves = [...parsed.querySelectorAll('*')].filter(
      ({ children }) => children.length === 0,
    );
    const isAddress = (value: string) => /^https?:\/\/\S+$/.test(value);
    const attributes = [...parsed.querySelectorAll('*')].flatMap((element) =>
      [...element.attributes]
        .filter(({ name }) => !name.startsWith('xmlns'))
        .map(({ value }) => value),
    );
    return {
      urls: [...leaves.map(({ textContent }) => textContent), ...attributes].filter(isAddress),
      html: leaves
        .filter(({ localName }) => localName === 'encoded')
        .map(({ textContent }) => textContent),
    };
  }, xml);
  const inHtml = await Promise.all(html.map((text) => readPage(page, text, '')));
  return [...urls, ...inHtml.flatMap((content) => content.urls)];
}

const inText = (text: string): string[] =>
  [...text.matchAll(/https?:\/\/[^\s"'<>()\]]+/g)].map(([url]) => url);

/** The members of a manifest that hold addresses (W3C Web Application Manifest). */
interface Manifest {
  readonly start_url: string;
  readonly scope: string;
  readonly icons: readonly { readonly src: string }[];
}

function inManifest(text: string, address: string): string[] {
  // Where a member is missing, the next line fails, as it should.
  const { start_url: start, scope, icons } = JSON.parse(text) as Manifest;
  return [start, scope, ...icons.map(({ src }) => src)].map(
    (value) => new URL(value, address).href,
  );
}

/** What a site names anywhere, and the ids of each page by its public address. */
export interface SiteAddresses {
  readonly addresses: readonly Address[];
  readonly ids: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Collects every address in the pages, feed, sitemap, manifest and text files of `site`. */
export async function collectAddresses(page: Page, site: BuiltSite): Promise<SiteAddresses> {
  const addresses: Address[] = [];
  const ids = new Map<string, ReadonlySet<string>>();
  const add = (from: string, urls: readonly string[]) => {
    addresses.push(...[...new Set(urls)].map((url) => ({ from, url })));
  };
  for (const { path, file } of everyPage(site)) {
    const read = await readPage(page, readBuilt(file, site), site.origin + path);
    ids.set(site.origin + path, new Set(read.ids));
    add(path, read.urls);
  }
  for (const file of builtFiles('.xml', site)) add(file, await inXml(page, readBuilt(file, site)));
  for (const file of builtFiles('.txt', site)) add(file, inText(readBuilt(file, site)));
  for (const file of builtFiles('.webmanifest', site)) {
    add(file, inManifest(readBuilt(file, site), `${site.origin}${site.base}${file}`));
  }
  return { addresses, ids };
}

/**
 * Asks the server at `server` (an origin) for every address below the public one of `site`.
 * Returns a line for each that is not there, names a place its page does not have, is relative
 * where it may not be, or lies at the site's origin but not below its base path.
 */
export async function brokenAddresses(
  { addresses, ids }: SiteAddresses,
  site: BuiltSite,
  server: string,
): Promise<string[]> {
  const statuses = new Map<string, Promise<number>>();
  const statusOf = (path: string): Promise<number> => {
    const known =
      statuses.get(path) ??
      rawRequest(server + path, { method: 'HEAD' }).then(({ status }) => status);
    statuses.set(path, known);
    return known;
  };
  const problems = addresses.map(async ({ from, url }): Promise<string[]> => {
    if (url.startsWith('relative:')) return [`${from}: ${url}`];
    const { origin, pathname, search, hash, href } = new URL(url);
    if (origin !== site.origin) return [];
    if (!pathname.startsWith(site.base)) return [`${from}: ${url} is not below ${site.base}`];
    const target = href.slice(0, href.length - hash.length);
    // The page for unknown addresses answers 404, and links to its own text.
    if (target !== site.origin + from) {
      const status = await statusOf(pathname + search);
      if (status !== 200) return [`${from}: ${url} answers ${status}`];
    }
    const places = ids.get(target);
    const place = decodeURIComponent(hash.slice(1)).replace(/\?.*/, '?');
    if (!hash || !places || places.has(place)) return [];
    return [`${from}: ${url}: no element there has this id`];
  });
  return (await Promise.all(problems)).flat();
}
