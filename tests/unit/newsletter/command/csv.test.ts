import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvLine, csvRows } from '../../../../src/newsletter/command/csv.ts';

describe('CSV', () => {
  it('comes back as it was written, but for formulas, which get a mark', () => {
    const aCell = fc.string().filter((cell) => cell !== '');
    fc.assert(
      fc.property(fc.array(fc.array(aCell, { minLength: 2, maxLength: 4 })), (rows) => {
        const text = rows.map(csvLine).join('');
        const read = csvRows(text).map(({ cells }) => cells);
        const marked = rows.map((row) =>
          row.map((cell) => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell)),
        );
        expect(read).toEqual(marked);
      }),
    );
  });

  it('knows the lines it stands on, with quotes, marks and empty lines', () => {
    expect(csvRows('\uFEFFemail,name\r\n"a ""b""","x\ny"\n\nc,d')).toEqual([
      { line: 1, cells: ['email', 'name'] },
      { line: 2, cells: ['a "b"', 'x\ny'] },
      { line: 5, cells: ['c', 'd'] },
    ]);
  });
});
