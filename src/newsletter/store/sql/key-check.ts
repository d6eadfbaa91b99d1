import { SetupError } from '../../setup-error.ts';
import type { Statements } from './database.ts';
import { text } from './row.ts';

// No address: an "@" at the end never passes parseAddress.
const CHECKED_TEXT = 'key check@';

/** What the key of a list makes of a known text: tells keys apart, and nobody can compute the key from it. */
export function keyMark(hashAddress: (email: string) => string): string {
  return hashAddress(CHECKED_TEXT);
}

/**
 * Notes the key that a new list is made with, and refuses another one later: nobody would be found
 * with it, and those who unsubscribed would get mail again.
 *
 * @param refusal what to do about it
 * @throws SetupError
 */
export async function requireSameKey(
  database: Statements,
  hashAddress: (email: string) => string,
  refusal: string,
): Promise<void> {
  const mark = keyMark(hashAddress);
  // Who comes first decides, and what is there stays.
  await database.run('INSERT INTO key_check (id, hash) VALUES (1, ?) ON CONFLICT DO NOTHING', mark);
  const made = text(await database.get('SELECT hash FROM key_check'), 'hash');
  if (made !== mark) throw new SetupError(refusal);
}
