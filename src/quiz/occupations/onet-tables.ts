import { z } from 'zod';
import { ContentError, shown } from '../../site/content-error.ts';
import { type Six, sixOf } from '../engine/types.ts';

const code = z.string().regex(/^\d\d-\d{4}\.\d\d$/, 'an O*NET-SOC code such as 29-1141.00');
const text = z.string().trim().min(1, 'text');
const zone = z.coerce.number('1 to 5').int('1 to 5').min(1, '1 to 5').max(5, '1 to 5');
const score = z.coerce.number('1 to 7').min(1, '1 to 7').max(7, '1 to 7');

const occupationRow = z.object({
  soc_code: code,
  title: text,
  job_zone: zone,
  realistic: score,
  investigative: score,
  artistic: score,
  social: score,
  enterprising: score,
  conventional: score,
  description: text,
});
const reportedTitleRow = z.object({ soc_code: code, reported_title: text });

/** An occupation as the database has it. */
export interface OccupationRow {
  readonly code: string;
  readonly title: string;
  readonly zone: number;
  /** From 1 to 7, in hundredths. */
  readonly interests: Six<number>;
  readonly description: string;
}

/**
 * The occupations in `text`, the contents of `occupations.tsv`; `file` is what a mistake is told
 * with. Throws a ContentError that names file, line and column.
 */
export function occupationRows(text: string, file: string): readonly OccupationRow[] {
  return rowsOf(text, file, occupationRow).map((row) => ({
    code: row.soc_code,
    title: row.title,
    zone: row.job_zone,
    interests: sixOf([
      row.realistic,
      row.investigative,
      row.artistic,
      row.social,
      row.enterprising,
      row.conventional,
    ]),
    description: row.description,
  }));
}

/**
 * The titles in `text`, the contents of `reported-titles.tsv`, each with its occupation's code.
 * Throws a ContentError that names file, line and column.
 */
export function reportedTitleRows(
  text: string,
  file: string,
): readonly { readonly code: string; readonly title: string }[] {
  return rowsOf(text, file, reportedTitleRow).map((row) => ({
    code: row.soc_code,
    title: row.reported_title,
  }));
}

/** Lines of a tab-separated file whose first line names the columns, checked by `schema`. */
function rowsOf<Schema extends z.ZodType>(
  text: string,
  file: string,
  schema: Schema,
): readonly z.output<Schema>[] {
  const [head = '', ...lines] = text.trimEnd().split(/\r?\n/);
  const columns = head.split('\t');
  return lines.map((line, index) => {
    const cells = line.split('\t');
    const row = Object.fromEntries(columns.map((column, place) => [column, cells[place]]));
    const result = schema.safeParse(row);
    if (result.success) return result.data;
    const [issue] = result.error.issues;
    const column = String(issue?.path[0]);
    throw new ContentError({
      file: `${file}, line ${index + 2}`,
      field: column,
      found: shown(row[column]),
      allowed: issue?.message ?? 'another value',
    });
  });
}
