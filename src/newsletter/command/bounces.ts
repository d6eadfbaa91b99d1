import { resolve } from 'node:path';
import { keyedHashes } from '../hashes.ts';
import type { Desk } from '../letters/desk.ts';
import { returnAddresses } from '../letters/return-address.ts';
import { imapMails, imapSettings } from '../returns/imap.ts';
import type { Incoming } from '../returns/incoming.ts';
import { maildirMails } from '../returns/maildir.ts';
import { streamedMails } from '../returns/mbox.ts';
import { takeReturns } from '../returns/take-returns.ts';
import type { BouncesCommand } from './bounces-command.ts';
import { CommandError } from './command-error.ts';

/** Where the mails are. Throws a CommandError where nobody said so. */
function mailsOf(
  { maildir, imap }: BouncesCommand,
  { env, input }: Desk,
  folder: string,
): AsyncIterable<Incoming> {
  if (maildir !== undefined) return maildirMails(resolve(folder, maildir));
  if (imap !== undefined) return imapMails(imapSettings(imap, env));
  if ('isTTY' in input && input.isTTY === true) {
    throw new CommandError(
      'There are no mails on standard input; write bounces < FILE, bounces --maildir DIR or bounces --imap URL.',
    );
  }
  return streamedMails(input);
}

const counted = (count: number, one: string, many: string): string =>
  `${count} ${count === 1 ? one : many}`;

/**
 * Reads what came back, and says of each mail what was done about it.
 *
 * @param folder where a path that was typed begins
 * @returns how many there were
 * @throws CommandError where they cannot be read
 */
export async function bounces(
  command: BouncesCommand,
  desk: Desk,
  folder: string,
): Promise<string> {
  const { list, key, output } = desk;
  const { mails, removed } = await takeReturns(mailsOf(command, desk, folder), {
    list,
    keyed: { hashes: keyedHashes(key), addresses: returnAddresses(key) },
    now: Date.now,
    say: (line) => void output.write(`${line}\n`),
  });
  return `Read ${counted(mails, 'mail', 'mails')}, took ${counted(removed, 'person', 'people')} off the list.`;
}
