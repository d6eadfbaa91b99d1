import { join } from 'node:path';
import type { APIRoute, GetStaticPaths } from 'astro';
import { contentDirectory } from '../site/content-directory.ts';
import { ContentError } from '../site/content-error.ts';
import { drawPortrait } from '../site/draw-portrait.ts';
import { loadSite } from '../site/load.ts';
import { PORTRAIT } from '../site/portrait.ts';

export const getStaticPaths = (async () => {
  const { photo } = (await loadSite()).author;
  const portrait = PORTRAIT.replace(/^\/|\.jpg$/g, '');
  return photo === undefined ? [] : [{ params: { portrait }, props: { photo } }];
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ photo: string }> = async ({ props: { photo } }) => {
  const portrait = await drawPortrait(join(contentDirectory(), photo), photo);
  if ('wrong' in portrait) {
    throw new ContentError({ file: 'content/site.yaml', ...portrait.wrong });
  }
  return new Response(new Uint8Array(portrait.jpeg), { headers: { 'content-type': 'image/jpeg' } });
};
