import fc from 'fast-check';
import { expect, it } from 'vitest';
import { FILES, SECURITY, serve } from './built-site.ts';
import { sendRaw } from './raw-http.ts';

const pieces = fc.constantFrom(
  ...[
    '/',
    '//',
    '.',
    '..',
    '...',
    '%2e%2e',
    '%2F',
    '%5c',
    '\\',
    '%00',
    '\0',
    '%',
    '%0d%0a',
    '\r\n',
  ],
  ...['?', '#', ':', '@', ';', '*', ' ', '~', '%25', '%252e%252e', '%c0%ae', 'http://', 'https://'],
  ...[
    'about',
    'say-it',
    'by-phone',
    'index.html',
    '404.html',
    '_headers',
    '_headers.json',
    '_astro',
    'tiny.txt',
  ],
  ...['some', 'path', '.env', 'secret.txt', 'dist', 'evil.example', 'localhost', '.well-known'],
);
const targets = fc
  .array(fc.oneof({ weight: 4, arbitrary: pieces }, fc.string({ unit: 'binary', maxLength: 8 })), {
    maxLength: 12,
  })
  .map((parts) => parts.join(''));
const requestTargets = fc.oneof(
  targets.map((target) => `/${target}`),
  targets.map((target) => `/some/path/${target}`),
  targets,
);

const served = Object.entries(FILES)
  .filter(([file]) => file.startsWith('dist/') && !/\/(_headers|_headers\.json|\.env)$/.test(file))
  .map(([, content]) => content.toString());

it.each(['/', '/some/path/'])(
  'whatever is asked for under %s: no error of ours, no way out of the site or the folder',
  async (base) => {
    const { port } = await serve({ base });
    const origin = `http://localhost:${port}`;
    await fc.assert(
      fc.asyncProperty(requestTargets, async (target) => {
        const { status, headers, body } = await sendRaw(
          port,
          `GET ${target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`,
        );
        expect([200, 302, 308, 400, 404, 405]).toContain(status);
        // What is no request at all, Node refuses without a body.
        if (status !== 400 || body.length > 0) expect(headers).toMatchObject(SECURITY);
        expect(body.toString()).not.toContain('SECRET');
        if (status === 200) expect(served).toContain(body.toString());
        if (status === 302 || status === 308) {
          const location = new URL(headers.location ?? '', origin);
          expect(location.origin).toBe(origin);
          expect(location.pathname.startsWith(base)).toBe(true);
        } else {
          expect(headers).not.toHaveProperty('location');
        }
      }),
      { numRuns: 400 },
    );
  },
  60_000,
);
