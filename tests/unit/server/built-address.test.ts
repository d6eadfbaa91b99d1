import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  addressMismatch,
  addressWarning,
  builtAddress,
  isLocal,
} from '../../../src/server/built-address.ts';
import { readSite } from '../../../src/server/site.ts';
import { parseSiteUrl } from '../../../src/site/site-url.ts';
import { rulesFile, writeFiles } from './built-site.ts';

const LOCAL = 'http://localhost:4321/';
const PUBLIC = 'https://example.com/';

describe('builtAddress', () => {
  it.each([
    [
      'User-agent: *\nAllow: /\n\nSitemap: https://example.com/some/path/sitemap.xml\n',
      'https://example.com/some/path/',
    ],
    ['User-agent: *\n', undefined],
    [undefined, undefined],
  ])('of a site with the robots.txt %j', async (robots, address) => {
    const files = {
      'dist/_headers.json': rulesFile({ '/*': { 'X-A': '1' } }),
      'dist/a.txt': 'a',
    };
    const root = await writeFiles(
      robots === undefined ? files : { ...files, 'dist/robots.txt': robots },
    );
    const built = await builtAddress(await readSite(join(root, 'dist')));
    expect(built && built.origin + built.base).toBe(address);
  });
});

/** Built for, served at, listening on; whether a mismatch or a missing SITE_URL is told. */
const STARTS: readonly (readonly [
  string | undefined,
  string,
  string,
  'mismatch' | 'without' | undefined,
])[] = [
  [PUBLIC, PUBLIC, '0.0.0.0', undefined],
  [LOCAL, LOCAL, 'localhost', undefined],
  [LOCAL, 'http://localhost:8080/', 'localhost', undefined],
  [LOCAL, 'http://localhost:8080/', '127.0.0.1', undefined],
  [LOCAL, LOCAL, '0.0.0.0', 'without'],
  [LOCAL, LOCAL, '192.0.2.7', 'without'],
  [LOCAL, PUBLIC, 'localhost', 'mismatch'],
  [PUBLIC, LOCAL, 'localhost', 'mismatch'],
  [PUBLIC, 'https://www.example.com/', '0.0.0.0', 'mismatch'],
  [PUBLIC, 'http://example.com/', '0.0.0.0', 'mismatch'],
  [PUBLIC, 'https://example.com/blog/', '0.0.0.0', 'mismatch'],
  [LOCAL, 'http://localhost:4321/blog/', 'localhost', 'mismatch'],
  [undefined, PUBLIC, '0.0.0.0', undefined],
];

describe('addressWarning', () => {
  it.each(STARTS)('built for %s, served at %s on %s: %s', (built, served, host, expected) => {
    const address = built === undefined ? undefined : parseSiteUrl(built);
    const told = addressWarning(address, parseSiteUrl(served), host);
    if (expected === undefined) expect(told).toBeUndefined();
    else
      expect(told).toContain(
        expected === 'mismatch' ? `built for ${built}, and` : 'without SITE_URL',
      );
    expect(addressMismatch(address, parseSiteUrl(served)) !== undefined).toBe(
      expected === 'mismatch',
    );
  });
});

describe('isLocal', () => {
  it.each([
    ['localhost', true],
    ['site.localhost', true],
    ['127.0.0.1', true],
    ['127.9.9.9', true],
    ['::1', true],
    ['[::1]', true],
    ['0.0.0.0', false],
    ['::', false],
    ['localhost.example.com', false],
    ['192.168.0.4', false],
  ])('%s: %s', (host, local) => {
    expect(isLocal(host)).toBe(local);
  });
});
