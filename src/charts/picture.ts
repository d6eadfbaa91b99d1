import { type DrawnChart, tableOf } from './drawn.ts';

/** Where the picture of a chart is, below the site's base: of one that draws figures. */
export function chartPicturePath(id: string): string {
  return `/charts/${id}.png`;
}

/** What the picture of a chart shows, for who doesn't see it: each figure, with what it counts. */
export function chartPictureWords(chart: DrawnChart): string {
  return tableOf(chart)
    .map(({ label: group, bars }) => {
      const figures = bars.map(({ label, shown }) => `${label}: ${shown}`).join('; ');
      return group ? `${group}: ${figures}.` : `${figures}.`;
    })
    .join(' ');
}
