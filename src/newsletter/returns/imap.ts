import { ImapFlow } from 'imapflow';
import { CommandError, codeOf } from '../command/command-error.ts';
import { type Incoming, LARGEST } from './incoming.ts';

/** Where a mailbox is, and who may read it. */
export interface ImapSettings {
  readonly host: string;
  readonly port: number;
  /** Whether it is TLS from the start; otherwise it becomes so before the password is sent. */
  readonly secure: boolean;
  /** Whether the server runs on this machine, where no TLS is asked for. */
  readonly isLocal: boolean;
  readonly user: string;
  readonly password: string;
  readonly mailbox: string;
}

/** How long the server may take for each step, in milliseconds. */
const PATIENCE = { connectionTimeout: 20_000, greetingTimeout: 10_000, socketTimeout: 60_000 };

const LOCAL = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

const FORM = 'an address such as imaps://user@mail.example.com/INBOX';

function partsOf(url: string): URL {
  try {
    const parts = new URL(url);
    if (/^imaps?:$/.test(parts.protocol) && parts.hostname !== '') return parts;
  } catch {
    // Told below. What was typed may hold a password, and is not repeated.
  }
  throw new CommandError(`--imap should be ${FORM}.`);
}

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new CommandError(`--imap holds a % that begins no code; write it as %25, in ${FORM}.`);
  }
};

/**
 * Reads where a mailbox is: `imaps:` (TLS from the start) or `imap:` (TLS before the password). The user
 * and the password may be in BOUNCE_IMAP_USER and BOUNCE_IMAP_PASSWORD instead, where no other user of
 * the machine sees them.
 *
 * @throws CommandError with one sentence that holds nothing of what was typed
 */
export function imapSettings(
  url: string,
  env: Readonly<Record<string, string | undefined>>,
): ImapSettings {
  const { protocol, hostname, port, username, password, pathname } = partsOf(url);
  const secure = protocol === 'imaps:';
  const given = {
    user: decoded(username) || env['BOUNCE_IMAP_USER']?.trim(),
    password: decoded(password) || env['BOUNCE_IMAP_PASSWORD'],
  };
  if (!given.user || !given.password) {
    throw new CommandError(
      'The mailbox has no user or no password: set BOUNCE_IMAP_USER and BOUNCE_IMAP_PASSWORD, or write both into the address.',
    );
  }
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port === '' ? (secure ? 993 : 143) : Number(port),
    secure,
    isLocal: LOCAL.test(hostname),
    user: given.user,
    password: given.password,
    mailbox: decoded(pathname.slice(1)) || 'INBOX',
  };
}

function trouble({ host, port, mailbox }: ImapSettings, error: unknown): CommandError {
  if (error instanceof CommandError) return error;
  const at = `The mail server at ${host}:${port}`;
  const has = (name: string) => error instanceof Error && name in error;
  if (has('authenticationFailed')) {
    return new CommandError(`${at} did not take the user and the password.`);
  }
  if (has('responseStatus')) return new CommandError(`${at} does not open ${mailbox}.`);
  return new CommandError(
    `${at} could not be reached, or went silent (${codeOf(error) ?? 'no reason given'}). What was handled stays so; run it again.`,
  );
}

/**
 * The mails of a mailbox that nobody has seen. Reading leaves them unseen; what is handled becomes seen
 * and stays where it is.
 *
 * @throws CommandError where the server cannot be reached, or lets nobody in
 */
export async function* imapMails(settings: ImapSettings): AsyncGenerator<Incoming> {
  const { host, port, secure, isLocal, user, password, mailbox } = settings;
  const client = new ImapFlow({
    ...{ host, port, secure, logger: false, disableAutoIdle: true, ...PATIENCE },
    auth: { user, pass: password },
    ...(!secure && { doSTARTTLS: !isLocal }),
  });
  // What it fails with is thrown where it is waited for.
  client.on('error', () => {});
  try {
    await client.connect();
    const lock = await client.getMailboxLock(mailbox);
    try {
      const uids = await client.search({ seen: false }, { uid: true });
      for (const uid of uids || []) {
        const one = { uid: true };
        const mail = await client.fetchOne(uid, { size: true }, one);
        if (!mail) continue;
        const whole =
          (mail.size ?? 0) <= LARGEST && (await client.fetchOne(uid, { source: true }, one));
        yield {
          raw: whole ? whole.source : undefined,
          handled: async () => {
            await client.messageFlagsAdd(uid, ['\\Seen'], one);
          },
        };
      }
    } finally {
      lock.release();
    }
    await client.logout();
  } catch (error) {
    throw trouble(settings, error);
  } finally {
    client.close();
  }
}
