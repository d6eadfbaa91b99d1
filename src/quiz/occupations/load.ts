import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { contentDirectory } from '../../site/content-directory.ts';
import { type OccupationRow, occupationRows, reportedTitleRows } from './onet-tables.ts';

const read = (name: string) => readFile(resolve(contentDirectory(), 'quiz/onet', name), 'utf8');

/** The occupations of content/quiz/onet. Throws a ContentError for a line that is wrong. */
export async function loadOccupationRows(): Promise<readonly OccupationRow[]> {
  const name = 'occupations.tsv';
  return occupationRows(await read(name), name);
}

/** The titles people report, of content/quiz/onet. Throws a ContentError for a line that is wrong. */
export async function loadTitleRows(): Promise<ReturnType<typeof reportedTitleRows>> {
  const name = 'reported-titles.tsv';
  return reportedTitleRows(await read(name), name);
}
