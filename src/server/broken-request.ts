import { type IncomingMessage, type Server, type ServerResponse, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { ALLOWED, type Answer, plain } from './answer.ts';
import type { Headers } from './header-rules.ts';

/** The events of Node's server that bring a request; one with the header `Expect` has its own. */
export const REQUESTS = ['request', 'checkContinue', 'checkExpectation'] as const;

// A connection closed while its client still sends may lose the answer on the way.
const LINGER_MS = 1_000;

/** The answer to what Node's HTTP parser could not read. The codes are Node's and the parser's. */
function answerTo({ code }: Error & { readonly code?: string }): Answer {
  switch (code) {
    case 'HPE_HEADER_OVERFLOW':
      return plain(431, 'The headers of this request are too large.');
    case 'HPE_INVALID_METHOD':
      return plain(405, `This server answers only ${ALLOWED}.`, { allow: ALLOWED });
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return plain(408, 'This request took too long to arrive.');
    default:
      return plain(400, 'This is no valid HTTP request.');
  }
}

function write(socket: Duplex, { status, headers, body }: Answer, siteHeaders: Headers): void {
  // The client is gone, or this connection was answered before and is only being emptied.
  if (!socket.writable) return;
  const date = new Date().toUTCString();
  const all = { date, ...headers, ...siteHeaders, connection: 'close' };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('')}\r\n${body}`);
  socket.resume();
  setTimeout(() => socket.destroy(), LINGER_MS).unref();
}

/**
 * Answers what never becomes a request in Node: what its parser cannot read, what does not arrive
 * in time, and CONNECT. (An `Upgrade` needs nothing: Node answers as if it had not been asked.)
 *
 * @param siteHeaders the headers that every answer of the site carries
 */
export function refuseOnSocket(server: Server, siteHeaders: () => Headers): void {
  const unanswered = new WeakMap<Duplex, Set<ServerResponse>>();
  const remember = ({ socket }: IncomingMessage, response: ServerResponse): void => {
    const responses = unanswered.get(socket) ?? new Set();
    unanswered.set(socket, responses.add(response));
    response.once('close', () => responses.delete(response));
  };
  for (const event of REQUESTS) server.on(event, remember);

  const refuse = (socket: Duplex, answer: Answer): void => {
    // A request that came before on this connection, and came whole, gets its answer first.
    const before = [...(unanswered.get(socket) ?? [])].findLast(({ req }) => req.complete);
    if (before === undefined) write(socket, answer, siteHeaders());
    else before.once('close', () => write(socket, answer, siteHeaders()));
  };
  server.on('clientError', (error, socket) => refuse(socket, answerTo(error)));
  server.on('connect', (_request, socket) => {
    socket.on('error', () => socket.destroy());
    refuse(socket, plain(405, 'This server is no proxy.', { allow: ALLOWED }));
  });
}
