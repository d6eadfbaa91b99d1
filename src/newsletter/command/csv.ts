import { CsvError, parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';

/** A record of a CSV file. */
export interface CsvRecord {
  /** The line it begins on; the first is 1. */
  readonly line: number;
  readonly cells: readonly string[];
  /** Whether its last cell has a quotation mark that is never closed. */
  readonly unclosed: boolean;
}

// A spreadsheet takes a cell that begins with one of these for a formula (OWASP, CSV injection).
// An address may begin with one, and also with an apostrophe, which is what guards it.
const FORMULA = /^'*[=+\-@\t\r]/;
const GUARDED = /^'(?='*[=+\-@\t\r])/;

/** One line of CSV (RFC 4180), which no spreadsheet takes for formulas. Ends with CRLF. */
export function csvLine(cells: readonly string[]): string {
  const guarded = cells.map((cell) => (FORMULA.test(cell) ? `'${cell}` : cell));
  // Half a line end would end the line elsewhere.
  return stringify([guarded], { record_delimiter: 'windows', quoted_match: /[\r\n]/ });
}

/** A cell as it was before `csvLine` guarded it. */
export function unguarded(cell: string): string {
  return cell.replace(GUARDED, '');
}

/** Spreadsheets separate with semicolons where the comma is for decimals. */
function separatorOf(text: string): string {
  const [header = ''] = text.split(/\r\n|\n|\r/, 1);
  const bare = header.replace(/"[^"]*"/g, '');
  return [',', ';', '\t'].find((separator) => bare.includes(separator)) ?? ',';
}

/** Excel's first line, which names the separator and is no record. */
const SEPARATOR_LINE = /^sep=.(\r\n|\n|\r)/i;

/**
 * Reads CSV as RFC 4180 says, and as spreadsheets write it: any line end, and semicolons or tabs for
 * commas where the header has them. Blank lines are left out.
 */
export function readCsv(text: string): readonly CsvRecord[] {
  const start = SEPARATOR_LINE.exec(text)?.[0].length ?? 0;
  const bytes = Buffer.from(text.slice(start));
  const delimiter = separatorOf(text.slice(start));
  const first = start === 0 ? 1 : 2;
  try {
    return recordsOf(bytes, delimiter, first);
  } catch (error) {
    if (!(error instanceof CsvError && error.code === 'CSV_QUOTE_NOT_CLOSED')) throw error;
    const records = recordsOf(Buffer.concat([bytes, Buffer.from('"')]), delimiter, first);
    return records.map((record, at) => ({ ...record, unclosed: at === records.length - 1 }));
  }
}

/** The records of a text whose quotation marks are closed. `first` is the line that it begins on. */
function recordsOf(bytes: Buffer, delimiter: string, first: number): CsvRecord[] {
  const lines = lineCounter(bytes, first);
  const records: CsvRecord[] = [];
  parse(bytes, {
    delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    on_record: (cells: string[], { bytes: end }) => {
      const line = lines.nextRecord(end);
      if (cells.length > 1 || cells[0] !== '') records.push({ line, cells, unclosed: false });
      return null;
    },
  });
  return records;
}

const [LF, CR] = [10, 13];

/** Counts lines itself: the parser counts a CRLF within quotation marks twice. */
function lineCounter(bytes: Buffer, first: number) {
  let [line, at] = [first, 0];
  const pass = () => {
    if (bytes[at] === LF || (bytes[at] === CR && bytes[at + 1] !== LF)) line += 1;
    at += 1;
  };
  return {
    /** The line on which the next record begins, which ends before byte `end`. */
    nextRecord(end: number): number {
      while (bytes[at] === LF || bytes[at] === CR) pass();
      const begins = line;
      while (at < end) pass();
      return begins;
    },
  };
}
