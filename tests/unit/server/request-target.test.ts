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
    ['https://me@evil.example?b', '/', '?b'],
  ])('%s', (target, path, search) => {
    expect(parseRequestTarget(target)).toEqual({ kind: 'path', path, search });
  });

  it.each(['', '*', '?a', 'a', '/%', '/%c0%ae', '/a/..', '/%2e/', '/..%2f', '/%5C', '/%7f'])(
    'refuses "%s"',
    (target) => {
      expect(parseRequestTarget(target)).toMatchObject({ kind: 'refused', status: 400 });
    },
  );

  it('lets through no path that leads upwards, and gives back every path that was escaped', () => {
    fc.assert(
      fc.property(fc.webPath(), (path) => {
        const target = parseRequestTarget(`/${path}`);
        if (target.kind === 'refused') return;
        expect(target.path).toMatch(/^\//);
        expect(target.path.split('/')).not.toContain('..');
        expect(target.path.replaceAll('%2F', '/')).toBe(decodeURIComponent(`/${path}`));
      }),
    );
  });
});
