import { CommandError } from './command-error.ts';

/** What the owner asks for of mails that came back. Both undefined: they are on standard input. */
export interface BouncesCommand {
  readonly kind: 'bounces';
  /** A folder, as it was typed. */
  readonly maildir: string | undefined;
  /** The address of a mailbox, which may hold a password. */
  readonly imap: string | undefined;
}

/** Options that only this command has. */
export const BOUNCES_OPTIONS = {
  maildir: { type: 'string' },
  imap: { type: 'string' },
} as const;

/** The help text. */
export const BOUNCES_USAGE = `  bounces [--maildir DIR | --imap URL]
                 takes off the list who cannot be reached, or complained, by
                 the reports in a folder, a mailbox (imaps://mail.example.com)
                 or on standard input; whatever else is there stays unread
`;

/** Reads the options. Throws a CommandError where they contradict each other. */
export function bouncesCommand({
  maildir,
  imap,
}: {
  readonly maildir?: string | undefined;
  readonly imap?: string | undefined;
}): BouncesCommand {
  if (maildir !== undefined && imap !== undefined) {
    throw new CommandError('Write bounces with --maildir or with --imap, one after the other.');
  }
  return { kind: 'bounces', maildir, imap };
}
