import { expect, it } from 'vitest';
import { contentTypeOf } from '../../../src/server/content-type.ts';

it.each([
  ['index.html', '', 'text/html; charset=utf-8', true],
  ['a.css', '', 'text/css; charset=utf-8', true],
  ['a.js', '', 'text/javascript; charset=utf-8', true],
  ['site.webmanifest', '', 'application/manifest+json; charset=utf-8', true],
  ['icon.svg', '', 'image/svg+xml; charset=utf-8', true],
  ['robots.txt', '', 'text/plain; charset=utf-8', true],
  [
    'feed.xml',
    '<?xml version="1.0"?>\n<rss version="2.0">',
    'application/rss+xml; charset=utf-8',
    true,
  ],
  ['atom.xml', '<feed xmlns="x">', 'application/atom+xml; charset=utf-8', true],
  ['sitemap-0.xml', '<?xml version="1.0"?><urlset>', 'application/xml; charset=utf-8', true],
  ['favicon.ico', '', 'image/x-icon', true],
  ['a.avif', '', 'image/avif', false],
  ['A.PNG', '', 'image/png', false],
  ['font.woff2', '', 'font/woff2', false],
  ['LICENSE', '', 'application/octet-stream', false],
  ['a.unknown', '', 'application/octet-stream', false],
])('%s %s is %s', (path, content, type, compressible) => {
  expect(contentTypeOf(path, Buffer.from(content))).toEqual({ type, compressible });
});
