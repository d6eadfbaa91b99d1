import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { FILES, SECURITY, serve } from './built-site.ts';
import { ask } from './raw-http.ts';

const withoutDate = ({ date: _, ...headers }: Readonly<Record<string, string>>) => headers;

describe('a file of the site', () => {
  it.each([
    ['/', 'dist/index.html', 'text/html; charset=utf-8', 'public, max-age=0, must-revalidate'],
    [
      '/about/?from=feed',
      'dist/about/index.html',
      'text/html; charset=utf-8',
      'public, max-age=0, must-revalidate',
    ],
    [
      '/_astro/page.D4f9.css',
      'dist/_astro/page.D4f9.css',
      'text/css; charset=utf-8',
      'public, max-age=31536000, immutable',
    ],
    [
      '/_astro/picture.Ab12.avif',
      'dist/_astro/picture.Ab12.avif',
      'image/avif',
      'public, max-age=31536000, immutable',
    ],
    ['/feed.xml', 'dist/feed.xml', 'application/rss+xml; charset=utf-8', 'public, max-age=3600'],
    [
      '/.well-known/security.txt',
      'dist/.well-known/security.txt',
      'text/plain; charset=utf-8',
      'public, max-age=3600',
    ],
  ])('%s is sent whole, with its type and how long to keep it', async (path, file, type, cache) => {
    const { port } = await serve();
    const { status, headers, body } = await ask(port, `GET ${path}`);
    expect(status).toBe(200);
    expect(body).toEqual(Buffer.from(FILES[file] ?? ''));
    expect(headers).toMatchObject({
      ...SECURITY,
      'content-type': type,
      'cache-control': cache,
      'content-length': String(body.length),
    });
  });

  it('is found when its path is written with escapes it does not need', async () => {
    const { port } = await serve();
    expect((await ask(port, 'GET /%61bout/')).status).toBe(200);
  });

  it('is found by a whole address in the request line, whatever its host', async () => {
    const { port } = await serve();
    expect((await ask(port, 'GET http://elsewhere.example/about/')).status).toBe(200);
    expect((await ask(port, 'GET http://elsewhere.example')).status).toBe(200);
  });

  it('answers HEAD with the same headers and no body', async () => {
    const { port } = await serve();
    for (const path of ['/', '/tiny.txt', '/nowhere/', '/about']) {
      const accept = { 'Accept-Encoding': 'br' };
      const get = await ask(port, `GET ${path}`, accept);
      const head = await ask(port, `HEAD ${path}`, accept);
      expect(head.body).toHaveLength(0);
      expect(head.status).toBe(get.status);
      expect(withoutDate(head.headers)).toEqual(withoutDate(get.headers));
    }
  });
});

describe('encodings', () => {
  it.each([
    ['br', brotliDecompressSync],
    ['gzip', gunzipSync],
  ])('%s comes back as the same page, smaller, with a tag of its own', async (encoding, unpack) => {
    const { port } = await serve();
    const plain = await ask(port, 'GET /');
    const packed = await ask(port, 'GET /', { 'Accept-Encoding': encoding });
    expect(packed.headers).toMatchObject({
      'content-encoding': encoding,
      vary: 'Accept-Encoding',
      'content-length': String(packed.body.length),
    });
    expect(unpack(packed.body)).toEqual(plain.body);
    expect(packed.body.length).toBeLessThan(plain.body.length);
    expect(plain.headers).not.toHaveProperty('content-encoding');
    expect(plain.headers.vary).toBe('Accept-Encoding');
    expect(packed.headers.etag).toMatch(/^"[^"]+"$/);
    expect(packed.headers.etag).not.toBe(plain.headers.etag);
  });

  it('leaves alone what is packed already, and what would not get smaller', async () => {
    const { port } = await serve();
    const picture = await ask(port, 'GET /_astro/picture.Ab12.avif', { 'Accept-Encoding': 'br' });
    expect(picture.headers).not.toHaveProperty('content-encoding');
    expect(picture.headers).not.toHaveProperty('vary');
    const tiny = await ask(port, 'GET /tiny.txt', { 'Accept-Encoding': 'br' });
    expect(tiny.headers).not.toHaveProperty('content-encoding');
    expect(tiny.headers.vary).toBe('Accept-Encoding');
    expect(tiny.body.toString()).toBe('ok');
  });

  it('compresses the 404 page too', async () => {
    const { port } = await serve();
    const { headers, body } = await ask(port, 'GET /nowhere/', { 'Accept-Encoding': 'br' });
    expect(headers['content-encoding']).toBe('br');
    expect(brotliDecompressSync(body).toString()).toBe(FILES['dist/404.html']);
  });
});

describe('a conditional request', () => {
  it('is answered 304 with the headers that matter and no body', async () => {
    const { port } = await serve();
    const accept = { 'Accept-Encoding': 'br' };
    const { headers } = await ask(port, 'GET /about/', accept);
    const again = await ask(port, 'GET /about/', { ...accept, 'If-None-Match': `${headers.etag}` });
    expect(again.status).toBe(304);
    expect(again.body).toHaveLength(0);
    expect(again.headers).toMatchObject({
      ...SECURITY,
      etag: headers.etag,
      vary: 'Accept-Encoding',
      'cache-control': 'public, max-age=0, must-revalidate',
    });
    expect(again.headers).not.toHaveProperty('content-encoding');
  });

  it('gets the page when it names another encoding or another text', async () => {
    const { port } = await serve();
    const { headers } = await ask(port, 'GET /about/', { 'Accept-Encoding': 'br' });
    const other = { 'If-None-Match': `${headers.etag}`, 'Accept-Encoding': 'gzip' };
    expect((await ask(port, 'GET /about/', other)).status).toBe(200);
    expect((await ask(port, 'GET /about/', { 'If-None-Match': '"old"' })).status).toBe(200);
  });

  it('does not turn a missing page into 304', async () => {
    const { port } = await serve();
    expect((await ask(port, 'GET /nowhere/', { 'If-None-Match': '*' })).status).toBe(404);
  });
});

describe('an address that is not quite a page', () => {
  it.each([
    ['/about', '/about/'],
    ['/about?a=1&b=//evil.example', '/about/?a=1&b=//evil.example'],
    ['/about/index.html', '/about/'],
    ['/index.html?q', '/?q'],
    ['/say-it/by-phone', '/say-it/by-phone/'],
  ])('%s leads to %s for good', async (path, location) => {
    const { port } = await serve();
    const { status, headers } = await ask(port, `GET ${path}`);
    expect(status).toBe(308);
    expect(headers).toMatchObject({ ...SECURITY, location, 'content-length': '0' });
  });

  it.each([
    '/nowhere',
    '/nowhere/',
    '/say-it/',
    '/nowhere/index.html',
    '/about//',
    '//about/',
    '//evil.example',
    '//evil.example/about',
    '/about%2Findex.html',
    '/_headers',
    '/_headers.json',
    '/.env',
    '/404.html',
    '/404',
    '/about/index.html/',
  ])('%s is not found, and nobody is sent anywhere', async (path) => {
    const { port } = await serve();
    const { status, headers, body } = await ask(port, `GET ${path}`);
    expect(status).toBe(404);
    expect(body.toString()).toBe(FILES['dist/404.html']);
    expect(headers).toMatchObject({ ...SECURITY, 'content-type': 'text/html; charset=utf-8' });
    expect(headers).not.toHaveProperty('location');
    expect(headers).not.toHaveProperty('etag');
  });

  it('is told in one sentence when the site has no page for it', async () => {
    const { 'dist/404.html': _, ...files } = FILES;
    const { port } = await serve({ files });
    const { status, headers, body } = await ask(port, 'GET /nowhere/');
    expect(status).toBe(404);
    expect(headers['content-type']).toBe('text/plain; charset=utf-8');
    expect(body.toString()).toBe('There is no page at this address.\n');
  });
});

describe('a base path', () => {
  it.each([
    ['/some/path/', 200, undefined],
    ['/some/path/about/', 200, undefined],
    ['/some/path/_astro/page.D4f9.css', 200, undefined],
    ['/some/path/about', 308, '/some/path/about/'],
    ['/some/path/about/index.html', 308, '/some/path/about/'],
    ['/some/path', 308, '/some/path/'],
    ['/some/path?a=1', 308, '/some/path/?a=1'],
    ['/', 302, '/some/path/'],
    ['/about/', 404, undefined],
    ['/some/', 404, undefined],
    ['/some/pathabout/', 404, undefined],
    ['/some/path//evil.example', 404, undefined],
    ['/some/path/some/path/', 404, undefined],
  ])('%s gets %i', async (path, expected, location) => {
    const { port } = await serve({ base: '/some/path/' });
    const { status, headers } = await ask(port, `GET ${path}`);
    expect(status).toBe(expected);
    expect(headers.location).toBe(location);
    expect(headers).toMatchObject(SECURITY);
  });
});

describe('what moved', () => {
  const files = {
    ...FILES,
    'dist/_redirects': [
      '/base/old/ /base/about/ 301',
      '/base/old /base/about/ 301',
      '/base/wild/* /base/about/ 301',
      '/base/out https://evil.example/ 301',
      '/base/hidden //evil.example/ 301',
      '/base/soft /base/about/ 302',
    ].join('\n'),
  };
  it.each([
    ['GET /base/old/', 301, '/base/about/'],
    ['GET /base/old', 301, '/base/about/'],
    ['HEAD /base/old/?a=1', 301, '/base/about/?a=1'],
    ['POST /base/old/', 405, undefined],
    ['POST /base/about', 405, undefined],
    ['POST /base/about/index.html', 405, undefined],
    ['POST /base/newsletter/subscribe/', 404, undefined],
    ['POST /elsewhere/', 404, undefined],
    ['GET /base/older/', 404, undefined],
    ['GET /base/wild/x', 404, undefined],
    ['GET /base/out', 404, undefined],
    ['GET /base/hidden', 404, undefined],
    ['GET /base/soft', 404, undefined],
    ['GET /base/_redirects', 404, undefined],
  ])('%s gets %i', async (line, expected, location) => {
    const { port } = await serve({ files, base: '/base/' });
    const { status, headers } = await ask(port, line);
    expect(status).toBe(expected);
    expect(headers.location).toBe(location);
  });
});

describe('the header rules', () => {
  const files = {
    ...FILES,
    'dist/_headers.json': JSON.stringify([
      { pattern: '/*', filesOnly: false, headers: { 'X-Order': 'first', 'X-Everywhere': 'yes' } },
      { pattern: '/base/_astro/*', filesOnly: false, headers: { 'X-Order': 'second' } },
      {
        pattern: '/base/_astro/*',
        filesOnly: true,
        headers: { 'Cache-Control': 'public, max-age=7, immutable' },
      },
      { pattern: '/base/about/', filesOnly: true, headers: { 'Content-Type': 'text/x-about' } },
    ]),
  };

  it('apply in order to the path as it was asked for, and win over the defaults', async () => {
    const { port } = await serve({ files, base: '/base/' });
    const style = await ask(port, 'GET /base/_astro/page.D4f9.css');
    expect(style.headers).toMatchObject({
      'x-order': 'second',
      'x-everywhere': 'yes',
      'cache-control': 'public, max-age=7, immutable',
    });
    const page = await ask(port, 'GET /base/about/');
    expect(page.headers).toMatchObject({ 'x-order': 'first', 'content-type': 'text/x-about' });
    const inside = await ask(port, 'GET /_astro/page.D4f9.css');
    expect(inside.headers['x-order']).toBe('first');
  });

  it('do not make a missing file one to remember', async () => {
    const { port } = await serve({ files, base: '/base/' });
    const { status, headers } = await ask(port, 'GET /base/_astro/gone.js');
    expect(status).toBe(404);
    expect(headers['x-order']).toBe('second');
    expect(headers['cache-control']).toBe('public, max-age=0, must-revalidate');
  });
});
