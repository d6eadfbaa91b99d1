import { type AddressMistake, parseAddress } from '../address.ts';
import { CommandError } from './command-error.ts';
import { type CsvRecord, readCsv, unguarded } from './csv.ts';
import { keyOf } from './status-columns.ts';

/** Why a line holds no address to import. */
export type Unreadable = AddressMistake | 'quote' | 'cells';

/** A line of the file with an address. */
export interface Person {
  readonly line: number;
  readonly email: string;
  /** By column; empty where the line has no such cell. */
  readonly cells: readonly string[];
}

/** A line that cannot be imported, and the address in it where there seems to be one. */
export interface UnreadableLine {
  readonly line: number;
  readonly why: Unreadable;
  readonly email: string | undefined;
}

/** A file of people, as it was read. */
export interface ImportFile {
  readonly columns: readonly string[];
  /** Which of them holds the address. */
  readonly address: number;
  readonly people: readonly Person[];
  readonly unreadable: readonly UnreadableLine[];
}

/** What the column of the address is called in exports, in the languages of their programs. */
const ADDRESS_NAMES: ReadonlySet<string> = new Set([
  ...['email', 'emailaddress', 'mail', 'subscriberemail', 'contactemail', 'memberemail'],
  ...['emailadresse', 'mailadresse', 'adresseemail', 'adressemail', 'correoelectronico'],
]);

const quoted = (names: readonly string[]) => names.map((name) => `"${name}"`).join(' and ');

function addressColumn(columns: readonly string[], chosen: string | undefined): number {
  const isWanted = (name: string) =>
    chosen === undefined ? ADDRESS_NAMES.has(keyOf(name)) : keyOf(name) === keyOf(chosen);
  const found = columns.filter(isWanted);
  if (found.length === 1) return columns.findIndex(isWanted);
  if (found.length > 1) {
    const same = new Set(found.map(keyOf)).size < found.length;
    throw new CommandError(
      `The columns ${quoted(found)} may both hold the address; ${
        same
          ? 'give one of them another name in the first line'
          : `say which, as in --column "${found[0]}"`
      }.`,
    );
  }
  const there =
    columns.length === 0 ? 'the file is empty' : `found ${columns.join(', ').slice(0, 200)}`;
  throw new CommandError(
    chosen === undefined
      ? `The first line must name the columns, and one of them must be called email, or be named with --column; ${there}.`
      : `The first line names no column "${chosen}"; ${there}.`,
  );
}

/** A cell whose quotation marks stand there because something follows the last, if only a space. */
function unquoted(cell: string): string {
  return /^\s*"([^"]*)"\s*$/.exec(cell)?.[1] ?? cell;
}

function unreadableIn(
  { cells, unclosed }: CsvRecord,
  columns: readonly string[],
): Unreadable | undefined {
  if (unclosed) return 'quote';
  // A comma too many has moved the cells, so that none is where its name says.
  return cells.slice(columns.length).some((cell) => cell.trim() !== '') ? 'cells' : undefined;
}

/**
 * Reads a CSV file whose first line names its columns.
 *
 * @param chosen the column of the address, where its name does not say so
 * @throws CommandError where there is no such column, or more than one
 */
export function readImportFile(csv: string, chosen?: string): ImportFile {
  const [header, ...records] = readCsv(csv);
  const columns = header?.cells.map((cell) => cell.trim()) ?? [];
  const address = addressColumn(columns, chosen);
  const people: Person[] = [];
  const unreadable: UnreadableLine[] = [];
  for (const record of records) {
    const { line, cells } = record;
    const parsed = parseAddress(unguarded(unquoted(cells[address] ?? '')));
    const email = parsed.kind === 'address' ? parsed.email : undefined;
    const mistake = parsed.kind === 'mistake' ? parsed.mistake : undefined;
    const why = unreadableIn(record, columns) ?? mistake;
    if (why !== undefined || email === undefined) {
      unreadable.push({ line, why: why ?? 'missing', email });
    } else people.push({ line, email, cells: columns.map((_, at) => cells[at] ?? '') });
  }
  return { columns, address, people, unreadable };
}
