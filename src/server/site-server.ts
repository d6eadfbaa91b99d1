import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { complain } from '../site/terminal.ts';
import { type Headers, headersFor } from './header-rules.ts';
import type { HostRule } from './host.ts';
import { LIMITS, type Limits } from './limits.ts';
import { refusedHost } from './refused-host.ts';
import { readBody } from './request-body.ts';
import { parseRequestTarget, type RequestTarget } from './request-target.ts';
import { type Service, serviceResponse } from './service-response.ts';
import type { Site } from './site.ts';
import { plain, type SiteResponse } from './site-response.ts';
import { staticResponder } from './static-response.ts';

// An address that cannot be read has no path. The rule for everything matches this one, a page's does not.
const NO_PATH = '/400';

/** The responses of one site, and the headers that go with it. */
function responderOf(site: Site, base: string) {
  const ofFiles = new Map<string, Headers>();
  return {
    site,
    staticResponse: staticResponder(site, base),
    headers(path: string, kind: SiteResponse['kind']): Headers {
      if (kind === 'other') return headersFor(site.rules, path, kind);
      const headers = ofFiles.get(path) ?? headersFor(site.rules, path, kind);
      ofFiles.set(path, headers);
      return headers;
    },
  };
}

/**
 * The HTTP server of a site, not listening yet. Every response carries the headers that the
 * site's rules ask for. What is no HTTP request, Node refuses by itself.
 *
 * @param siteNow the site to serve: another one as soon as it was built. Each request is answered
 *   by one and the same
 * @param base the path that the site lives under; starts and ends with a slash
 * @param service is asked before the files
 * @param knows the hosts that it answers to; health checks may name any
 */
export function createSiteServer(
  siteNow: () => Site,
  base: string,
  limits: Limits = LIMITS,
  service?: Service,
  knows: HostRule = () => true,
): Server {
  let current = responderOf(siteNow(), base);
  const responderNow = () => {
    const site = siteNow();
    if (site !== current.site) current = responderOf(site, base);
    return current;
  };

  const responseTo = async (
    request: IncomingMessage,
    target: RequestTarget | undefined,
    { staticResponse }: typeof current,
  ): Promise<SiteResponse | undefined> => {
    if (target === undefined) return plain(400, 'This is no address of a page.');
    const refused = refusedHost(request, target, knows, `${base}health/`);
    if (refused !== undefined) return refused;
    const { path, search, sent } = target;
    const method = request.method ?? 'GET';
    // A service knows GET alone. HEAD is the same, and Node leaves the body out by itself.
    const served = method === 'HEAD' ? 'GET' : method;
    const asked = service?.wants(served, path) ? service : undefined;
    const body = await readBody(request, limits.maxBodySize);
    switch (body.kind) {
      case 'gone':
        return undefined;
      case 'too-large': {
        const most = `Its body may have at most ${limits.maxBodySize} bytes.`;
        return plain(413, `This request is too large. ${most}`);
      }
      case 'whole':
        return asked === undefined
          ? staticResponse({ method, path, search, headers: request.headers })
          : serviceResponse(asked, { request, method: served, target: sent, body: body.bytes });
    }
  };

  const respond = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const target = parseRequestTarget(request.url ?? '');
    const responder = responderNow();
    const given = await responseTo(request, target, responder).catch((error: unknown) => {
      complain(error);
      return plain(500, 'Something went wrong here. Please try again later.');
    });
    if (given === undefined) return;
    const path = target?.path ?? NO_PATH;
    // While the server stops, each connection ends with the response that was under way.
    if (!server.listening) response.shouldKeepAlive = false;
    response.writeHead(given.status, { ...given.headers, ...responder.headers(path, given.kind) });
    response.end(given.body);
  };
  const handle = (request: IncomingMessage, response: ServerResponse) =>
    respond(request, response).catch((error: unknown) => {
      complain(error);
      response.destroy();
    });

  const { headersTimeout, requestTimeout, keepAliveTimeout, maxHeaderSize } = limits;
  const { connectionsCheckingInterval } = limits;
  const server = createServer({
    headersTimeout,
    requestTimeout,
    keepAliveTimeout,
    maxHeaderSize,
    connectionsCheckingInterval,
  });
  server.maxRequestsPerSocket = limits.maxRequestsPerSocket;
  server.timeout = limits.idleTimeout;

  server.on('request', handle);
  return server;
}
