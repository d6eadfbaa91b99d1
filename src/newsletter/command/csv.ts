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
  const written = cells.map((cell) => {
    const safe = FORMULA.test(cell) ? `'${cell}` : cell;
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  });
  return `${written.join(',')}\r\n`;
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

const countLines = (text: string): number => text.match(/\r\n|\n|\r/g)?.length ?? 0;

/**
 * Reads CSV as RFC 4180 says, and as spreadsheets write it: any line end, and semicolons or tabs for
 * commas where the header has them. Blank lines are left out.
 */
export function* readCsv(text: string): Generator<CsvRecord, undefined> {
  const start = SEPARATOR_LINE.exec(text)?.[0].length ?? 0;
  const separator = separatorOf(text.slice(start));
  // A cell, quoted or not, and what ends it.
  const cell = new RegExp(
    `(?:"([^"]*(?:""[^"]*)*)("?)([^${separator}\\r\\n]*)|([^${separator}\\r\\n]*))(${separator}|\\r\\n|\\n|\\r|$)`,
    'y',
  );
  cell.lastIndex = start;
  let line = start === 0 ? 1 : 2;
  let begins = line;
  let cells: string[] = [];
  while (cell.lastIndex < text.length || cells.length > 0) {
    const match = cell.exec(text);
    if (match === null) return undefined;
    const [whole, quoted, closing, after = '', plain = '', end] = match;
    cells.push(quoted === undefined ? plain : quoted.replaceAll('""', '"') + after);
    line += countLines(whole);
    if (end === separator) continue;
    const unclosed = quoted !== undefined && closing === '';
    if (cells.length > 1 || cells[0] !== '') yield { line: begins, cells, unclosed };
    cells = [];
    begins = line;
  }
  return undefined;
}
