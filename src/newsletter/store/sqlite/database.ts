import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import type { Database, Dialect, Statements, Transaction } from '../sql/database.ts';
import { beginTransaction } from './transaction.ts';

/** One process writes at a time, so that nobody is in the way of a transaction. */
const DIALECT: Dialect = { skipLocked: '', forUpdate: () => '' };

/** An SQLite database whose work is done one after the other, in the order it was asked for. */
export interface SqliteDatabase extends Database {
  /** Does work that asks the file itself while nothing else is under way. */
  readonly alone: <Result>(work: () => Result | Promise<Result>) => Promise<Result>;
}

async function workIn<Result>(
  database: DatabaseSync,
  work: () => Promise<Result>,
): Promise<Result> {
  const { keep, drop } = beginTransaction(database);
  try {
    const result = await work();
    keep();
    return result;
  } catch (error) {
    drop();
    throw error;
  }
}

/** Wraps an SQLite database. Its statements are prepared once. */
export function sqliteDatabase(database: DatabaseSync): SqliteDatabase {
  const prepared = new Map<string, StatementSync>();
  const statement = (sql: string): StatementSync => {
    const known = prepared.get(sql);
    if (known !== undefined) return known;
    const made = database.prepare(sql);
    prepared.set(sql, made);
    return made;
  };
  const valuesOf = (values: readonly SQLInputValue[]): SQLInputValue[] => [...values];
  const statements: Statements = {
    run: async (sql, ...values) => Number(statement(sql).run(...valuesOf(values)).changes),
    get: async (sql, ...values) => statement(sql).get(...valuesOf(values)),
    all: async (sql, ...values) => statement(sql).all(...valuesOf(values)),
  };
  const transaction: Transaction = {
    ...statements,
    // Who writes is alone anyway.
    lock: async () => undefined,
    clock: async (now) => now,
  };

  let last: Promise<unknown> = Promise.resolve();
  const alone = <Result>(work: () => Result | Promise<Result>): Promise<Result> => {
    const next = last.then(work);
    last = next.catch(() => undefined);
    return next;
  };
  return {
    dialect: DIALECT,
    alone,
    run: (...asked) => alone(() => statements.run(...asked)),
    get: (...asked) => alone(() => statements.get(...asked)),
    all: (...asked) => alone(() => statements.all(...asked)),
    transaction: (work) => alone(() => workIn(database, () => work(transaction))),
  };
}
