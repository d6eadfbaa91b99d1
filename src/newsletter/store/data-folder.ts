import { join } from 'node:path';
import type { ListPlace } from './open-list.ts';

/** The path of the database in a data folder. */
export function databasePath(folder: string): string {
  return join(folder, 'newsletter.sqlite');
}

/** Where the list is: in the database that DATABASE_URL names, or else in a file of the data folder. */
export function listPlace(databaseUrl: string | undefined, folder: string): ListPlace {
  return databaseUrl === undefined ? { path: databasePath(folder) } : { url: databaseUrl };
}
