import { describe, expect, it } from 'vitest';
import { headerRules, headersFile } from '../../../src/build/header-rules.ts';
import { headersFor, readHeaderRules } from '../../../src/server/header-rules.ts';

describe.each(['/', '/some/path/'])('the header rules of a site below %s', (base) => {
  const written = headerRules("default-src 'none'; img-src 'self'", base);
  const rules = readHeaderRules(JSON.stringify(written));
  const of = (path: string, answer: 'file' | 'other' = 'file') =>
    headersFor(rules, base + path, answer);

  it('are those of _headers, in its form: a path, and below it a header a line', () => {
    const blocks = headersFile(written).split('\n\n');
    expect(blocks).toHaveLength(rules.length);
    for (const [index, block] of blocks.entries()) {
      const [pattern, ...lines] = block.trimEnd().split('\n');
      expect(pattern).toBe(rules[index]?.pattern);
      const headers = lines.map((line) => line.match(/^ {2}([A-Za-z-]+): (\S.*)$/)?.slice(1));
      expect(headers).toEqual(Object.entries(rules[index]?.headers ?? {}));
    }
  });

  it.each([
    ['newsletter/confirm/', 'strict-origin'],
    ['newsletter/unsubscribe/', 'strict-origin'],
    ['newsletter/unsubscribe', 'strict-origin'],
    ['newsletter/confirm/&t=3Dtoken', 'strict-origin'],
    ['newsletter/confirm%3Ft=token', 'strict-origin'],
    ['newsletter/check/', 'strict-origin-when-cross-origin'],
    ['newsletter/', 'strict-origin-when-cross-origin'],
    ['', 'strict-origin-when-cross-origin'],
    ['quiz/', 'strict-origin-when-cross-origin'],
  ])('%s tells other sites no more than %s', (path, policy) => {
    for (const answer of ['file', 'other'] as const) {
      expect(of(path, answer)['referrer-policy']).toBe(policy);
    }
  });

  it.each([
    ['og/0d278f25ab19a573.png', 'cross-origin'],
    ['_astro/jar.C3d4_Z1x.avif', 'cross-origin'],
    ['_astro/jar.C3d4.webp', 'cross-origin'],
    ['icon.svg', 'cross-origin'],
    ['favicon.ico', 'cross-origin'],
    ['photo.JPG.jpg', 'cross-origin'],
    ['', 'same-origin'],
    ['articles/png/', 'same-origin'],
    ['articles/how.png/', 'same-origin'],
    ['_astro/Tool.Vni.js', 'same-origin'],
    ['_astro/text.rJyP.woff2', 'same-origin'],
    ['quiz/occupations.json', 'same-origin'],
    ['feed.xml', 'same-origin'],
  ])('%s may be loaded as %s', (path, policy) => {
    expect(of(path)['cross-origin-resource-policy']).toBe(policy);
  });

  it('a picture that is not there is a page, which nobody else may load', () => {
    for (const path of ['og/none.png', 'none.svg']) {
      expect(of(path, 'other')['cross-origin-resource-policy']).toBe('same-origin');
    }
  });
});
