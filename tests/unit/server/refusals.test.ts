import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { SECURITY, serve } from './built-site.ts';
import { ask, everythingFrom, open, type RawResponse, sendRaw } from './raw-http.ts';

const impatient = { headersTimeout: 40, requestTimeout: 60, connectionsCheckingInterval: 20 };

/** A refusal is one plain sentence, with the site's headers and without a word about the code. */
function expectSentence({ headers, body }: RawResponse): void {
  expect(headers).toMatchObject({
    ...SECURITY,
    'content-type': 'text/plain; charset=utf-8',
    'cache-control': 'no-store',
    'content-length': String(body.length),
  });
  expect(body.toString()).toMatch(/^[A-Z][^\n]+\.\n$/);
  expect(body.toString()).not.toMatch(/node:|\.ts|Error|HPE_/);
}

describe('methods', () => {
  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH', 'TRACE', 'PROPFIND'])(
    '%s is refused and told what is allowed',
    async (method) => {
      const { port } = await serve();
      const response = await ask(port, `${method} /about/`);
      expect(response.status).toBe(405);
      expect(response.headers.allow).toBe('GET, HEAD');
      expectSentence(response);
    },
  );

  it('CONNECT opens no tunnel', async () => {
    const { port } = await serve();
    const socket = await open(port);
    socket.write('CONNECT evil.example:443 HTTP/1.1\r\nHost: a\r\n\r\n');
    expect((await everythingFrom(socket)).toString()).not.toMatch(/^HTTP\/1\.1 2/);
    expect((await ask(port, 'GET /')).status).toBe(200);
  });

  it('an Upgrade is not made: the page comes as ever', async () => {
    const { port } = await serve();
    const upgrade = { Connection: 'close, Upgrade', Upgrade: 'websocket' };
    expect((await ask(port, 'GET /about/', upgrade)).status).toBe(200);
  });
});

describe('addresses', () => {
  it.each([
    '/%',
    '/%zz',
    '/about/%ff',
    '/%00',
    '/about/%0d%0aSet-Cookie:a=b',
    '/..',
    '/../secret.txt',
    '/about/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/%2E%2E%2Fsecret.txt',
    '/..%2fsecret.txt',
    '/about/./',
    '/..\\secret.txt',
    '/..%5csecret.txt',
    '/\\evil.example',
    '*',
    'ftp://localhost/about/',
    'http://localhost/../secret.txt',
  ])('%s is refused', async (target) => {
    const { port } = await serve();
    const response = await ask(port, `GET ${target}`);
    expect(response.status).toBe(400);
    expectSentence(response);
  });
});

describe('requests that are no requests', () => {
  it.each([
    ['no HTTP at all', 'hello\r\n\r\n', 400],
    ['the start of TLS', Buffer.from([0x16, 0x03, 0x01, 0x02, 0x00, 0x01, 0x00, 0x01]), 400],
    ['a method that is none', 'BREW / HTTP/1.1\r\nHost: a\r\n\r\n', 400],
    ['an address without a slash', 'GET about/ HTTP/1.1\r\nHost: a\r\n\r\n', 400],
    [
      'an address with a backslash',
      'GET http://localhost\\@evil.example/.. HTTP/1.1\r\nHost: a\r\n\r\n',
      400,
    ],
    ['another version', 'GET / HTTP/3.0\r\nHost: a\r\n\r\n', 400],
    ['a space in the address', 'GET /a b HTTP/1.1\r\nHost: a\r\n\r\n', 400],
    ['NUL in the address', 'GET /\0 HTTP/1.1\r\nHost: a\r\n\r\n', 400],
    ['NUL in a header', 'GET / HTTP/1.1\r\nHost: a\0\r\n\r\n', 400],
    [
      'two lengths',
      'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n',
      400,
    ],
    [
      'a length and chunks',
      'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n',
      400,
    ],
    ['no host', 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n', 400],
    ['large headers', `GET / HTTP/1.1\r\nHost: a\r\nX: ${'a'.repeat(20_000)}\r\n\r\n`, 431],
    ['many headers', `GET / HTTP/1.1\r\nHost: a\r\n${'X: a\r\n'.repeat(5_000)}\r\n`, 431],
    ['a long address', `GET /${'a'.repeat(20_000)} HTTP/1.1\r\nHost: a\r\n\r\n`, 431],
  ])('%s', async (_, bytes, status) => {
    const { port } = await serve();
    const response = await sendRaw(port, bytes);
    expect(response.status).toBe(status);
    expect(response.body.toString()).not.toContain('change your mind');
    expect((await ask(port, 'GET /')).status).toBe(200);
  });

  it('the old HTTP/1.0 without a host is answered', async () => {
    const { port } = await serve();
    expect((await sendRaw(port, 'GET /about/ HTTP/1.0\r\n\r\n')).status).toBe(200);
  });
});

describe('bodies', () => {
  const limits = { maxBodySize: 1000 };

  it('one over the limit is too large, with or without its length said', async () => {
    const { port } = await serve({ limits });
    const body = 'a'.repeat(100_000);
    const sized = await ask(port, 'POST /', { 'Content-Length': `${body.length}` }, body);
    expect(sized.status).toBe(413);
    expectSentence(sized);
    const chunks = `${body.length.toString(16)}\r\n${body}\r\n0\r\n\r\n`;
    const chunked = await ask(port, 'POST /', { 'Transfer-Encoding': 'chunked' }, chunks);
    expect(chunked.status).toBe(413);
    expectSentence(chunked);
  });

  it('one within the limit is read and changes nothing', async () => {
    const { port } = await serve({ limits });
    const body = 'a'.repeat(1000);
    expect((await ask(port, 'GET /', { 'Content-Length': '1000' }, body)).status).toBe(200);
    expect((await ask(port, 'POST /', { 'Content-Length': '1000' }, body)).status).toBe(405);
  });

  it('one without an end is cut off, and the server goes on', async () => {
    const { port } = await serve({ limits: { ...limits, ...impatient } });
    const socket = await open(port);
    socket.on('error', () => undefined);
    const closed = new Promise((resolve) => socket.once('close', resolve));
    socket.write('POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n');
    const chunk = `${(65_536).toString(16)}\r\n${'a'.repeat(65_536)}\r\n`;
    const pour = (): void => {
      while (socket.writable && socket.write(chunk));
    };
    socket.on('drain', pour).resume();
    pour();
    await closed;
    // On a busy machine this request, too, may outlast the server's short patience.
    expect([200, 408]).toContain((await ask(port, 'GET /')).status);
  });

  it('a client that leaves in the middle does no harm', async () => {
    const log = vi.spyOn(console, 'error');
    onTestFinished(() => log.mockRestore());
    const { port, server } = await serve({ limits });
    const left = new Promise((resolve) => {
      server.once('connection', (socket) => socket.once('close', resolve));
    });
    const socket = await open(port);
    socket.write('POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 500\r\n\r\nabc', () =>
      socket.destroy(),
    );
    await left;
    expect((await ask(port, 'GET /')).status).toBe(200);
    expect(log).not.toHaveBeenCalled();
  });
});

describe('slow clients', () => {
  it.each([
    ['headers', 'GET / HTTP/1.1\r\nHost: a\r\n'],
    ['a body', 'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nabc'],
  ])('that never finish %s are cut off', async (_, bytes) => {
    const { port } = await serve({ limits: impatient });
    const response = await sendRaw(port, bytes);
    expect(response.status).toBe(408);
  });
});
