import type { IncomingHttpHeaders } from 'node:http';
import { etagMatches, preferredEncoding } from './negotiation.ts';
import { ASK_AGAIN, type Resource } from './resource.ts';
import type { Site } from './site.ts';
import { ALLOWED, bare, plain, type SiteResponse } from './site-response.ts';

/** A request whose target was found to be in order. */
export interface SiteRequest {
  readonly method: string;
  /** Decoded, with the base path. */
  readonly path: string;
  /** Empty, or `?` and the query. */
  readonly search: string;
  readonly headers: IncomingHttpHeaders;
}

/**
 * Answers requests with the files of a site (RFC 9110). Redirects only ever lead to a page that
 * exists: their address is built from its own path, never from the one that was asked for.
 *
 * @param base the path that the site lives under; starts and ends with a slash
 */
export function staticResponder(
  site: Site,
  base: string,
): (request: SiteRequest) => SiteResponse | Promise<SiteResponse> {
  const redirect = (status: 302 | 308, path: string, search: string): SiteResponse =>
    bare(status, 'other', {
      location:
        base.slice(0, -1) +
        path.split('/').map(encodeURIComponent).join('/') +
        search.replace(/[^!-~]/g, encodeURIComponent),
      'content-length': '0',
      'cache-control': status === 308 ? 'public, max-age=3600' : 'no-cache',
    });

  const missing = async (headers: IncomingHttpHeaders): Promise<SiteResponse> => {
    if (site.notFound === undefined) return plain(404, 'There is no page at this address.');
    const page = await site.notFound.represent(preferredEncoding(headers['accept-encoding']));
    return {
      status: 404,
      kind: 'other',
      headers: { ...page.headers, 'cache-control': ASK_AGAIN },
      body: page.body,
    };
  };

  const found = async (resource: Resource, headers: IncomingHttpHeaders): Promise<SiteResponse> => {
    const {
      body,
      etag,
      headers: described,
    } = await resource.represent(preferredEncoding(headers['accept-encoding']));
    const validity = { etag, 'cache-control': resource.cacheControl };
    if (etagMatches(headers['if-none-match'], etag)) {
      const vary = described.vary;
      return bare(304, 'file', { ...validity, ...(vary !== undefined && { vary }) });
    }
    return { status: 200, kind: 'file', headers: { ...described, ...validity }, body };
  };

  const isKnown = (path: string): boolean => {
    const inside = path.slice(base.length - 1).replace(/\/index\.html$/, '/');
    const isOurs =
      path.startsWith(base) && [inside, `${inside}/`].some((one) => site.resources.has(one));
    return isOurs || site.redirects.has(path) || path === '/' || `${path}/` === base;
  };

  return ({ method, path, search, headers }) => {
    if (method !== 'GET' && method !== 'HEAD') {
      // What is nowhere has no methods either: a form of another build learns that its route is gone.
      return method === 'POST' && !isKnown(path)
        ? plain(404, 'There is nothing at this address.')
        : plain(405, `This address answers only ${ALLOWED}.`, { allow: ALLOWED });
    }
    if (!path.startsWith(base)) {
      if (path === '/') return redirect(302, '/', search);
      return `${path}/` === base ? redirect(308, '/', search) : missing(headers);
    }
    const moved = site.redirects.get(path);
    if (moved !== undefined) {
      return bare(301, 'other', {
        location: moved + search.replace(/[^!-~]/g, encodeURIComponent),
        'content-length': '0',
        'cache-control': 'public, max-age=3600',
      });
    }
    const inside = path.slice(base.length - 1);
    const resource = site.resources.get(inside);
    if (resource !== undefined) return found(resource, headers);

    const page = inside.endsWith('/index.html')
      ? inside.slice(0, -'index.html'.length)
      : `${inside}/`;
    return site.resources.has(page) ? redirect(308, page, search) : missing(headers);
  };
}
