/** A row as a database gives it; undefined where there is none. */
export type Row = Readonly<Record<string, unknown>> | undefined;

const wrong = (column: string, value: unknown, wanted: string): TypeError =>
  new TypeError(`Column ${column} holds ${typeof value} where the schema says ${wanted}.`);

/** The text in a column. Throws a TypeError where the schema does not hold what this code expects. */
export function text(row: Row, column: string): string {
  const value = row?.[column];
  if (typeof value !== 'string') throw wrong(column, value, 'text');
  return value;
}

/** The number in a column. Throws a TypeError as `text` does. */
export function integer(row: Row, column: string): number {
  const value = row?.[column];
  if (typeof value !== 'number') throw wrong(column, value, 'a number');
  return value;
}

/** What `read` finds in a column; undefined where it holds nothing. */
export function optional<Value>(
  row: Row,
  column: string,
  read: (row: Row, column: string) => Value,
): Value | undefined {
  return row?.[column] === null ? undefined : read(row, column);
}
