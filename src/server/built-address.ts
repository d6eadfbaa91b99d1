import { parseSiteUrl, type SiteUrl } from '../site/site-url.ts';
import type { Site } from './site.ts';

/**
 * The public address that a site was built for, as its robots.txt states it (sitemaps.org,
 * "Specifying the Sitemap location"). Undefined where it states none.
 */
export async function builtAddress({ resources }: Site): Promise<SiteUrl | undefined> {
  const robots = await resources.get('/robots.txt')?.represent('identity');
  const sitemap = /^Sitemap: (\S+\/)sitemap\.xml$/m.exec(robots?.body.toString() ?? '')?.[1];
  return sitemap === undefined ? undefined : parseSiteUrl(sitemap);
}

/** Whether an address, or a host to listen on, is this machine alone (RFC 6761, 6.3). */
export function isLocal(host: string): boolean {
  return /^(?:localhost|.+\.localhost|127(?:\.\d+){3}|\[?::1\]?)$/i.test(host);
}

const written = ({ origin, base }: SiteUrl) => origin + base;
const isOwn = ({ origin }: SiteUrl) => isLocal(new URL(origin).hostname);

/**
 * What is wrong, as a sentence, when a site that was built for one address is served at another:
 * its links to itself would lead elsewhere. On one's own machine the port is nobody's matter.
 *
 * @param built the address that the site was built for, where it is known
 * @param served the address of `SITE_URL`, or that of the own machine
 */
export function addressMismatch(built: SiteUrl | undefined, served: SiteUrl): string | undefined {
  if (built === undefined || written(built) === written(served)) return undefined;
  if (isOwn(built) && isOwn(served) && built.base === served.base) return undefined;
  return (
    `It was built for ${written(built)}, and SITE_URL of the server says ${written(served)}. ` +
    'Set SITE_URL to the public address, best in the file .env, which both read, and run npm run build again.'
  );
}

/**
 * What to say when a server starts: of a site for another address, or of one that was built without
 * `SITE_URL` and can be reached from outside. Undefined where all is well.
 *
 * @param host the host name or IP address that the server listens on
 */
export function addressWarning(
  built: SiteUrl | undefined,
  served: SiteUrl,
  host: string,
): string | undefined {
  const mismatch = addressMismatch(built, served);
  if (mismatch !== undefined)
    return `This site is served at another address than its own. ${mismatch}`;
  if (built === undefined || !isOwn(built) || isLocal(host)) return undefined;
  return (
    `This site was built without SITE_URL, so its feed, its sitemap and its mails name ${written(built)}. ` +
    'That will do for a look from another device. Before you publish it, set SITE_URL and run npm run build again.'
  );
}
