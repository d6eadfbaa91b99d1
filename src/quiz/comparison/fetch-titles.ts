import type { Occupation } from '../occupations/occupations.ts';
import { indexTitles, type TitleData, type TitleIndex } from './title-search.ts';

let fetched: Promise<TitleIndex> | undefined;

/**
 * The index of all titles: those of `occupations` and the reported ones at `url`. Fetched and built
 * once for the page, however many fields ask. Rejects where that fails; the next call tries again.
 */
export function fetchTitles(
  url: string,
  occupations: Promise<readonly Occupation[]>,
): Promise<TitleIndex> {
  fetched ??= Promise.all([titlesAt(url), occupations])
    .then(([data, all]) =>
      indexTitles(
        all.map(({ title }) => title),
        data,
      ),
    )
    .catch((error: unknown) => {
      fetched = undefined;
      throw error;
    });
  return fetched;
}

async function titlesAt(url: string): Promise<TitleData> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return response.json();
}
