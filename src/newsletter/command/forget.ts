import { existsSync } from 'node:fs';
import { parseAddress } from '../address.ts';
import type { List } from '../store/list.ts';
import { CommandError } from './command-error.ts';

/** The files with addresses that were made here and are still there, one a line. */
async function copiesOf(list: List): Promise<string> {
  const copies = (await list.copies()).filter(({ path }) => existsSync(path));
  if (copies.length === 0) {
    return 'Delete it also in backups and exported files that were made elsewhere.';
  }
  const lines = copies.map(
    ({ path, madeAt }) => `  ${path}, of ${new Date(madeAt).toISOString().slice(0, 10)}`,
  );
  return [
    'These files were made here and may still hold it. Delete them, and make new ones:',
    ...lines,
    'Delete it also in copies of them.',
  ].join('\n');
}

/**
 * Deletes an address for good.
 *
 * @param typed as the owner wrote it
 * @returns what was found and deleted, and where else the owner has to delete it
 * @throws CommandError where it is no address
 */
export async function forget(list: List, typed: string): Promise<string> {
  const parsed = parseAddress(typed);
  if (parsed.kind === 'mistake') {
    throw new CommandError(`"${typed}" is no email address; write forget ada@example.com.`);
  }
  const { known, lines, provider } = await list.forget(parsed.email, Date.now());
  const mails = lines === 1 ? '1 line of the outbox' : `${lines} lines of the outbox`;
  const found = known
    ? `Deleted ${parsed.email} and ${mails} for it.`
    : `${parsed.email} was not in the store; deleted ${mails} for it.`;
  return [
    found,
    'What stays is a keyed hash of it, so that no import and no sign-up writes to it again, and the log of consents under that hash.',
    ...(provider ? ['Your provider will be told to delete it, too, while the server runs.'] : []),
    await copiesOf(list),
  ].join('\n');
}
