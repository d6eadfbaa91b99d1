import { getCollection } from 'astro:content';
import type { Figure, Figures } from './schema.ts';

/** All figures by id, in the order of content/figures.yaml. */
export async function loadFigures(): Promise<Figures> {
  const entries = await getCollection('figures');
  return Object.fromEntries(entries.map(({ id, data }) => [id, data]));
}

/** The figure `id`. Throws an Error that says how to get one where there is none. */
export async function loadFigure(id: string): Promise<Figure> {
  const figure = (await loadFigures())[id];
  if (figure) return figure;
  throw new Error(
    `There is no figure "${id}". Write it into content/figures.yaml, or mend the id.`,
  );
}
