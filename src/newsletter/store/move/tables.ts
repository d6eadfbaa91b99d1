import { createHash } from 'node:crypto';
import { marks, type Statements, type Value } from '../sql/database.ts';
import { MOVED_TO } from '../sql/moved.ts';
import { integer, type Row, text } from '../sql/row.ts';

/** A table to be copied. */
export interface ListTable {
  readonly name: string;
  readonly columns: readonly string[];
  /** The columns of its primary key, in their order. */
  readonly key: readonly string[];
}

/**
 * What a list is made of, each table after those that it refers to. `probe` holds nothing, and what
 * `erasures` stands for is about the files of one database.
 */
const NAMES = [
  ...['key_check', 'settings', 'subscribers', 'suppressions', 'consents', 'tokens', 'outbox'],
  ...['copies', 'letters', 'letter_mails', 'letter_returns', 'senders', 'send_rate'],
];

/** So many rows are read and written at once. */
const BATCH = 500;

/** The tables of a list, by what the SQLite database `source` says of them. */
export async function tablesOf(source: Statements): Promise<readonly ListTable[]> {
  const tables: ListTable[] = [];
  for (const name of NAMES) {
    const rows = await source.all(`SELECT name, pk FROM pragma_table_info('${name}') ORDER BY cid`);
    const key = rows.filter((row) => integer(row, 'pk') > 0);
    key.sort((a, b) => integer(a, 'pk') - integer(b, 'pk'));
    const named = (row: Row) => text(row, 'name');
    tables.push({ name, columns: rows.map(named), key: key.map(named) });
  }
  return tables;
}

/** A value as every database keeps it. */
function valueIn(row: Row, column: string): Value {
  const value = row?.[column];
  if (value === null || typeof value === 'number') return value;
  // The one character that PostgreSQL does not keep.
  if (typeof value === 'string') return value.replaceAll('\0', '\uFFFD');
  throw new TypeError(`Column ${column} holds ${typeof value}, which cannot be moved.`);
}

/** The rows of a table in the order of its key, some at a time. */
async function* rowsOf(
  from: Statements,
  { name, columns, key }: ListTable,
): AsyncGenerator<readonly (readonly Value[])[]> {
  // Where a list was moved to is said by the old one alone.
  const condition = name === 'settings' ? `name <> '${MOVED_TO}'` : '1 = 1';
  const place = key.join(', ');
  const order = `ORDER BY ${place} LIMIT ${BATCH}`;
  const select = `SELECT ${columns.join(', ')} FROM ${name} WHERE ${condition}`;
  let after: readonly Value[] | undefined;
  for (;;) {
    const rows: readonly Row[] =
      after === undefined
        ? await from.all(`${select} ${order}`)
        : await from.all(`${select} AND (${place}) > (${marks(key.length)}) ${order}`, ...after);
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows.map((row) => columns.map((column) => valueIn(row, column)));
    after = key.map((column) => valueIn(last, column));
  }
}

/** What a table holds, in short: two with the same are the same, row by row. */
export interface Digest {
  readonly rows: number;
  /** SHA-256 of its rows in the order of its key, each as a line of JSON. */
  readonly hash: string;
}

/**
 * The digest of a table.
 *
 * @param progress called with how many more rows were read
 */
export async function digestOf(
  from: Statements,
  table: ListTable,
  progress: (rows: number) => void,
): Promise<Digest> {
  const hash = createHash('sha256');
  let count = 0;
  for await (const rows of rowsOf(from, table)) {
    for (const row of rows) hash.update(`${JSON.stringify(row)}\n`);
    count += rows.length;
    progress(rows.length);
  }
  return { rows: count, hash: hash.digest('hex') };
}

/** Copies the rows of a table into one without rows of these keys. */
export async function copyTable(
  from: Statements,
  to: Statements,
  table: ListTable,
  progress: (rows: number) => void,
): Promise<void> {
  const { name, columns } = table;
  const line = `(${marks(columns.length)})`;
  for await (const rows of rowsOf(from, table)) {
    const lines = rows.map(() => line).join(', ');
    await to.run(`INSERT INTO ${name} (${columns.join(', ')}) VALUES ${lines}`, ...rows.flat());
    progress(rows.length);
  }
}

/** How many rows a table has. */
export async function countOf(from: Statements, { name }: ListTable): Promise<number> {
  return integer(await from.get(`SELECT COUNT(*) AS count FROM ${name}`), 'count');
}
