import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withBase } from '../../../src/site/urls.ts';

const segments = fc.array(fc.stringMatching(/^[a-z0-9-]{1,6}$/), { maxLength: 4 });
const pathOf = (parts: readonly string[]) => ['', ...parts, ''].join('/');

describe('withBase', () => {
  it.each([
    ['/', '/', '/'],
    ['/about/', '/', '/about/'],
    ['/', '/blog/', '/blog/'],
    ['/about/', '/blog/', '/blog/about/'],
    ['/about/', '/blog', '/blog/about/'],
    ['/feed.xml', '/some/path/', '/some/path/feed.xml'],
    ['/#publisher', '/some/path/', '/some/path/#publisher'],
  ])('%s below %s is %s', (path, base, joined) => {
    expect(withBase(path, base)).toBe(joined);
  });

  it('is the base followed by the path, with one slash between them', () => {
    fc.assert(
      fc.property(segments, segments, (above, below) => {
        const joined = withBase(pathOf(below), pathOf(above));
        expect(joined).toBe(pathOf([...above, ...below]));
      }),
    );
  });
});
