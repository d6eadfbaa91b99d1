/** A cell that a spreadsheet would take for a formula gets a mark before it (OWASP, CSV injection). */
const FORMULA = /^[=+\-@\t\r]/;

/** One line of CSV (RFC 4180), safe to open in a spreadsheet. */
export function csvLine(cells: readonly string[]): string {
  return `${cells
    .map((cell) => (FORMULA.test(cell) ? `'${cell}` : cell))
    .map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
    .join(',')}\r\n`;
}

/** The rows of a CSV text (RFC 4180), each with the number of the line it begins on. */
export function csvRows(text: string): { readonly line: number; readonly cells: string[] }[] {
  const rows: { line: number; cells: string[] }[] = [];
  let [line, start, quoted, cell] = [1, 1, false, ''];
  let cells: string[] = [];
  const endRow = () => {
    cells.push(cell);
    if (cells.length > 1 || cell.trim() !== '') rows.push({ line: start, cells });
    [cells, cell, start] = [[], '', line + 1];
  };
  // A mark that spreadsheets write at the beginning is no part of the first cell.
  const all = text.replace(/^\uFEFF/, '');
  for (let at = 0; at < all.length; at++) {
    const sign = all.charAt(at);
    if (sign === '"' && quoted && all.charAt(at + 1) === '"') {
      cell += '"';
      at += 1;
    } else if (sign === '"' && (quoted || cell === '')) quoted = !quoted;
    else if (sign === ',' && !quoted) {
      cells.push(cell);
      cell = '';
    } else if (sign === '\n' && !quoted) endRow();
    else if (sign !== '\r' || quoted) cell += sign;
    if (sign === '\n') line += 1;
  }
  if (cell !== '' || cells.length > 0) endRow();
  return rows;
}
