import { type Mistake, parseAddress } from '../address.ts';
import type { Evidence } from '../store/consents.ts';
import type { Imported, Records } from '../store/records.ts';
import { CommandError } from './command-error.ts';
import { readCsv, unguarded } from './csv.ts';

type Skipped = Exclude<Imported, 'imported'> | Mistake | 'quote';

/** Why a row was skipped, to follow "Line 7:". */
const REASONS: Readonly<Record<Skipped, string>> = {
  suppressed: 'has unsubscribed or was deleted',
  subscribed: 'is on the list already',
  missing: 'has no address',
  'no-at': 'has an address without @',
  space: 'has an address with a space in it',
  several: 'has more than one address, or more than one @',
  domain: 'has an address whose part after the @ is no domain',
  'too-long': 'has an address that is too long',
  malformed: 'has an address that no mail server takes',
  quote: 'has a quotation mark that is never closed, so all that follows was left out',
};

/** A batch is one transaction: few writes to the disk, and others get their turn in between. */
const BATCH = 500;
const MOST_LINES_SHOWN = 20;

interface Row {
  readonly line: number;
  readonly email: string;
}

interface Skip {
  readonly line: number;
  readonly why: Skipped;
}

function readRows(csv: string): { readonly rows: readonly Row[]; readonly skips: Skip[] } {
  const records = readCsv(csv);
  const header = records.next().value?.cells.map((cell) => cell.trim().toLowerCase()) ?? [];
  const column = header.indexOf('email');
  if (column < 0) {
    const found =
      header.length === 0 ? 'the file is empty' : `found ${header.join(', ').slice(0, 200)}`;
    throw new CommandError(
      `The first line must name the columns, and one of them must be called email; ${found}.`,
    );
  }
  const rows: Row[] = [];
  const skips: Skip[] = [];
  for (const { line, cells, unclosed } of records) {
    const parsed = parseAddress(unguarded(cells[column] ?? ''));
    if (unclosed) skips.push({ line, why: 'quote' });
    else if (parsed.kind === 'mistake') skips.push({ line, why: parsed.mistake });
    else rows.push({ line, email: parsed.email });
  }
  return { rows, skips };
}

function reportOf(imported: number, skips: readonly Skip[]): string {
  const counts = new Map<Skipped, number>();
  for (const { why } of skips) counts.set(why, (counts.get(why) ?? 0) + 1);
  const shown = skips
    .toSorted((a, b) => a.line - b.line)
    .slice(0, MOST_LINES_SHOWN)
    .map(({ line, why }) => `Line ${line}: ${REASONS[why]}.`);
  const more = skips.length - shown.length;
  return [
    `Imported ${imported}, skipped ${skips.length}.`,
    ...shown,
    ...(more > 0
      ? [
          `And ${more} more. In all:`,
          ...[...counts].map(([why, count]) => `${String(count).padStart(7)}  ${REASONS[why]}`),
        ]
      : []),
  ].join('\n');
}

/**
 * Adds the addresses of a CSV file whose header has a column `email`.
 *
 * @param at when this happens
 * @param progress called with how many rows are done of how many
 * @returns a report for the owner: how many were added, which lines were skipped and why
 * @throws CommandError where there is no such column
 */
export function importList(
  records: Pick<Records, 'importBatch'>,
  csv: string,
  evidence: Evidence,
  at: number,
  progress: (done: number, total: number) => void,
): string {
  const { rows, skips } = readRows(csv);
  let imported = 0;
  for (let start = 0; start < rows.length; start += BATCH) {
    const batch = rows.slice(start, start + BATCH);
    const results = records.importBatch(
      batch.map(({ email }) => email),
      evidence,
      at,
    );
    for (const [index, { line }] of batch.entries()) {
      const result = results[index] ?? 'imported';
      if (result === 'imported') imported += 1;
      else skips.push({ line, why: result });
    }
    progress(Math.min(start + BATCH, rows.length), rows.length);
  }
  return reportOf(imported, skips);
}
