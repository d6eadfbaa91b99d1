/** The forms in which a file can be sent, best first. */
export const ENCODINGS = ['br', 'gzip', 'identity'] as const;
export type Encoding = (typeof ENCODINGS)[number];

// RFC 9110, section 12.4.2: at most three decimals.
const QUALITY = /^q=(0(?:\.\d{0,3})?|1(?:\.0{0,3})?)$/i;

function readQualities(header: string): ReadonlyMap<string, number> {
  const qualities = new Map<string, number>();
  for (const item of header.toLowerCase().split(',')) {
    const [name = '', ...parameters] = item.split(';').map((part) => part.trim());
    const quality = parameters.find((parameter) => parameter.startsWith('q='));
    // What cannot be read is not asked for: plain bytes are understood by everybody.
    const value = quality === undefined ? 1 : Number(QUALITY.exec(quality)?.[1] ?? 0);
    qualities.set(name === 'x-gzip' ? 'gzip' : name, value);
  }
  return qualities;
}

/**
 * The encoding that a client likes best (RFC 9110, section 12.5.3); of several liked equally, the
 * smallest. A client that accepts nothing at all still gets `identity`, which the RFC allows and
 * which is more use to it than an error.
 *
 * @param header the `Accept-Encoding` header of the request
 */
export function preferredEncoding(header: string | undefined): Encoding {
  if (!header) return 'identity';
  const qualities = readQualities(header);
  const others = qualities.get('*');
  let best: Encoding = 'identity';
  let bestQuality = 0;
  for (const encoding of ENCODINGS) {
    // Plain bytes are allowed unless refused, but a client that names codings prefers those.
    const unnamed = encoding === 'identity' ? 0.0001 : 0;
    const quality = qualities.get(encoding) ?? others ?? unnamed;
    if (quality > bestQuality) {
      best = encoding;
      bestQuality = quality;
    }
  }
  return best;
}

/**
 * Whether the client already holds what would be sent (RFC 9110, section 13.1.2). The comparison
 * is the weak one, because proxies that compress mark the tag as weak.
 *
 * @param ifNoneMatch the `If-None-Match` header of the request
 * @param etag the entity tag of what would be sent, with its quotes
 */
export function etagMatches(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  if (ifNoneMatch.trim() === '*') return true;
  const held: readonly string[] = ifNoneMatch.match(/"[^"]*"/g) ?? [];
  return held.includes(etag);
}
