import { allowedOccupation } from '../../quiz/occupations/occupation-data.ts';
import {
  type OccupationRow,
  occupationRows,
  reportedTitleRows,
} from '../../quiz/occupations/onet-tables.ts';
import { type ContentMistake, shown, wrongField } from '../../site/content-error.ts';
import type { ContentFile } from './content-file.ts';
import type { ReadFile } from './references.ts';

/** The tables of the quiz, as they stand in the project. */
export const TABLES = {
  occupations: 'content/quiz/onet/occupations.tsv',
  reported: 'content/quiz/onet/reported-titles.tsv',
  common: 'content/quiz/titles.yaml',
} as const;

/** What is wrong in the tables of occupations and titles, and in what one says of the other. */
export function tableMistakes(
  tables: readonly ContentFile[],
  read: readonly ReadFile[],
): ContentMistake[] {
  const textOf = (name: string) => tables.find(({ file }) => file === name)?.text;
  const [occupations, reported] = [textOf(TABLES.occupations), textOf(TABLES.reported)];
  if (occupations === undefined || reported === undefined) return [];
  const known = occupationRows(occupations, TABLES.occupations);
  const titles = reportedTitleRows(reported, TABLES.reported);
  // What one table lacks, because lines of it are wrong, is no mistake of the other.
  if (known.mistakes.length > 0) return [...few(known.mistakes), ...few(titles.mistakes)];
  return [
    ...few([...titles.mistakes, ...reportedMistakes(reported, known.rows)]),
    ...few(commonMistakes(read, known.rows)),
  ];
}

/** Lines of one table that are told; whoever sees so many looks for what they have in common. */
const MOST = 20;

function few(mistakes: readonly ContentMistake[]): ContentMistake[] {
  const told = mistakes.slice(0, MOST);
  const last = told.at(-1);
  const more = mistakes.length - told.length;
  if (!last || more <= 0) return told;
  const sentence = `${more} more lines of this file are wrong. The first of them are told above.`;
  return [...told, { file: last.file, line: mistakes[MOST]?.line, sentence }];
}

function reportedMistakes(text: string, rows: readonly OccupationRow[]): ContentMistake[] {
  const codes = new Set(rows.map(({ code }) => code));
  const { rows: titles } = reportedTitleRows(text, TABLES.reported);
  return titles.flatMap(({ code }, index) => {
    if (codes.has(code)) return [];
    const allowed = 'a soc_code of occupations.tsv';
    const sentence = wrongField({ field: 'soc_code', found: shown(code), allowed });
    return [{ file: TABLES.reported, line: index + 2, sentence }];
  });
}

function commonMistakes(
  read: readonly ReadFile[],
  rows: readonly OccupationRow[],
): ContentMistake[] {
  const common = read.find(({ file }) => file === TABLES.common);
  const titles: unknown = Object(common?.written.data).titles;
  if (!common || !Array.isArray(titles)) return [];
  return titles.flatMap((row, index) => {
    const { occupations } = Object(row);
    if (!Array.isArray(occupations)) return [];
    return occupations.flatMap((occupation, place) => {
      const allowed = allowedOccupation(String(occupation), rows);
      if (allowed === undefined) return [];
      const path = ['titles', index, 'occupations', place];
      const sentence = wrongField({ field: path.join('.'), found: shown(occupation), allowed });
      return [{ file: TABLES.common, line: common.written.lineOf(path), sentence }];
    });
  });
}
