import type { Service } from './service-response.ts';

/**
 * Answers `/health/` of a site without a newsletter of ours, as the newsletter does where there is one:
 * whoever watches a site asks at the same address.
 *
 * @param base the path that the site lives under; starts and ends with a slash
 */
export function healthAlone(base: string): Service {
  return {
    wants: (method, path) => method === 'GET' && path === `${base}health/`,
    respond: async () =>
      Response.json({ status: 'ok', pages: 'ok' }, { headers: { 'cache-control': 'no-store' } }),
    clientAddressHeader: undefined,
  };
}
