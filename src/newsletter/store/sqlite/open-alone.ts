import { ListError } from '../list-error.ts';
import { type SqliteDatabase, sqliteDatabase } from './database.ts';
import { openDatabase } from './open-database.ts';

/** Waits this long for another process that is about to end, in milliseconds. */
const PATIENCE = 2_000;

const SQLITE_BUSY = 5;

const isBusy = (error: unknown): boolean =>
  error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY;

/** A database that no other process can open meanwhile. */
export interface AloneDatabase {
  readonly database: SqliteDatabase;
  readonly close: () => void;
}

/**
 * Opens a database for this process alone: as long as it is open, nobody else reads or writes it.
 *
 * @throws ListError where another process has it open; SetupError where it cannot be opened
 */
export function openAlone(path: string): AloneDatabase {
  try {
    const connection = openDatabase(path, { patience: PATIENCE, mustExist: true, alone: true });
    return { database: sqliteDatabase(connection), close: () => connection.close() };
  } catch (error) {
    if (!isBusy(error instanceof Error ? (error.cause ?? error) : error)) throw error;
    throw new ListError(
      'locked',
      `The list in ${path} is in use. Stop the server, and let every other command end, such as one that sends a letter. Then nothing is written to the list while it is moved, and nothing is sent twice.`,
      { cause: error },
    );
  }
}
