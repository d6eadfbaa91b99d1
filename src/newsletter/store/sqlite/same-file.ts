import { statSync } from 'node:fs';
import { ListError } from '../list-error.ts';

/**
 * Watches over the file at `path`: what is written to one that was deleted is gone with it, and
 * SQLite does not look (sqlite.org, "How to corrupt", 2.4). The file must be open as long as this is
 * used, or another one may get its number.
 *
 * @returns throws a ListError where the file at `path` is no longer the same
 */
export function sameFile(path: string): () => void {
  const numbers = () => {
    const { dev, ino } = statSync(path, { throwIfNoEntry: false }) ?? {};
    return `${dev} ${ino}`;
  };
  const opened = numbers();
  return () => {
    if (numbers() !== opened) throw new ListError('gone');
  };
}
