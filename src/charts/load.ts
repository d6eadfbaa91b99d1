import { getCollection, getEntry } from 'astro:content';
import { ContentError } from '../site/content-error.ts';
import { loadSources } from '../site/load.ts';
import type { ChartData } from './schema.ts';

/**
 * The chart `id`. Throws an Error that lists the charts there are, or a ContentError for a source
 * that there is not.
 */
export async function loadChart(id: string): Promise<ChartData> {
  const entry = await getEntry('charts', id);
  if (entry) {
    const sources = await loadSources();
    const unknown = entry.data.points.find(({ source }) => !sources.has(source));
    if (!unknown) return entry.data;
    throw new ContentError({
      file: entry.filePath ?? id,
      field: 'points.source',
      found: `"${unknown.source}"`,
      allowed: 'a key of content/sources.yaml',
    });
  }
  const known = (await getCollection('charts')).map((chart) => chart.id);
  throw new Error(
    `<Chart id="${id}" />: there is no such chart. Allowed: ${known.join(', ')} (content/charts/).`,
  );
}
