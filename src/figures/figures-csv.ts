import { stringify } from 'csv-stringify/sync';
import type { ReadingWords } from '../site/reading-schema.ts';
import type { Source } from '../site/schema.ts';
import type { Figures } from './schema.ts';

/**
 * All figures as a spreadsheet: CSV (RFC 4180) with a line of headings, in UTF-8 with the mark by which
 * Excel knows it. No cell is taken for a formula.
 */
export function figuresCsv(
  figures: Figures,
  sources: ReadonlyMap<string, Source>,
  words: ReadingWords['figures'],
): string {
  const { labels, columns, verified } = words;
  const header = [
    columns.id,
    columns.value,
    columns.unit,
    labels.says,
    labels.whom,
    labels.when,
    labels.source,
    columns.address,
    labels.verified,
    labels.derived,
  ];
  const rows = Object.entries(figures).map(([id, figure]) => [
    id,
    figure.value,
    figure.unit,
    figure.says,
    figure.whom,
    figure.when,
    sourceName(sources.get(figure.source)),
    sources.get(figure.source)?.url ?? '',
    verified[figure.verified],
    figure.derived ?? '',
  ]);
  return stringify([header, ...rows], {
    bom: true,
    record_delimiter: 'windows',
    escape_formulas: true,
  });
}

/** Who published it, its title, and when, as far as it says. */
function sourceName(source: Source | undefined): string {
  if (!source) return '';
  const { publisher, title, published } = source;
  return `${publisher}: ${title}${published ? ` (${published})` : ''}`;
}
