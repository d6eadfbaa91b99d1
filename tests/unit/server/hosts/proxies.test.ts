import { type IncomingHttpHeaders, request as overHttp } from 'node:http';
import { request as overTls } from 'node:https';
import { describe, expect, it, onTestFinished } from 'vitest';
import { headerRules } from '../../../../src/build/header-rules.ts';
import { type SiteProcess, startSite } from '../../newsletter/process/site-process.ts';
import { longPage, writeFiles } from '../built-site.ts';
import { findProgram, withoutProgram } from './programs.ts';
import { type ReverseProxy, startProxy } from './proxies.ts';

const NAME = 'second-thoughts.example';

/** As long as that of a site with some hundred kinds of pages. */
const POLICY = `default-src 'none'; style-src ${"'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=' ".repeat(150).trim()}`;

const NEWSLETTER = ['check', 'confirm', 'confirmed', 'expired', 'busy', 'unavailable', 'mistake'];

const FILES = {
  'dist/_headers.json': JSON.stringify(headerRules(POLICY, '/some/path/')),
  'dist/index.html': longPage('Home'),
  'dist/about/index.html': longPage('About'),
  'dist/404.html': longPage('Nothing here'),
  'dist/feed.xml': `<?xml version="1.0"?><rss version="2.0">${'<item/>'.repeat(50)}</rss>`,
  'dist/_astro/page.D4f9.js': `let here = true;`.repeat(20),
  'dist/_astro/text.rJyP.woff2': Buffer.alloc(3_000, 'font'),
  'dist/og/0d278f25ab19a573.png': Buffer.alloc(200_000, 'picture'),
  'dist/figures.csv': 'a,b\n'.repeat(80),
  'dist/.well-known/security.txt': 'Contact: mailto:a@example.com\n'.repeat(4),
  ...Object.fromEntries(
    NEWSLETTER.map((page) => [`dist/newsletter/${page}/index.html`, longPage(page)]),
  ),
};

interface Answer {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

interface Question {
  readonly port: number;
  readonly path: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** The address of this machine to ask from. */
  readonly from?: string;
}

function ask(
  send: typeof overHttp,
  { port, path, body, from, ...rest }: Question,
): Promise<Answer> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  const sent = send(
    {
      ...{ host: '127.0.0.1', port, path, agent: false, localAddress: from },
      ...{ method: rest.method ?? 'GET', rejectUnauthorized: false, servername: NAME },
      headers: { Host: NAME, ...rest.headers },
    },
    (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () =>
        resolve({
          status: response.statusCode,
          headers: response.headers,
          body: Buffer.concat(chunks).toString('base64'),
        }),
      );
    },
  );
  sent.on('error', reject);
  sent.end(body);
  return promise;
}

/** What a proxy says of itself and of its own connection. */
const OF_THE_PROXY = ['alt-svc', 'connection', 'date', 'keep-alive', 'server', 'via'];

const ofTheSite = ({ headers, ...rest }: Answer) => ({
  ...rest,
  headers: Object.fromEntries(
    Object.entries(headers).filter(([name]) => !OF_THE_PROXY.includes(name)),
  ),
});

const portOf = ({ home }: SiteProcess) => Number(new URL(home).port);

/** The small site behind a proxy, and the server itself. */
async function behind(kind: ReverseProxy, env: Readonly<Record<string, string>> = {}) {
  const site = await startSite(await writeFiles(FILES), {
    SITE_URL: `https://${NAME}/some/path/`,
    CLIENT_ADDRESS_HEADER: kind === 'nginx' ? 'x-real-ip' : 'x-forwarded-for',
    ...env,
  });
  const proxy = await startProxy(kind, NAME, [portOf(site)]);
  onTestFinished(() => proxy[Symbol.asyncDispose]());
  return { site, port: proxy.port };
}

const KINDS: readonly ReverseProxy[] = ['nginx', 'caddy'];
for (const kind of KINDS) if (!findProgram(kind)) console.log(withoutProgram(kind));

describe.each(KINDS)('behind %s, as src/server/hosts has it', (kind) => {
  const test = it.skipIf(!findProgram(kind));

  test('every kind of answer is that of the server, headers and bytes', async () => {
    const { site, port } = await behind(kind);
    const page = await ask(overHttp, {
      port: portOf(site),
      path: '/some/path/',
      headers: { 'Accept-Encoding': 'br' },
    });
    const etag = String(page.headers.etag);
    const questions: readonly Omit<Question, 'port'>[] = [
      ...['', 'about/', 'about', 'feed.xml', '_astro/page.D4f9.js', '_astro/text.rJyP.woff2'].map(
        (path) => ({ path: `/some/path/${path}` }),
      ),
      ...['og/0d278f25ab19a573.png', 'og/none.png', '_astro/none.js', 'none', 'figures.csv'].map(
        (path) => ({ path: `/some/path/${path}` }),
      ),
      ...['br', 'gzip', 'gzip, deflate, br, zstd', 'identity', 'br;q=0'].flatMap((encoding) =>
        ['', 'none/', 'figures.csv'].map((path) => ({
          path: `/some/path/${path}`,
          headers: { 'Accept-Encoding': encoding },
        })),
      ),
      { path: '/some/path/', headers: { 'Accept-Encoding': 'br', 'If-None-Match': etag } },
      ...[
        '/',
        '/some/path',
        '/some/path/about?from=a%20mail',
        '/some/path/.well-known/security.txt',
      ].map((path) => ({ path })),
      ...['/some/path/%2e%2e/secret', '/some/path//about/', '/some/path/a%5Cb'].map((path) => ({
        path,
      })),
      { path: '/some/path/', method: 'HEAD' },
      { path: '/some/path/', method: 'DELETE' },
      { path: '/some/path/newsletter/confirm/?t=token' },
      { path: '/some/path/health/' },
      { path: '/some/path/newsletter/subscribe/', method: 'POST', body: 'x'.repeat(20_000) },
      {
        path: '/some/path/newsletter/subscribe/',
        method: 'POST',
        headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
        body: 'email=ada%40example.com&page=%2F',
      },
    ];
    for (const question of questions) {
      const own = ofTheSite(await ask(overHttp, { ...question, port: portOf(site) }));
      const given = ofTheSite(await ask(overTls, { ...question, port }));
      expect({ question, ...given }).toEqual({ question, ...own });
      expect(given.headers['content-security-policy']).toBe(POLICY);
    }
  });

  test('readers count by their own address, whatever they say of it', async () => {
    const { port } = await behind(kind, { NEWSLETTER_NETWORK_LIMIT: '1' });
    const signUp = (from: string, said: string) =>
      ask(overTls, {
        ...{ port, from, path: '/some/path/newsletter/subscribe/', method: 'POST' },
        headers: {
          'Content-Type': 'application/x-www-form-urlencoded',
          ...{ 'X-Real-IP': said, 'X-Forwarded-For': said, Forwarded: `for=${said}` },
        },
        body: `email=${said}%40example.com&page=%2F`,
      });
    const places = [];
    for (const [from, said] of [
      ['127.0.0.1', '192.0.2.1'],
      ['127.0.0.1', '198.51.100.7'],
      ['127.9.0.1', '192.0.2.1'],
    ] as const) {
      const { status, headers } = await signUp(from, said);
      places.push([status, headers.location]);
    }
    expect(places).toEqual([
      [303, '/some/path/newsletter/check/'],
      [429, undefined],
      [303, '/some/path/newsletter/check/'],
    ]);
  });

  test('a server that is away is said to be so, and its readers have it again as soon as it is back', async () => {
    const root = await writeFiles(FILES);
    const env = { SITE_URL: `https://${NAME}/` };
    const first = await startSite(root, env);
    const proxy = await startProxy(kind, NAME, [portOf(first)]);
    onTestFinished(() => proxy[Symbol.asyncDispose]());
    const home = async () => (await ask(overTls, { port: proxy.port, path: '/' })).status;
    expect(await home()).toBe(200);
    first.process.kill('SIGKILL');
    await first.ended;
    const away = await ask(overTls, { port: proxy.port, path: '/' });
    expect(away.status).toBe(503);
    expect(away.headers).toMatchObject({
      'retry-after': '10',
      'content-type': 'text/plain; charset=utf-8',
    });
    expect(Buffer.from(away.body, 'base64').toString()).toBe(
      'This site is away for a moment. Please try again in a minute.\n',
    );
    await startSite(root, { ...env, PORT: String(portOf(first)) });
    expect(await home()).toBe(200);
  });
});
