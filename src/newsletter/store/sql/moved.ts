import { ListError } from '../list-error.ts';
import type { Database, Statements } from './database.ts';
import { text } from './row.ts';

/** The setting that says where a list was moved to. */
export const MOVED_TO = 'moved-to';

/** Where a list was moved to, without a password; undefined where it was not. */
export async function movedTo(database: Statements): Promise<string | undefined> {
  const row = await database.get(`SELECT value FROM settings WHERE name = '${MOVED_TO}'`);
  return row === undefined ? undefined : text(row, 'value');
}

/** Notes that a list was moved, so that nobody works with the old one any more. */
export async function noteMoved(database: Statements, place: string): Promise<void> {
  await database.run(
    `INSERT INTO settings (name, value) VALUES ('${MOVED_TO}', ?)
     ON CONFLICT (name) DO UPDATE SET value = excluded.value`,
    place,
  );
}

/** Refuses a list that was moved. Throws a ListError that says where it is now. */
export async function requireHere(database: Database, path: string): Promise<void> {
  const place = await movedTo(database);
  if (place === undefined) return;
  throw new ListError(
    'moved',
    `The newsletter's list was moved from ${path} to ${place}. Set DATABASE_URL to that address, with its password. This file is out of date, and is not used any more.`,
  );
}
