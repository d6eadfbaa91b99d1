import { setTimeout as wait } from 'node:timers/promises';
import { mailFiles, mailFolder } from '../delivery/mail-files.ts';
import { clearTraces } from '../housekeeping.ts';
import type { List } from '../store/list.ts';

/** How often it is tried, and how long it waits in between, in milliseconds. */
const ATTEMPTS = 50;
const PAUSE = 100;

/** What remains to be said where another process kept reading, such as a backup of a large list. */
const LATER =
  'Old bytes of the list are still being read by another process. The server takes them away within the hour, or when it next starts.';

const UNREACHED =
  'These files could not be looked into or deleted. Delete the mails in them that are to who is gone:';

/**
 * Takes the traces of those who were deleted out of the files of a data folder.
 *
 * @returns what the owner should know; empty where no trace is left
 */
export async function clearFolder(
  list: Pick<List, 'isListed' | 'scrub'>,
  hashAddress: (email: string) => string,
  dataFolder: string,
): Promise<string> {
  const mails = mailFiles(mailFolder(dataFolder));
  for (let attempt = 1; ; attempt += 1) {
    const { bytes, unreached } = await clearTraces({ list, hashAddress, mails });
    const said = unreached.length > 0 ? [UNREACHED, ...unreached.map((path) => `  ${path}`)] : [];
    if (!bytes || attempt === ATTEMPTS) return [...said, ...(bytes ? [LATER] : [])].join('\n');
    await wait(PAUSE);
  }
}
