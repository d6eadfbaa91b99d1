import { extname } from 'node:path';

/** What a file is, as HTTP names it. */
export interface ContentType {
  /** The value of the `Content-Type` header. */
  readonly type: string;
  /** Whether brotli and gzip can be worth their time: text is, pictures and fonts are packed. */
  readonly compressible: boolean;
}

const text = (type: string): ContentType => ({
  type: `${type}; charset=utf-8`,
  compressible: true,
});
const packed = (type: string): ContentType => ({ type, compressible: false });

const RSS = text('application/rss+xml');
const ATOM = text('application/atom+xml');
const UNKNOWN = packed('application/octet-stream');

const BY_EXTENSION: ReadonlyMap<string, ContentType> = new Map([
  ['.html', text('text/html')],
  ['.css', text('text/css')],
  ['.js', text('text/javascript')],
  ['.mjs', text('text/javascript')],
  ['.json', text('application/json')],
  ['.map', text('application/json')],
  ['.webmanifest', text('application/manifest+json')],
  ['.xml', text('application/xml')],
  ['.xsl', text('text/xsl')],
  ['.txt', text('text/plain')],
  ['.md', text('text/markdown')],
  ['.csv', text('text/csv')],
  ['.ics', text('text/calendar')],
  ['.svg', text('image/svg+xml')],
  ['.ico', { type: 'image/x-icon', compressible: true }],
  ['.avif', packed('image/avif')],
  ['.webp', packed('image/webp')],
  ['.png', packed('image/png')],
  ['.jpg', packed('image/jpeg')],
  ['.jpeg', packed('image/jpeg')],
  ['.gif', packed('image/gif')],
  ['.woff2', packed('font/woff2')],
  ['.woff', packed('font/woff')],
  ['.pdf', packed('application/pdf')],
]);

/**
 * The content type of a file.
 *
 * @param path its name or path; only the extension counts
 * @param bytes its content: a feed and a sitemap both end in `.xml`, so the root element decides
 */
export function contentTypeOf(path: string, bytes: Buffer): ContentType {
  const extension = extname(path).toLowerCase();
  if (extension === '.xml') {
    const start = bytes.toString('utf8', 0, 1024);
    if (/<rss[\s>]/.test(start)) return RSS;
    if (/<feed[\s>]/.test(start)) return ATOM;
  }
  return BY_EXTENSION.get(extension) ?? UNKNOWN;
}
