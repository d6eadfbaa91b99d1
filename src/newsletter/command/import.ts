import { parseAddress } from '../address.ts';
import type { Evidence, OwnerList } from '../store/owner-list.ts';
import { csvRows } from './csv.ts';

/** So many addresses are one transaction. */
const BATCH = 500;

/** Of the lines that are skipped, so many are told one by one. */
const TOLD = 20;

/** What an import came to. */
export interface ImportReport {
  readonly added: number;
  readonly skipped: number;
  /** Which lines were skipped and why; the first ones. */
  readonly lines: readonly string[];
}

/**
 * Imports the addresses in the column `email` of a CSV text. `progress` is told how many of how
 * many rows are through.
 *
 * @throws Error where there is no such column
 */
export function importCsv(
  list: OwnerList,
  text: string,
  evidence: Evidence,
  now: number,
  progress: (done: number, all: number) => void,
): ImportReport {
  const [head, ...rows] = csvRows(text);
  const column = head?.cells.findIndex((cell) => cell.trim().toLowerCase() === 'email') ?? -1;
  if (column < 0) {
    const found = head?.cells.join(', ') ?? 'nothing';
    throw new Error(`The first line has no column "email". Found: ${found}.`);
  }
  const skipped: string[] = [];
  let added = 0;
  for (let start = 0; start < rows.length; start += BATCH) {
    const whole: { line: number; email: string }[] = [];
    for (const { line, cells } of rows.slice(start, start + BATCH)) {
      const parsed = parseAddress(cells[column] ?? '');
      if (parsed.kind === 'address') whole.push({ line, email: parsed.email });
      else skipped.push(`Line ${line}: ${REASONS[parsed.mistake]}.`);
    }
    const emails = whole.map(({ email }) => email);
    for (const [index, outcome] of list.importAll(emails, evidence, now).entries()) {
      if (outcome === 'added') added += 1;
      else skipped.push(`Line ${whole[index]?.line}: ${REASONS[outcome]}.`);
    }
    progress(Math.min(start + BATCH, rows.length), rows.length);
  }
  const rest = skipped.length - TOLD;
  const lines = skipped.slice(0, TOLD);
  return {
    added,
    skipped: skipped.length,
    lines: rest > 0 ? [...lines, `And ${rest} more.`] : lines,
  };
}

const REASONS = {
  missing: 'it has no address',
  'no-at': 'the address has no @ sign',
  several: 'there is more than one address',
  space: 'there is a space in the address',
  domain: 'what follows the @ sign is no domain',
  'too-long': 'the address is longer than mail allows',
  malformed: 'the address is not written as addresses are',
  suppressed: 'this address has left, and must not be written to',
  subscribed: 'this address is on the list already',
} as const;
