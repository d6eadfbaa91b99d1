import { connect, type Socket } from 'node:net';

/** A response as it came over the wire. */
export interface RawResponse {
  readonly status: number;
  /** Names in lower case. A repeated name is joined with a comma. */
  readonly headers: Readonly<Record<string, string>>;
  /** Everything after the headers, compressed or not. */
  readonly body: Buffer;
}

function parse(bytes: Buffer): RawResponse {
  const end = bytes.indexOf('\r\n\r\n');
  const [statusLine = '', ...lines] = bytes.toString('latin1', 0, end).split('\r\n');
  const headers: Record<string, string> = {};
  for (const line of lines) {
    const colon = line.indexOf(':');
    const name = line.slice(0, colon).toLowerCase();
    const value = line.slice(colon + 1).trim();
    headers[name] = headers[name] === undefined ? value : `${headers[name]}, ${value}`;
  }
  return {
    status: Number(/^HTTP\/1\.1 (\d{3}) /.exec(statusLine)?.[1]),
    headers,
    body: bytes.subarray(end + 4),
  };
}

/** Everything the server says on a connection until it closes it. */
export function everythingFrom(socket: Socket): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    socket.on('data', (chunk) => chunks.push(chunk));
    // A server may break the line after its response when it was not sent everything it was promised.
    socket.once('error', (error) => (chunks.length === 0 ? reject(error) : undefined));
    socket.once('close', () => resolve(Buffer.concat(chunks)));
  });
}

/** A connection on which something can be sent bit by bit. */
export function open(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => resolve(socket));
    socket.once('error', reject);
  });
}

/** Sends exactly these bytes and reads the first response, once the server has closed. */
export async function sendRaw(port: number, bytes: string | Buffer): Promise<RawResponse> {
  const socket = await open(port);
  const response = everythingFrom(socket);
  socket.write(bytes);
  return parse(await response);
}

/** Sends one request with the target as it is written, and reads the response to its end. */
export function ask(
  port: number,
  requestLine: string,
  headers: Readonly<Record<string, string>> = {},
  body = '',
): Promise<RawResponse> {
  const all = { Host: 'localhost', Connection: 'close', ...headers };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return sendRaw(port, `${requestLine} HTTP/1.1\r\n${lines.join('')}\r\n${body}`);
}
