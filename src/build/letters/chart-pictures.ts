import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { drawn } from '../../charts/drawn.ts';
import { chartPicturePath } from '../../charts/picture.ts';
import { chartSchema } from '../../charts/schema.ts';
import { writtenFigures } from '../../figures/written-figures.ts';
import type { Pen } from './draw-chart.ts';

/** The addresses of pictures of charts, as letters name them. */
const PICTURES = new RegExp(`${chartPicturePath('([\\w-]+)').replace('.', '\\.')}"`, 'g');

/**
 * Draws the pictures of charts that `letters` show, from the folder `content`, into the built site in
 * `folder`. Their names stay, so that a letter that was sent long ago still shows its own.
 */
export async function writeChartPictures(
  letters: readonly { readonly html: string }[],
  { folder, content, pen }: { folder: string; content: string; pen: () => Promise<Pen> },
): Promise<void> {
  const ids = new Set(
    letters.flatMap(({ html }) => [...html.matchAll(PICTURES)].map(([, id = '']) => id)),
  );
  if (ids.size === 0) return;
  const { drawChart } = await import('./draw-chart.ts');
  const own = await pen();
  await mkdir(join(folder, 'charts'), { recursive: true });
  for (const id of ids) {
    const chart = chartSchema.parse(
      parse(await readFile(join(content, 'charts', `${id}.yaml`), 'utf8')),
    );
    const png = await drawChart(drawn(chart, writtenFigures()), own);
    if (png) await writeFile(join(folder, chartPicturePath(id)), png);
  }
}
