import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseRequestTarget } from '../../../src/server/request-target.ts';

describe('parseRequestTarget', () => {
  it.each([
    ['/', '/', ''],
    ['/about/', '/about/', ''],
    ['/a?b=/../c&d', '/a', '?b=/../c&d'],
    ['/a?', '/a', '?'],
    ['/a#b?c', '/a', ''],
    ['/a?b#c', '/a', '?b'],
    ['/caf%C3%A9/', '/café/', ''],
    ['/a%20b', '/a b', ''],
    ['/a%2Fb%2fc', '/a%2Fb%2Fc', ''],
    ['/%252e%252e/', '/%2e%2e/', ''],
    ['//evil.example/', '//evil.example/', ''],
    ['http://evil.example', '/', ''],
    ['HTTP://evil.example/a?b', '/a', '?b'],
    ['https://evil.example:8443?b', '/', '?b'],
    ['http://[::1]:80/a%2Fb', '/a%2Fb', ''],
  ])('%s', (target, path, search) => {
    expect(parseRequestTarget(target)).toMatchObject({ path, search });
  });

  it.each([
    ['/a%20b?c#d', '/a%20b?c', undefined],
    ['//evil.example/', '//evil.example/', undefined],
    ['http://Example.com:80', '/', 'example.com'],
    ['https://example.com.?a', '/?a', 'example.com'],
    ['http://[::1]:4321/caf%C3%A9/', '/caf%C3%A9/', '[::1]'],
  ])('%s was sent as %s, and names the host %s', (target, sent, host) => {
    expect(parseRequestTarget(target)).toMatchObject({ sent, host });
  });

  it.each([
    'http://[bad/',
    'http://[bad]/newsletter/confirm/?t=x',
    'http://',
    'http:///about/',
    'https://?a',
    'http://me@example.com/',
    'http://example.com:port/',
    'http://example.com:99999/',
    'http://a b/',
    'http://%/',
    'http://exa<mple/',
  ])('refuses "%s", whose host cannot be', (target) => {
    expect(parseRequestTarget(target)).toBeUndefined();
  });

  it.each(['', '*', '?a', 'a', '/%', '/%c0%ae', '/a/..', '/%2e/', '/..%2f', '/%5C', '/%7f'])(
    'refuses "%s"',
    (target) => {
      expect(parseRequestTarget(target)).toBeUndefined();
    },
  );

  it('lets through no path that leads upwards, and gives back every path that was escaped', () => {
    fc.assert(
      fc.property(fc.webPath(), (path) => {
        const target = parseRequestTarget(`/${path}`);
        if (target === undefined) return;
        expect(target.path).toMatch(/^\//);
        expect(target.path.split('/')).not.toContain('..');
        expect(target.path.replaceAll('%2F', '/')).toBe(decodeURIComponent(`/${path}`));
      }),
    );
  });
});
