import { randomUUID } from 'node:crypto';
import type { Statements } from './database.ts';
import { text } from './row.ts';

const SETTING = 'list';

/** The name that tells a list from others, wherever it is; undefined where it has none yet. */
export async function listName(database: Statements): Promise<string | undefined> {
  const row = await database.get(`SELECT value FROM settings WHERE name = '${SETTING}'`);
  return row === undefined ? undefined : text(row, 'value');
}

/** Gives a list its name, unless it has one. Returns the name. */
export async function nameList(database: Statements): Promise<string> {
  const known = await listName(database);
  if (known !== undefined) return known;
  const name = randomUUID();
  await database.run(`INSERT INTO settings (name, value) VALUES ('${SETTING}', ?)`, name);
  return name;
}
