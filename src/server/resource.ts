import { createHash } from 'node:crypto';
import { compress } from './compression.ts';
import { contentTypeOf } from './content-type.ts';
import type { Headers } from './header-rules.ts';
import type { Encoding } from './negotiation.ts';

/** A file in one encoding, ready to be sent. */
interface Representation {
  readonly body: Buffer;
  /** A strong entity tag with its quotes, different for each encoding. */
  readonly etag: string;
  /** `Content-Type`, `Content-Length`, and where they apply `Content-Encoding` and `Vary`. */
  readonly headers: Headers;
}

/** A file of the site, held in memory. */
export interface Resource {
  /** Its decoded path inside the site; a page's ends with a slash. */
  readonly path: string;
  readonly cacheControl: string;
  readonly compressible: boolean;
  /** The same for the same bytes. */
  readonly hash: string;
  /**
   * The file in the encoding asked for, or as it is where that encoding makes it no smaller.
   * Each is made once; who asks while it is made waits for the same one.
   */
  represent(encoding: Encoding): Promise<Representation>;
}

/** Pages may be kept, but each use asks whether they are still the same. */
export const ASK_AGAIN = 'public, max-age=0, must-revalidate';
const ONE_HOUR = 'public, max-age=3600';
const FOREVER = 'public, max-age=31536000, immutable';

function cacheControlOf(path: string, type: string): string {
  // Astro writes a hash of the content into each of these names.
  if (path.startsWith('/_astro/')) return FOREVER;
  return type.startsWith('text/html') ? ASK_AGAIN : ONE_HOUR;
}

/**
 * Makes a resource of one file.
 *
 * @param path where it is found on the site, decoded, without the base path
 * @param file its path in `dist`, whose extension decides about its type
 */
export function createResource(path: string, file: string, bytes: Buffer): Resource {
  const { type, compressible } = contentTypeOf(file, bytes);
  const hash = createHash('sha256').update(bytes).digest('base64url').slice(0, 27);
  const made = new Map<Encoding, Promise<Representation>>();

  const make = async (encoding: Encoding): Promise<Representation> => {
    // zlib fails only for want of memory, and then the plain bytes are the right answer too.
    const packed =
      encoding === 'identity' || !compressible
        ? undefined
        : await compress(bytes, encoding).catch(() => undefined);
    const body = packed ?? bytes;
    return {
      body,
      etag: packed === undefined ? `"${hash}"` : `"${hash}-${encoding}"`,
      headers: {
        'content-type': type,
        'content-length': String(body.length),
        ...(packed !== undefined && { 'content-encoding': encoding }),
        ...(compressible && { vary: 'Accept-Encoding' }),
      },
    };
  };

  return {
    path,
    cacheControl: cacheControlOf(path, type),
    compressible,
    hash,
    represent(encoding) {
      let representation = made.get(encoding);
      if (representation === undefined) {
        representation = make(encoding);
        made.set(encoding, representation);
      }
      return representation;
    },
  };
}
