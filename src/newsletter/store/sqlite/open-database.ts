import { closeSync, existsSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { SetupError } from '../../setup-error.ts';
import { integer, text } from '../sql/row.ts';
import { MIGRATIONS } from './migrations.ts';
import { inTransaction } from './transaction.ts';

// Earlier ones could damage a database in WAL mode that two connections wrote to.
const OLDEST_SQLITE = [3, 51, 3] as const;

/**
 * Refuses an SQLite that may damage the database.
 *
 * @param version as `sqlite_version()` gives it
 * @throws SetupError
 */
export function requireSqlite(version: string): void {
  const found = version.split('.').map(Number);
  for (const [index, least] of OLDEST_SQLITE.entries()) {
    const part = found[index] ?? 0;
    if (part > least) return;
    if (part < least) {
      throw new SetupError(
        `This Node ${process.version} brings SQLite ${version}, which can damage the newsletter's database. Use Node 24.15 or later, which brings ${OLDEST_SQLITE.join('.')} or later.`,
      );
    }
  }
}

const versionOf = (database: DatabaseSync): number =>
  integer(database.prepare('PRAGMA user_version').get(), 'user_version');

function migrate(database: DatabaseSync, path: string): void {
  const latest = MIGRATIONS.length;
  for (;;) {
    // Looked at inside the transaction, because another process may be migrating too.
    const more = inTransaction(database, () => {
      const version = versionOf(database);
      if (version > latest) {
        throw new SetupError(
          `The newsletter's database ${path} has schema ${version}, and this program knows up to ${latest}. Use the newer version of the program that wrote it, or put back a backup from before.`,
        );
      }
      const step = MIGRATIONS[version];
      if (step === undefined) return false;
      database.exec(step);
      database.exec(`PRAGMA user_version = ${version + 1}`);
      return true;
    });
    if (!more) return;
  }
}

function prepare(database: DatabaseSync, path: string): void {
  requireSqlite(text(database.prepare('SELECT sqlite_version() AS version').get(), 'version'));
  const mode = text(database.prepare('PRAGMA journal_mode = WAL').get(), 'journal_mode');
  if (mode !== 'wal') {
    throw new SetupError(
      `The newsletter's database ${path} cannot use a write-ahead log there (found mode "${mode}"). Set DATA_DIR to a folder on a local disk, not a network share.`,
    );
  }
  // What was committed is on the disk, also after a power cut. Deleted addresses leave no traces.
  database.exec('PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;');
  migrate(database, path);
}

/** How a database is opened. */
export interface HowToOpen {
  /** How long to wait for another process that writes, in milliseconds. */
  readonly patience: number;
  /** Whether one that is missing was deleted, and is no reason to begin an empty one. */
  readonly mustExist?: boolean;
  /** Whether no other process may have it open meanwhile. */
  readonly alone?: boolean;
}

const hasCode = (error: unknown): error is Error & { readonly code: unknown } =>
  error instanceof Error && 'code' in error;

/**
 * Opens the database of the newsletter, made with its folder where there is none, readable for
 * nobody but this user.
 *
 * @throws SetupError where it cannot be opened, is none, or needs another version of something
 */
export function openDatabase(
  path: string,
  { patience, mustExist = false, alone = false }: HowToOpen,
): DatabaseSync {
  if (mustExist && !existsSync(path)) {
    throw new SetupError(
      `The newsletter's database ${path} was deleted while the server ran. Put back a backup, with the file "key" that belongs to it, or start the server again to begin an empty list.`,
    );
  }
  let database: DatabaseSync | undefined;
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    // SQLite gives its other files the permissions of this one.
    closeSync(openSync(path, 'a', 0o600));
    database = new DatabaseSync(path, {
      timeout: patience,
      enableForeignKeyConstraints: true,
    });
    // In this mode SQLite locks the file as long as it is open (sqlite.org/wal.html, section 6).
    if (alone) database.exec('PRAGMA locking_mode = EXCLUSIVE');
    prepare(database, path);
    return database;
  } catch (error) {
    database?.close();
    if (error instanceof SetupError || !hasCode(error)) throw error;
    throw new SetupError(
      `The newsletter's database ${path} cannot be opened: ${error.message}. Set DATA_DIR to a folder that this program's user may write to, or put back a backup.`,
      { cause: error },
    );
  }
}
