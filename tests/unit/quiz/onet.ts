import { readFileSync } from 'node:fs';
import { encodeOccupations, encodeTitles } from '../../../src/quiz/occupations/occupation-data.ts';
import { occupationRows, reportedTitleRows } from '../../../src/quiz/occupations/onet-tables.ts';

const textOf = (name: string) =>
  readFileSync(new URL(`../../../content/quiz/onet/${name}`, import.meta.url), 'utf8');

/** The site's own occupations and titles, as its tables have them and as a browser loads them. */
export const OCCUPATION_ROWS = occupationRows(textOf('occupations.tsv'), 'occupations.tsv');
export const TITLE_ROWS = reportedTitleRows(textOf('reported-titles.tsv'), 'reported-titles.tsv');
export const OCCUPATION_DATA = encodeOccupations(OCCUPATION_ROWS);
export const TITLE_DATA = encodeTitles(OCCUPATION_ROWS, TITLE_ROWS);
