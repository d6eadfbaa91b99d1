import { figuresCsv } from '../figures/figures-csv.ts';
import { loadFigures } from '../figures/load.ts';
import { loadSources, loadWords } from '../site/load.ts';

/** All figures as a spreadsheet. */
export const GET = async () => {
  const [figures, sources, words] = await Promise.all([
    loadFigures(),
    loadSources(),
    loadWords('reading'),
  ]);
  return new Response(figuresCsv(figures, sources, words.figures), {
    headers: { 'content-type': 'text/csv; charset=utf-8' },
  });
};
