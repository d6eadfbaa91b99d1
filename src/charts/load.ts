import { getCollection, getEntry } from 'astro:content';
import type { ChartData } from './schema.ts';

/** The chart `id`. Throws an Error that lists the charts there are. */
export async function loadChart(id: string): Promise<ChartData> {
  const entry = await getEntry('charts', id);
  if (entry) return entry.data;
  const known = (await getCollection('charts')).map((chart) => chart.id);
  throw new Error(
    `<Chart id="${id}" />: there is no such chart. Allowed: ${known.join(', ')} (content/charts/).`,
  );
}
