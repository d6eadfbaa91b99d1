import { describe, expect, it } from 'vitest';
import { hostRule } from '../../../src/server/host.ts';
import type { Service } from '../../../src/server/service-response.ts';
import { parseSiteUrl } from '../../../src/site/site-url.ts';
import { SECURITY, serve } from './built-site.ts';
import { ask, sendRaw } from './raw-http.ts';

const address = parseSiteUrl('https://example.com/some/path/');
const HEALTHY: Service = {
  wants: (method, path) => method === 'GET' && path === '/some/path/health/',
  respond: async () => new Response('ok'),
  clientAddressHeader: undefined,
};

const servePublic = () =>
  serve({ base: address.base, service: HEALTHY, knows: hostRule(address, '0.0.0.0') });

describe('a public site', () => {
  it.each([
    ['/some/path/', 'example.com', 200],
    ['/some/path/', 'Example.COM:443', 200],
    ['/some/path/', 'example.com.:8080', 200],
    ['/some/path/', 'localhost', 200],
    ['/some/path/', 'localhost:4321', 200],
    ['/some/path/', '127.0.0.1:4321', 200],
    ['/some/path/', '[::1]:4321', 200],
    ['/', 'example.com', 302],
    ['/some/path/nowhere', 'example.com', 404],
    ['/some/path/', 'evil.example', 421],
    ['/some/path/', 'evil.example:443', 421],
    ['/some/path/', 'example.com.evil.example', 421],
    ['/some/path/', '192.0.2.9', 421],
    ['/', 'evil.example', 421],
    ['/some/path/newsletter/subscribe/', 'evil.example', 421],
    ['http://evil.example/some/path/', 'example.com', 421],
    ['http://example.com/some/path/', 'evil.example', 200],
    ['/some/path/health/', '10.1.2.3:4321', 200],
    ['/some/path/health/', 'evil.example', 200],
    ['/health/', 'evil.example', 421],
    ['/some/path/', '', 400],
    ['/some/path/', 'exa mple.com', 400],
    ['/some/path/', 'me@example.com', 400],
    ['/some/path/', 'example.com:http', 400],
    ['/some/path/', '[bad', 400],
    ['/some/path/health/', '[bad', 400],
  ])('answers to %s at "%s" with %i', async (target, host, status) => {
    const { port } = await servePublic();
    const response = await ask(port, `GET ${target}`, { Host: host });
    expect(response.status).toBe(status);
    expect(response.headers).toMatchObject(SECURITY);
    if (status === 421 || status === 400) {
      expect(response.body.toString()).toMatch(/^This [^\n]+\.\n$/);
    }
  });

  it('takes no request with two names, one of which might be ours', async () => {
    const { port } = await servePublic();
    const two =
      'GET /some/path/ HTTP/1.1\r\nHost: example.com\r\nHost: evil.example\r\nConnection: close\r\n\r\n';
    expect((await sendRaw(port, two)).status).toBe(400);
  });

  it('takes the old HTTP/1.0 without a name', async () => {
    const { port } = await servePublic();
    expect((await sendRaw(port, 'GET /some/path/ HTTP/1.0\r\n\r\n')).status).toBe(200);
  });
});

it('a site for this machine is open by any name, as from a phone', async () => {
  const { port } = await serve({ knows: hostRule(parseSiteUrl(undefined), '0.0.0.0') });
  expect((await ask(port, 'GET /', { Host: '192.168.1.7:4321' })).status).toBe(200);
});
