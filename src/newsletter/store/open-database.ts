import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { SetupError } from '../setup-error.ts';
import { MIGRATIONS } from './migrations.ts';

/** Before this version a write-ahead log could be damaged by two processes. */
const OLDEST_SQLITE = [3, 51, 3] as const;

/** How long a process waits for another one that writes, in milliseconds. */
const PATIENCE = 5_000;

/**
 * Opens the database in `file`, which is made where there is none, in the shape this program knows.
 * What is committed is on disk: the log is synced with each commit.
 *
 * @throws SetupError where it cannot be opened, or was shaped by a newer program
 */
export function openDatabase(file: string): DatabaseSync {
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    const database = new DatabaseSync(file, { timeout: PATIENCE });
    checkVersion(database);
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON');
    migrate(database, file);
    return database;
  } catch (error) {
    if (error instanceof SetupError) throw error;
    const why = error instanceof Error ? error.message : 'unknown';
    throw new SetupError(
      `The newsletter's database ${file} cannot be opened (${why}). Is DATA_DIR a folder that this account may write to?`,
    );
  }
}

/** Runs `work` as one transaction: all of it happens, or nothing. */
export function inTransaction<Result>(database: DatabaseSync, work: () => Result): Result {
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    database.exec('ROLLBACK');
    throw error;
  }
}

function checkVersion(database: DatabaseSync): void {
  const version = String(database.prepare('SELECT sqlite_version() AS version').get()?.['version']);
  const parts = version.split('.').map(Number);
  const place = OLDEST_SQLITE.findIndex((least, index) => parts[index] !== least);
  if (place >= 0 && (parts[place] ?? 0) < (OLDEST_SQLITE[place] ?? 0)) {
    throw new SetupError(
      `This Node brings SQLite ${version}. The newsletter needs ${OLDEST_SQLITE.join('.')} or later: run it by npm, which brings its own Node.`,
    );
  }
}

function migrate(database: DatabaseSync, file: string): void {
  inTransaction(database, () => {
    const taken = Number(database.prepare('PRAGMA user_version').get()?.['user_version']);
    if (taken > MIGRATIONS.length) {
      throw new SetupError(
        `The newsletter's database ${file} was written by a newer version of this program (${taken}, known: ${MIGRATIONS.length}). Update the program.`,
      );
    }
    for (const step of MIGRATIONS.slice(taken)) database.exec(step);
    database.exec(`PRAGMA user_version = ${MIGRATIONS.length}`);
  });
}
