import { describe, expect, it } from 'vitest';
import type { Service } from '../../../src/server/service-response.ts';
import { serve } from './built-site.ts';
import { ask, everythingFrom, open } from './raw-http.ts';

/** Answers to GET of /health/ and to any POST below /letters/ with what it was asked. */
const ECHO: Service = {
  wants: (method, path) =>
    method === 'POST' ? path.startsWith('/letters/') : method === 'GET' && path === '/health/',
  respond: async (request, network) => {
    const { pathname, search } = new URL(request.url);
    const body = await request.text();
    return Response.json({ method: request.method, pathname, search, network, body });
  },
  clientAddressHeader: 'x-real-ip',
};

const ONE_CLICK = 'List-Unsubscribe=One-Click';
const POST = { 'Content-Length': String(ONE_CLICK.length) };

describe('HEAD', () => {
  it('of what a service answers to GET is the same without the body', async () => {
    const { port } = await serve({ service: ECHO });
    const [get, head] = [await ask(port, 'GET /health/'), await ask(port, 'HEAD /health/')];
    expect(get.body.length).toBeGreaterThan(0);
    expect(head.body).toHaveLength(0);
    expect({ ...head.headers, date: '' }).toEqual({ ...get.headers, date: '' });
    expect([get.status, head.status]).toEqual([200, 200]);
  });

  it('of what it answers to POST alone is the static site’s', async () => {
    const { port } = await serve({ service: ECHO });
    expect((await ask(port, 'HEAD /letters/')).status).toBe(404);
  });
});

describe('Expect', () => {
  it.each(['100-continue', '100-Continue', ' 100-continue '])(
    '"%s" keeps nobody from leaving',
    async (expectation) => {
      const { port } = await serve({ service: ECHO });
      const socket = await open(port);
      const all = everythingFrom(socket);
      const head = `POST /letters/?t=x HTTP/1.1\r\nHost: a\r\nConnection: close\r\nExpect: ${expectation}\r\nContent-Length: ${ONE_CLICK.length}\r\n\r\n`;
      socket.write(head);
      // A client that holds its body back sends it when it is asked to.
      await new Promise((resolve) => socket.once('data', resolve));
      socket.write(ONE_CLICK);
      const text = (await all).toString();
      expect(text.startsWith('HTTP/1.1 100 Continue\r\n\r\n')).toBe(true);
      expect(text).toContain('HTTP/1.1 200 OK');
      expect(text).toContain(`"body":"${ONE_CLICK}"`);
    },
  );
});

describe('what a service is asked', () => {
  it.each([
    ['/letters/a%2Fb?t=1&u=%20', '/letters/a%2Fb', '?t=1&u=%20'],
    ['http://other.example/letters/?t=1', '/letters/', '?t=1'],
    ['/letters/%E2%82%AC#x?y', '/letters/%E2%82%AC', ''],
  ])('%s', async (target, pathname, search) => {
    const { port } = await serve({ service: ECHO });
    const { body } = await ask(port, `POST ${target}`, POST, ONE_CLICK);
    expect(JSON.parse(body.toString())).toMatchObject({ pathname, search, body: ONE_CLICK });
  });

  it.each(['http://[bad/', 'http://[bad/letters/', 'http://a:b/letters/'])(
    '%s is refused',
    async (target) => {
      const { port } = await serve({ service: ECHO });
      expect((await ask(port, `POST ${target}`, POST, ONE_CLICK)).status).toBe(400);
    },
  );

  it('comes from the address that the proxy names, without its port', async () => {
    const { port } = await serve({ service: ECHO });
    const { body } = await ask(port, 'GET /health/', { 'X-Real-IP': '[2001:db8::1]:443' });
    expect(JSON.parse(body.toString())).toMatchObject({ network: '2001:db8::1' });
  });
});
