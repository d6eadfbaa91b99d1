import { join } from 'node:path';

/** The path of the database in a data folder. */
export function databasePath(folder: string): string {
  return join(folder, 'newsletter.sqlite');
}
