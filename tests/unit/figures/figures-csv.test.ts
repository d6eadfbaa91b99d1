import { parse } from 'csv-parse/sync';
import { expect, it } from 'vitest';
import { writtenReading } from '../../../src/build/written-site.ts';
import { figuresCsv } from '../../../src/figures/figures-csv.ts';
import { writtenFigures } from '../../../src/figures/written-figures.ts';
import { sourceSchema } from '../../../src/site/schema.ts';
import { entriesOf, read } from '../content/written-content.ts';
import { figureWith } from './example-figures.ts';

const sources = new Map(
  entriesOf('sources.yaml').map(([id, data]) => [
    id,
    { id, ...read(sourceSchema, `content/sources.yaml, ${id}`, data) },
  ]),
);
const words = writtenReading().figures;
const rowsOf = (csv: string): Record<string, string>[] => parse(csv, { bom: true, columns: true });

it('holds every figure, as it was written', () => {
  const figures = writtenFigures();
  const rows = rowsOf(figuresCsv(figures, sources, words));
  expect(rows.length).toBeGreaterThan(40);
  expect(rows).toEqual(
    Object.entries(figures).map(([id, figure]) => ({
      Id: id,
      Value: String(figure.value),
      Unit: figure.unit,
      'What it counts': figure.says,
      'Of whom': figure.whom,
      When: figure.when,
      Source: expect.stringContaining(sources.get(figure.source)?.title ?? 'no title'),
      'Address of the source': sources.get(figure.source)?.url,
      'How we know': words.verified[figure.verified],
      'Our arithmetic': figure.derived ?? '',
    })),
  );
});

it('brings back commas, quotation marks and line ends, and is no formula', () => {
  const says = 'said "yes, no"\r\nand more';
  const csv = figuresCsv({ odd: figureWith({ says, whom: '=1+1' }) }, sources, words);
  expect(rowsOf(csv)).toEqual([
    expect.objectContaining({ 'What it counts': says, 'Of whom': "'=1+1" }),
  ]);
});
