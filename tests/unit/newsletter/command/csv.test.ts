import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvLine, readCsv, unguarded } from '../../../../src/newsletter/command/csv.ts';

const cellsOf = (text: string) => [...readCsv(text)].map(({ cells }) => cells);

describe('a line of CSV', () => {
  it.each([
    [['a', 'b'], 'a,b\r\n'],
    [['a,b', 'say "yes"', 'two\nlines', ''], '"a,b","say ""yes""","two\nlines",\r\n'],
    [['=1+1', '+1', '-1', '@a', '\ta', '\ra'], `'=1+1,'+1,'-1,'@a,'\ta,"'\ra"\r\n`],
    [['a=1', "'a"], "a=1,'a\r\n"],
    [["'=a", "''-a"], "''=a,'''-a\r\n"],
  ])('of %j is %j', (cells, line) => {
    expect(csvLine(cells)).toBe(line);
  });

  it('reads back as what it was, and no cell can begin a formula', () => {
    const cell = fc.string({ unit: fc.constantFrom(...'ab=+-@\t\r\n",; é\'') });
    // A comma in the first record decides about the separator.
    const records = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1 });
    fc.assert(
      fc.property(records, (lines) => {
        const all = [['a', 'b'], ...lines];
        const text = all.map(csvLine).join('');
        const read = cellsOf(text);
        expect(read.map((cells) => cells.map(unguarded))).toEqual(all);
        const before = (at: number) => all.slice(0, at).map(csvLine).join('');
        const breaks = (part: string) => part.match(/\r\n|\n|\r/g)?.length ?? 0;
        expect([...readCsv(text)].map(({ line }) => line)).toEqual(
          all.map((_, at) => 1 + breaks(before(at))),
        );
        for (const value of read.flat()) expect(value).not.toMatch(/^[=+\-@\t\r]/);
      }),
    );
  });
});

describe('reading CSV', () => {
  it.each([
    ['', []],
    ['a\n\n\nb', [['a'], ['b']]],
    [
      'a,b\rc,d\r',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'a;b\n1,5;2',
      [
        ['a', 'b'],
        ['1,5', '2'],
      ],
    ],
    [
      'a\tb\n1\t',
      [
        ['a', 'b'],
        ['1', ''],
      ],
    ],
    [
      'a,b\n"x"y,z',
      [
        ['a', 'b'],
        ['"x"y', 'z'],
      ],
    ],
    [
      'a,b\nx "y",z',
      [
        ['a', 'b'],
        ['x "y"', 'z'],
      ],
    ],
  ])('%j is %j', (text, cells) => {
    expect(cellsOf(text)).toEqual(cells);
  });

  it('knows the line that each record begins on', () => {
    const lines = [...readCsv('a,b\r\n"two\r\nlines",c\r\n\r\nd,e\n')].map(({ line }) => line);
    expect(lines).toEqual([1, 2, 5]);
  });

  it('says where a quotation mark is never closed, also in a long file', () => {
    const rest = 'ada@example.com\n'.repeat(200_000);
    const records = [...readCsv(`email\n"${rest}`)];
    expect(records.map(({ line, unclosed }) => ({ line, unclosed }))).toEqual([
      { line: 1, unclosed: false },
      { line: 2, unclosed: true },
    ]);
  });
});
