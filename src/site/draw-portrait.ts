import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import type { WrongField } from './content-error.ts';
import { PORTRAIT_SIDE, PORTRAIT_SIZE } from './portrait.ts';

/** The author's photo as a JPEG, or what is wrong with the field that names it. */
export type Portrait = { readonly jpeg: Buffer } | { readonly wrong: WrongField };

/**
 * The photo in `file`, cut to a square around what the eye goes to first, on white where it shows
 * through. `photo` is its name as content/site.yaml has it.
 */
export async function drawPortrait(file: string, photo: string): Promise<Portrait> {
  const wrong = (found: string) => ({
    wrong: {
      field: 'author.photo',
      found: `"${photo}", ${found}`,
      allowed: `a picture in content/ of ${PORTRAIT_SIDE} pixels or more each way, best ${PORTRAIT_SIZE}, such as "portrait.jpg"`,
    },
  });
  const bytes = await readFile(file).catch(() => undefined);
  if (!bytes) return wrong('which is not there');
  try {
    const { width, height } = await sharp(bytes).metadata();
    if (Math.min(width, height) < PORTRAIT_SIDE) return wrong(`of ${width} by ${height} pixels`);
    const jpeg = await sharp(bytes)
      .rotate()
      .resize(PORTRAIT_SIZE, PORTRAIT_SIZE, { position: 'attention' })
      .flatten({ background: '#fff' })
      .jpeg({ quality: 78, mozjpeg: true })
      .toBuffer();
    return { jpeg };
  } catch {
    return wrong('which is no picture');
  }
}
