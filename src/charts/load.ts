import { getCollection, getEntry } from 'astro:content';
import { loadFigures } from '../figures/load.ts';
import { type DrawnChart, drawn } from './drawn.ts';

/**
 * The chart `id` with its figures. Throws an Error that lists the charts there are, or one for a figure
 * that there is not.
 */
export async function loadChart(id: string): Promise<DrawnChart> {
  const entry = await getEntry('charts', id);
  if (entry) return drawn(entry.data, await loadFigures());
  const known = (await getCollection('charts')).map((chart) => chart.id);
  throw new Error(
    `<Chart id="${id}" />: there is no such chart. Allowed: ${known.join(', ')} (content/charts/).`,
  );
}
