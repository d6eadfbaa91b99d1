import { loadEntry } from '../site/load.ts';
import type { Figure, Figures } from './schema.ts';

/** All figures by id, in the order of content/figures.yaml. */
export function loadFigures(): Promise<Figures> {
  return loadEntry('figures');
}

/** The figure `id`. Throws an Error that says how to get one where there is none. */
export async function loadFigure(id: string): Promise<Figure> {
  const figure = (await loadFigures())[id];
  if (figure) return figure;
  throw new Error(
    `There is no figure "${id}". Write it into content/figures.yaml, or mend the id.`,
  );
}
