import type { DatabaseSync } from 'node:sqlite';

/**
 * Does the work in one transaction, or not at all. It takes the right to write at once: a
 * transaction that first reads may not get it later, whatever the timeout.
 */
export function transaction<Result>(database: DatabaseSync, work: () => Result): Result {
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    // SQLite has ended the transaction by itself where the disk is full, for example.
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
}
