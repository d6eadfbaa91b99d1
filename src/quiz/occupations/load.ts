import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { contentDirectory } from '../../site/content-directory.ts';
import { ContentError, mistakeLine } from '../../site/content-error.ts';
import {
  type OccupationRow,
  type OnetTable,
  occupationRows,
  type ReportedTitle,
  reportedTitleRows,
} from './onet-tables.ts';

/** The occupations of content/quiz/onet. Throws a ContentError for lines that are wrong. */
export function loadOccupationRows(): Promise<readonly OccupationRow[]> {
  return load('occupations.tsv', occupationRows);
}

/** The titles people report, of content/quiz/onet. Throws a ContentError for lines that are wrong. */
export function loadTitleRows(): Promise<readonly ReportedTitle[]> {
  return load('reported-titles.tsv', reportedTitleRows);
}

async function load<Row>(
  name: string,
  read: (text: string, file: string) => OnetTable<Row>,
): Promise<readonly Row[]> {
  const text = await readFile(resolve(contentDirectory(), 'quiz/onet', name), 'utf8');
  const { rows, mistakes } = read(text, `content/quiz/onet/${name}`);
  if (mistakes.length > 0) throw new ContentError(mistakes.map(mistakeLine).join('\n'));
  return rows;
}
