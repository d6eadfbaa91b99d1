import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { APIRoute, GetStaticPaths } from 'astro';
import sharp from 'sharp';
import { contentDirectory } from '../site/content-directory.ts';
import { ContentError } from '../site/content-error.ts';
import { loadSite } from '../site/load.ts';
import { PORTRAIT, PORTRAIT_SIZE } from '../site/portrait.ts';

export const getStaticPaths = (async () => {
  const { photo } = (await loadSite()).author;
  const portrait = PORTRAIT.replace(/^\/|\.jpg$/g, '');
  return photo === undefined ? [] : [{ params: { portrait }, props: { photo } }];
}) satisfies GetStaticPaths;

/** The photo of the author, cut to a square around what the eye goes to first. */
export const GET: APIRoute<{ photo: string }> = async ({ props: { photo } }) => {
  const wrong = (found: string): never => {
    const allowed = 'a picture in content/, such as "portrait.jpg"';
    throw new ContentError({ file: 'content/site.yaml', field: 'author.photo', found, allowed });
  };
  const file = await readFile(join(contentDirectory(), photo)).catch(() =>
    wrong(`"${photo}", which is not there`),
  );
  const picture = await sharp(file)
    .rotate()
    .resize(PORTRAIT_SIZE, PORTRAIT_SIZE, { position: 'attention' })
    .jpeg({ quality: 78, mozjpeg: true })
    .toBuffer()
    .catch(() => wrong(`"${photo}", which is no picture`));
  return new Response(new Uint8Array(picture), { headers: { 'content-type': 'image/jpeg' } });
};
