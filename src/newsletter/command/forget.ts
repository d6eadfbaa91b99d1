import { existsSync } from 'node:fs';
import { parseAddress } from '../address.ts';
import type { Records } from '../store/records.ts';
import { CommandError } from './command-error.ts';

/** The files with addresses that were made here and are still there, one a line. */
function copiesOf(store: Records): string {
  const copies = store.copies().filter(({ path }) => existsSync(path));
  if (copies.length === 0) {
    return 'Delete it also in backups and exported files, and at your provider.';
  }
  const lines = copies.map(
    ({ path, madeAt }) => `  ${path}, of ${new Date(madeAt).toISOString().slice(0, 10)}`,
  );
  return [
    'These files were made here and may still hold it. Delete them, and make new ones:',
    ...lines,
    'Delete it also in copies of them, and at your provider.',
  ].join('\n');
}

/**
 * Deletes an address for good.
 *
 * @param typed as the owner wrote it
 * @returns what was found and deleted, and where else the owner has to delete it
 * @throws CommandError where it is no address
 */
export function forget(store: Records, typed: string): string {
  const parsed = parseAddress(typed);
  if (parsed.kind === 'mistake') {
    throw new CommandError(`"${typed}" is no email address; write forget ada@example.com.`);
  }
  const { known, lines } = store.forget(parsed.email, Date.now());
  const mails = lines === 1 ? '1 line of the outbox' : `${lines} lines of the outbox`;
  const found = known
    ? `Deleted ${parsed.email} and ${mails} for it.`
    : `${parsed.email} was not in the store; deleted ${mails} for it.`;
  return [
    found,
    'What stays is a keyed hash of it, so that no import and no sign-up writes to it again, and the log of consents under that hash.',
    copiesOf(store),
  ].join('\n');
}
