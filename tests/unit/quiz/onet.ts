import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { commonTitlesSchema } from '../../../src/quiz/comparison/common-titles-schema.ts';
import { indexTitles } from '../../../src/quiz/comparison/title-search.ts';
import { encodeOccupations, encodeTitles } from '../../../src/quiz/occupations/occupation-data.ts';
import { occupationRows, reportedTitleRows } from '../../../src/quiz/occupations/onet-tables.ts';

const textOf = (name: string) =>
  readFileSync(new URL(`../../../content/quiz/${name}`, import.meta.url), 'utf8');

/** The site's own occupations and titles, as its tables have them and as a browser loads them. */
export const OCCUPATION_ROWS = occupationRows(
  textOf('onet/occupations.tsv'),
  'occupations.tsv',
).rows;
export const TITLE_ROWS = reportedTitleRows(
  textOf('onet/reported-titles.tsv'),
  'reported-titles.tsv',
).rows;
export const OCCUPATION_DATA = encodeOccupations(OCCUPATION_ROWS);
export const WRITTEN_TITLES: unknown = parse(textOf('titles.yaml'));
export const COMMON_TITLES = commonTitlesSchema.parse(WRITTEN_TITLES);
export const TITLE_DATA = encodeTitles(OCCUPATION_ROWS, TITLE_ROWS, COMMON_TITLES);
export const TITLE_INDEX = indexTitles(OCCUPATION_DATA.titles, TITLE_DATA);
