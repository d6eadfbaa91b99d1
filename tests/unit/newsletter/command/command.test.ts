import { describe, expect, it } from 'vitest';
import { parseCommand } from '../../../../src/newsletter/command/command.ts';
import { CommandError } from '../../../../src/newsletter/command/command-error.ts';

const NOW = Date.UTC(2026, 2, 31, 12);
const parse = (...args: string[]) => parseCommand(args, NOW);
const SILENT = { column: undefined, answers: { means: [], ignore: [], everyone: undefined } };

describe('a command', () => {
  it.each([
    [['stats'], { kind: 'stats' }],
    [['export'], { kind: 'export', file: undefined }],
    [['export', 'a.csv'], { kind: 'export', file: 'a.csv' }],
    [['forget', 'ada@example.com'], { kind: 'forget', email: 'ada@example.com' }],
    [['backup', 'a.sqlite'], { kind: 'backup', file: 'a.sqlite' }],
    [['--help'], { kind: 'help' }],
    [['stats', '-h'], { kind: 'help' }],
    [
      ['import', 'a.csv', '--source', ' a list ', '--date', '2026-03-31'],
      { kind: 'import', file: 'a.csv', source: 'a list', date: '2026-03-31', ...SILENT },
    ],
    [
      ['--date=2024-02-29', '--source=x', 'import', 'a.csv'],
      { kind: 'import', file: 'a.csv', source: 'x', date: '2024-02-29', ...SILENT },
    ],
    [
      [
        ...['import', 'a.csv', '--source', 'x', '--date', '2024-02-29', '--column', 'Work'],
        ...['--means', 'a:1=left', '--ignore', 'b', '--means', 'a:=nothing', '--everyone', 'left'],
      ],
      {
        ...{ kind: 'import', file: 'a.csv', source: 'x', date: '2024-02-29', column: 'Work' },
        answers: { means: ['a:1=left', 'a:=nothing'], ignore: ['b'], everyone: 'left' },
      },
    ],
    [['forget', '-r&d@example.com'], { kind: 'forget', email: '-r&d@example.com' }],
    [['forget', '--x=y@example.com'], { kind: 'forget', email: '--x=y@example.com' }],
    [['forget', '--', '-x@example.com'], { kind: 'forget', email: '-x@example.com' }],
  ])('%j is understood', (args, command) => {
    expect(parse(...args)).toEqual(command);
  });

  it.each([
    [[], /^No command was given; there are stats, export, /],
    [['start'], /^There is no command "start"; there are stats, /],
    [['stats', 'now'], /^Write stats, with nothing missing and nothing after it; /],
    [['export', 'a', 'b'], /^Write export or export FILE, /],
    [['forget'], /^Write forget EMAIL, /],
    [['forget', 'a@b.co', 'c@d.co'], /^Write forget EMAIL, /],
    [['backup'], /^Write backup FILE, /],
    [['import'], /^Write import FILE --source "TEXT" --date YYYY-MM-DD, /],
    [['stats', '--date', '2026-01-01'], /^--date is for import alone; write stats\.$/],
    [
      ['forget', 'a@b.co', '--means', 'a:b=left', '--everyone', 'left'],
      /^--means and --everyone are for import alone; write forget EMAIL\.$/,
    ],
    [
      ['import', 'a.csv', '--source', 'a mail of ada@example.com', '--date', '2024-02-29'],
      /^--source holds an @ and is kept for good, /,
    ],
    [['import', 'a.csv'], /^An import needs --source "TEXT": /],
    [['import', 'a.csv', '--source', ' '], /^An import needs --source "TEXT": /],
    [['import', 'a.csv', '--source', 'x'], /^An import needs --date YYYY-MM-DD: /],
    [
      ['import', 'a.csv', '--source', 'x', '--date', '2026-02-30'],
      /^--date is "2026-02-30" and should be a day that exists, /,
    ],
    [
      ['import', 'a.csv', '--source', 'x', '--date', '3/31/2026'],
      /^--date is "3\/31\/2026" and should be a day that exists, /,
    ],
    [
      ['import', 'a.csv', '--source', 'x', '--date', '2026-04-01'],
      /^--date is 2026-04-01, which is yet to come; /,
    ],
    [['stats', '--verbose'], /^Unknown option '--verbose'; npm run newsletter -- --help /],
    [['import', 'a.csv', '--source'], /^Option '--source <value>' argument missing; /],
  ])('%j is refused in one sentence', (args, sentence) => {
    expect(() => parse(...args)).toThrow(CommandError);
    expect(() => parse(...args)).toThrow(sentence);
    expect(() => parse(...args)).toThrow(/^[^\n]+\.$/);
  });
});
