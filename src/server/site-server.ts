import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type Answer, plain } from './answer.ts';
import { refuseOnSocket } from './broken-request.ts';
import { type Headers, headersFor } from './header-rules.ts';
import { LIMITS, type Limits } from './limits.ts';
import { readBody } from './request-body.ts';
import { parseRequestTarget, type RequestTarget } from './request-target.ts';
import { type Service, serviceAnswer } from './service-answer.ts';
import type { Site } from './site.ts';
import { staticAnswers } from './static-answer.ts';

// What cannot be read has no path. The rule for everything matches this one, a page's does not.
const NO_PATH = '/400';

/** What one site answers, and the headers that go with it. */
function answersOf(site: Site, base: string) {
  const ofFiles = new Map<string, Headers>();
  return {
    site,
    staticAnswer: staticAnswers(site, base),
    headers(path: string, kind: Answer['kind']): Headers {
      if (kind === 'other') return headersFor(site.rules, path, kind);
      const headers = ofFiles.get(path) ?? headersFor(site.rules, path, kind);
      ofFiles.set(path, headers);
      return headers;
    },
  };
}

/**
 * The HTTP server of a site, not listening yet. Every answer it gives, refusals included, carries
 * the headers that `_headers` asks for.
 *
 * @param siteNow the site to serve: another one as soon as it was built. Each request is answered
 *   by one and the same
 * @param base the path that the site lives under; starts and ends with a slash
 * @param service is asked before the files
 */
export function createSiteServer(
  siteNow: () => Site,
  base: string,
  limits: Limits = LIMITS,
  service?: Service,
): Server {
  let served = answersOf(siteNow(), base);
  const answersNow = () => {
    const site = siteNow();
    if (site !== served.site) served = answersOf(site, base);
    return served;
  };

  const answer = async (
    request: IncomingMessage,
    target: RequestTarget,
    { staticAnswer }: typeof served,
  ): Promise<Answer | undefined> => {
    if (target.kind === 'refused') return plain(target.status, target.sentence);
    if (request.headers.host === undefined && request.httpVersion !== '1.0') {
      return plain(400, 'This request names no host.');
    }
    const body = await readBody(request, limits.maxBodySize);
    if (body.kind === 'gone') return undefined;
    if (body.kind === 'too-large') {
      const most = `Its body may have at most ${limits.maxBodySize} bytes.`;
      return plain(413, `This request is too large. ${most}`);
    }
    const { method = 'GET' } = request;
    const { path, search } = target;
    if (service?.wants(method, path)) return serviceAnswer(service, request, body.bytes);
    return staticAnswer({ method, path, search, headers: request.headers });
  };

  const respond = async (
    request: IncomingMessage,
    response: ServerResponse,
    answerTo: typeof answer,
  ): Promise<void> => {
    const target = parseRequestTarget(request.url ?? '');
    const answers = answersNow();
    const given = await answerTo(request, target, answers).catch((error: unknown) => {
      console.error(error);
      return plain(500, 'Something went wrong here. Please try again later.');
    });
    if (given === undefined) return;
    const path = target.kind === 'path' ? target.path : NO_PATH;
    // While the server stops, each connection ends with the answer that was under way.
    if (!server.listening) response.shouldKeepAlive = false;
    response.writeHead(given.status, { ...given.headers, ...answers.headers(path, given.kind) });
    response.end(given.body);
  };
  const handle =
    (answerTo: typeof answer) => (request: IncomingMessage, response: ServerResponse) =>
      respond(request, response, answerTo).catch((error: unknown) => {
        console.error(error);
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
    // Node would refuse a request without a host by itself, and without the site's headers.
    requireHostHeader: false,
  });
  server.maxRequestsPerSocket = limits.maxRequestsPerSocket;
  server.timeout = limits.idleTimeout;

  const refuseExpectation = async (): Promise<Answer> =>
    plain(417, 'This server does not answer the header "Expect".', { connection: 'close' });
  server.on('request', handle(answer));
  server.on('checkContinue', handle(refuseExpectation));
  server.on('checkExpectation', handle(refuseExpectation));
  refuseOnSocket(server, () => answersNow().headers(NO_PATH, 'other'));
  return server;
}
