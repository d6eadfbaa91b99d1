import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSiteUrl, type SiteUrl } from '../../src/site/site-url.ts';

/** A site as `npm run build` wrote it, and the public address it was built for. */
export interface BuiltSite extends SiteUrl {
  readonly folder: string;
}

/** A page: its path on the server, base included, and its file in the site's folder. */
export interface BuiltPage {
  readonly path: string;
  readonly file: string;
}

/** The site under test: `dist/`, or the folder that `DIST_DIR` names. */
export function builtSite(): BuiltSite {
  const dist = fileURLToPath(new URL('../../dist', import.meta.url));
  return {
    folder: resolve(process.env['DIST_DIR'] ?? dist),
    ...parseSiteUrl(process.env['SITE_URL']),
  };
}

/** The file of `site` that holds the page at `path`. */
function fileOf(path: string, { base }: BuiltSite): string {
  return `${path.slice(base.length)}index.html`;
}

/** The text of a file of `site`, as it was built. */
export function readBuilt(file: string, site: BuiltSite = builtSite()): string {
  return readFileSync(join(site.folder, file), 'utf8');
}

/** Names of all files of `site` that end with `ending`, with `/` between folders. */
export function builtFiles(ending: string, site: BuiltSite = builtSite()): string[] {
  return readdirSync(site.folder, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith(ending));
}

/** The pages that the sitemap names. Throws an Error where there is none. */
export function sitemapPages(site: BuiltSite = builtSite()): BuiltPage[] {
  if (!existsSync(join(site.folder, 'sitemap.xml'))) {
    throw new Error(`There is no sitemap.xml in ${site.folder}. Run npm run build first.`);
  }
  const pages = [...readBuilt('sitemap.xml', site).matchAll(/<loc>([^<]+)<\/loc>/g)].map(
    ([, address = '']) => {
      if (!address.startsWith(site.origin + site.base)) {
        throw new Error(
          `sitemap.xml names ${address}, which is not below ${site.origin}${site.base}. Build and test with the same SITE_URL.`,
        );
      }
      const path = address.slice(site.origin.length);
      return { path, file: fileOf(path, site) };
    },
  );
  if (pages.length === 0) throw new Error('sitemap.xml names no page.');
  return pages;
}

/**
 * Every page a reader can meet: those of the sitemap, those that it leaves out, such as what follows
 * a form, and the one for an unknown address.
 */
export function everyPage(site: BuiltSite = builtSite()): BuiltPage[] {
  const listed = sitemapPages(site);
  const hidden = builtFiles('index.html', site)
    .filter((name) => !listed.some(({ file }) => file === name))
    .map((file) => ({ path: site.base + file.slice(0, -'index.html'.length), file }));
  return [...listed, ...hidden, { path: `${site.base}no-such-page/`, file: '404.html' }];
}

/** Whether a page is an article, as its own head says. */
export function isArticle({ file }: BuiltPage, site: BuiltSite = builtSite()): boolean {
  return readBuilt(file, site).includes('<meta property="og:type" content="article"');
}

/** The path of a page, or of a file, of the site under test: `/about/` with its base path. */
export function at(path: string, { base }: BuiltSite = builtSite()): string {
  return base.slice(0, -1) + path;
}
