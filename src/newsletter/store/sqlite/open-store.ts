import { statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { keyedHashes } from '../../hashes.ts';
import type { List, ProviderKnows } from '../list.ts';
import { ListError } from '../list-error.ts';
import { requireSameKey } from '../sql/key-check.ts';
import { requireHere } from '../sql/moved.ts';
import { noteProvider } from '../sql/provider-errands.ts';
import { integer, text } from '../sql/row.ts';
import { sqlStore } from '../sql/store.ts';
import { type SqliteDatabase, sqliteDatabase } from './database.ts';
import { openDatabase } from './open-database.ts';
import { copySnapshot } from './snapshot.ts';
import { traces } from './traces.ts';
import { inTransaction } from './transaction.ts';

/** Less than this, in bytes, and the next sign-ups may not fit. */
const LEAST_ROOM = 16 * 1024 * 1024;

function requireRoomIn(folder: string): void {
  const { bavail, bsize } = statfsSync(folder);
  if (bavail * bsize < LEAST_ROOM) throw new ListError('full');
}

/** Seals the addresses that a list from before there was sealing still holds in its outbox. */
function sealAll(database: DatabaseSync, seal: (email: string) => string): void {
  // Nothing that is sealed holds an "@".
  const open = database.prepare(`
    SELECT id, sealed FROM outbox WHERE state = 'waiting' AND sealed LIKE '%@%'`);
  const save = database.prepare('UPDATE outbox SET sealed = ? WHERE id = ?');
  inTransaction(database, () => {
    for (const row of open.all()) save.run(seal(text(row, 'sealed')), integer(row, 'id'));
  });
}

/** A list in a file. */
export interface ListFile {
  /** The file of the database; made with its folder where there is none. */
  readonly path: string;
  /** The key of all keyed hashes. */
  readonly key: string;
  /** How long to wait for another process that writes, in milliseconds. */
  readonly patience: number;
  /** The file grows to so many pages of 4,096 bytes; undefined for as much as the disk holds. */
  readonly mostPages?: number | undefined;
  /** Whether it was there before, so that an empty one must not take its place. */
  readonly mustExist?: boolean | undefined;
  /** Whom a provider is told of; undefined for who does not decide it, such as the command line. */
  readonly providerKnows?: ProviderKnows | undefined;
}

/** Finishes opening: what asks the database, and so is awaited by whoever uses the list. */
async function admit(database: SqliteDatabase, file: ListFile): Promise<void> {
  const { path, key, providerKnows } = file;
  const refusal = `The newsletter's database ${path} was made with another key. Put back the file "key" that lay beside it, or set NEWSLETTER_KEY to what it was then.`;
  await requireSameKey(database, keyedHashes(key).address, refusal);
  await requireHere(database, path);
  if (providerKnows !== undefined) await noteProvider(database, providerKnows);
}

/**
 * Opens the store. Several processes may have it open at once.
 *
 * @throws SetupError where the database cannot be used, with what to do about it; ListError where it
 *   was moved
 */
export async function openStore(file: ListFile): Promise<List> {
  const { path, key, patience, mostPages, mustExist = false } = file;
  const connection = openDatabase(path, { patience, mustExist });
  try {
    if (mostPages !== undefined) connection.exec(`PRAGMA max_page_count = ${mostPages}`);
    const database = sqliteDatabase(connection);
    await admit(database, file);
    sealAll(connection, keyedHashes(key).seal);
    const removal = traces(connection, database.alone, path);
    const { noteGone, scrub } = removal;
    return {
      ...sqlStore(database, key, { noteGone, requireRoom: () => requireRoomIn(dirname(path)) }),
      scrub,
      backup: (to, progress = () => {}) => copySnapshot(path, to, progress),
      close: () =>
        database.alone(() => {
          if (!connection.isOpen) return;
          connection.close();
          removal.close();
        }),
    };
  } catch (error) {
    connection.close();
    throw error;
  }
}
