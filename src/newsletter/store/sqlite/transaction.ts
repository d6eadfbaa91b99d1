import type { DatabaseSync } from 'node:sqlite';

/**
 * Takes the right to write at once: a transaction that first reads may not get it later, whatever
 * the timeout. Ends it by what is returned: with all of its work, or with none of it.
 */
export function beginTransaction(database: DatabaseSync): {
  readonly keep: () => void;
  readonly drop: () => void;
} {
  database.exec('BEGIN IMMEDIATE');
  return {
    keep: () => database.exec('COMMIT'),
    drop: () => {
      // SQLite has ended the transaction by itself where the disk is full, for example.
      if (database.isTransaction) database.exec('ROLLBACK');
    },
  };
}

/** Does the work in one transaction, or not at all. */
export function inTransaction<Result>(database: DatabaseSync, work: () => Result): Result {
  const { keep, drop } = beginTransaction(database);
  try {
    const result = work();
    keep();
    return result;
  } catch (error) {
    drop();
    throw error;
  }
}
