import type { Row } from './row.ts';

/** What a statement may be given. */
export type Value = string | number | null | Uint8Array;

/**
 * Does statements, each `?` of which stands for the next of `values`. What they say is understood by
 * SQLite and by PostgreSQL alike.
 */
export interface Statements {
  /** Resolves with how many rows were written. */
  readonly run: (sql: string, ...values: readonly Value[]) => Promise<number>;
  /** Resolves with the first row; undefined where there is none. */
  readonly get: (sql: string, ...values: readonly Value[]) => Promise<Row>;
  readonly all: (sql: string, ...values: readonly Value[]) => Promise<readonly Row[]>;
}

/** Statements that are done together, or not at all. */
export interface Transaction extends Statements {
  /**
   * Waits until no other transaction holds one of `names`, and holds them until this one ends.
   * All that it needs at once, so that no two wait for each other.
   */
  readonly lock: (names: readonly string[]) => Promise<void>;
  /**
   * Milliseconds since 1970 by a clock that all who share the database have in common: `now`, which
   * is this process's, where they share a machine.
   */
  readonly clock: (now: number) => Promise<number>;
}

/** What one database says in other words than another. */
export interface Dialect {
  /** Behind a SELECT: leaves out the rows that another transaction is writing, and keeps the others. */
  readonly skipLocked: string;
  /** Behind a SELECT: no other transaction writes its rows of `table` until this one ends. */
  readonly forUpdate: (table: string) => string;
}

/** A database, as the functions of this folder know it. */
export interface Database extends Statements {
  readonly dialect: Dialect;
  /**
   * Does the work in one transaction, or not at all. It may be done over, where another transaction
   * was in its way; so it changes nothing but the database. Inside it, the database is only asked by
   * what it is given.
   */
  readonly transaction: <Result>(
    work: (transaction: Transaction) => Promise<Result>,
  ) => Promise<Result>;
}

/** So many question marks, with commas between them. */
export function marks(count: number): string {
  return Array.from({ length: count }, () => '?').join(', ');
}

/** What a lock on all that concerns a person is called. `hash` is of the address or the mailbox. */
export function personLock(hash: string): string {
  return `person ${hash}`;
}
