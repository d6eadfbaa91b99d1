import { backup, DatabaseSync } from 'node:sqlite';

/**
 * Copies a database as it is now to an empty or new file. A copy that others write to would begin
 * again with each of their writes; a transaction of its own, which only reads, holds the moment.
 *
 * @param from the file of a database in WAL mode
 * @param progress called with how many pages are copied of how many
 */
export async function copySnapshot(
  from: string,
  to: string,
  progress: (done: number, total: number) => void,
): Promise<void> {
  const database = new DatabaseSync(from, { readOnly: true });
  try {
    // A transaction begins with its first look at the data.
    database.exec('BEGIN; SELECT COUNT(*) FROM sqlite_schema;');
    let total = 0;
    await backup(database, to, {
      progress: ({ totalPages, remainingPages }) => {
        total = totalPages;
        progress(totalPages - remainingPages, totalPages);
      },
    });
    // Node says nothing about the last pages.
    progress(total, total);
  } finally {
    database.close();
  }
}
