import { describe, expect, it } from 'vitest';
import { parseSiteUrl } from '../../../src/site/site-url.ts';

describe('parseSiteUrl', () => {
  it.each([
    ['https://example.com', 'https://example.com', '/'],
    ['https://example.com/', 'https://example.com', '/'],
    ['http://example.com:8080/blog', 'http://example.com:8080', '/blog/'],
    ['https://example.com/some/path/', 'https://example.com', '/some/path/'],
    ['  HTTPS://Example.COM/Path  ', 'https://example.com', '/Path/'],
    ['http://[::1]:4321/', 'http://[::1]:4321', '/'],
  ])('%s', (value, origin, base) => {
    expect(parseSiteUrl(value)).toEqual({ origin, base });
  });

  it('falls back to this machine when nothing is set', () => {
    const here = { origin: 'http://localhost:4321', base: '/' };
    expect(parseSiteUrl(undefined)).toEqual(here);
    expect(parseSiteUrl('  ')).toEqual(here);
    expect(parseSiteUrl(undefined, 'http://localhost:5000/').origin).toBe('http://localhost:5000');
  });

  it.each([
    ['example.com', 'starts with https:// or http://'],
    ['localhost:4321', 'starts with https:// or http://'],
    ['ftp://example.com/', 'starts with https:// or http://'],
    ['https:example.com', 'starts with https:// or http://'],
    ['https://', 'starts with https:// or http://'],
    ['https://me:secret@example.com/', 'no user name'],
    ['https://me@example.com/', 'no user name'],
    ['https://example.com/?', 'without "?" or "#"'],
    ['https://example.com/#top', 'without "?" or "#"'],
    ['https://example.com//evil.example/', 'single slashes'],
    ['https://example.com/a b/', 'letters, digits'],
    ['https://example.com/%2e%2e/caf%C3%A9/', 'letters, digits'],
  ])('refuses %s in one sentence that names what was found', (value, rule) => {
    expect(() => parseSiteUrl(value)).toThrow(rule);
    expect(() => parseSiteUrl(value)).toThrow(`SITE_URL is "${value}". `);
  });
});
