import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { databaseUrlOf } from '../config.ts';
import { newsletterKey } from '../key.ts';
import { databasePath } from '../store/data-folder.ts';
import type { Moved } from '../store/move/move-list.ts';
import { isDatabaseUrl, WANTED } from '../store/postgres/place.ts';
import { CommandError } from './command-error.ts';
import type { MoveCommand } from './move-command.ts';
import { progressBar } from './progress.ts';
import type { CommandFolders } from './run.ts';

const counted = ({ rows, tables }: Moved): string =>
  `${rows.toLocaleString('en-US')} ${rows === 1 ? 'row' : 'rows'} in ${tables} tables`;

function saidOf(moved: Moved, path: string, keyPlace: string): string {
  const { place } = moved;
  switch (moved.kind) {
    case 'moved':
      return `Moved the list to ${place}: ${counted(moved)}, and each is the same there. Set DATABASE_URL to it wherever the server or a command runs, and NEWSLETTER_KEY to ${keyPlace}. No server uses ${path} any more; it still holds the addresses, so delete it once the new list works.`;
    case 'same':
      return `The list is in ${place} already, and is the same: ${counted(moved)}. Nothing was changed there.`;
    case 'lives-on':
      return `The list was moved to ${place} before, and has gone on there since. Nothing was copied, as ${path} is out of date. Delete it: it still holds addresses.`;
  }
}

/**
 * Moves the list from its file to PostgreSQL.
 *
 * @returns what to print
 * @throws CommandError where there is no list, or no such address; ListError where one of the two
 *   cannot be used
 */
export async function move(
  { to }: MoveCommand,
  { dataFolder, key, env }: Pick<CommandFolders, 'dataFolder' | 'key' | 'env'>,
): Promise<string> {
  const url = to?.trim() || databaseUrlOf(env);
  if (url === undefined) {
    throw new CommandError(
      'Write move --to postgres://USER:PASSWORD@HOST/DATABASE, or set DATABASE_URL.',
    );
  }
  // Not what was typed, which may hold a password.
  if (!isDatabaseUrl(url)) throw new CommandError(`--to should be ${WANTED}.`);
  const path = resolve(databasePath(dataFolder));
  if (!existsSync(path)) {
    throw new CommandError(
      `There is no newsletter database at ${path}; set DATA_DIR to the folder of the list that is to be moved.`,
    );
  }
  const { moveList } = await import('../store/move/move-list.ts');
  const moved = await moveList({
    ...{ path, url, key: newsletterKey(key, dataFolder), now: Date.now() },
    progress: progressBar('Moving', process.stderr),
  });
  return saidOf(
    moved,
    path,
    key?.trim() ? 'the same key' : `what is in ${resolve(dataFolder, 'key')}`,
  );
}
