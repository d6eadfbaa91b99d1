import { z } from 'zod';
import { type ContentMistake, shown, wrongField } from '../../site/content-error.ts';
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

/** What a table says, and what is wrong with the lines that are left out. */
export interface OnetTable<Row> {
  readonly rows: readonly Row[];
  readonly mistakes: readonly ContentMistake[];
}

/** The occupations in `text`, the contents of `occupations.tsv`; `file` is what a mistake is told with. */
export function occupationRows(text: string, file: string): OnetTable<OccupationRow> {
  const { rows, mistakes } = rowsOf(text, file, occupationRow);
  return {
    mistakes,
    rows: rows.map((row) => ({
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
    })),
  };
}

/** A title that people report, with its occupation's code. */
export interface ReportedTitle {
  readonly code: string;
  readonly title: string;
}

/** The titles in `text`, the contents of `reported-titles.tsv`, likewise. */
export function reportedTitleRows(text: string, file: string): OnetTable<ReportedTitle> {
  const { rows, mistakes } = rowsOf(text, file, reportedTitleRow);
  return {
    mistakes,
    rows: rows.map((row) => ({ code: row.soc_code, title: row.reported_title })),
  };
}

/** Lines of a tab-separated file whose first line names the columns, checked by `schema`. */
function rowsOf<Schema extends z.ZodObject>(
  text: string,
  file: string,
  schema: Schema,
): OnetTable<z.output<Schema>> {
  const [head = '', ...lines] = text
    .replace(/^\uFEFF/, '')
    .trimEnd()
    .split(/\r?\n/);
  const columns = head.split('\t');
  const missing = Object.keys(schema.shape).filter((column) => !columns.includes(column));
  if (missing.length > 0) {
    const sentence = `the first line lacks columns. Found: ${shown(head)}. Allowed: ${Object.keys(schema.shape).join(', ')}, with a tab between two.`;
    return { rows: [], mistakes: [{ file, line: 1, sentence }] };
  }
  const rows: z.output<Schema>[] = [];
  const mistakes: ContentMistake[] = [];
  for (const [index, line] of lines.entries()) {
    const cells = line.split('\t');
    const row = Object.fromEntries(columns.map((column, place) => [column, cells[place]]));
    const result = schema.safeParse(row);
    if (result.success) rows.push(result.data);
    for (const { path, message } of result.error?.issues ?? []) {
      const field = String(path[0]);
      const sentence = wrongField({ field, found: shown(row[field]), allowed: message });
      mistakes.push({ file, line: index + 2, sentence });
    }
  }
  return { rows, mistakes };
}
