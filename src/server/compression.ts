import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Encoding } from './negotiation.ts';

const brotli = promisify(brotliCompress);
const gzipped = promisify(gzip);

// Brotli's best takes about two seconds a megabyte. Only a feed with a thousand whole articles is
// longer than this, and somebody may be waiting for it.
const LONG = 1_000_000;

/**
 * Compresses on zlib's own threads, as small as it gets.
 *
 * @returns the compressed bytes, or undefined where compressing does not make them fewer
 */
export async function compress(
  bytes: Buffer,
  encoding: Exclude<Encoding, 'identity'>,
): Promise<Buffer | undefined> {
  const compressed =
    encoding === 'gzip'
      ? await gzipped(bytes, { level: constants.Z_BEST_COMPRESSION })
      : await brotli(bytes, {
          params: {
            [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
            [constants.BROTLI_PARAM_QUALITY]:
              bytes.length > LONG ? 6 : constants.BROTLI_MAX_QUALITY,
            [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
          },
        });
  return compressed.length < bytes.length ? compressed : undefined;
}
