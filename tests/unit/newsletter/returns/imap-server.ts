import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

/** A mail in the mailbox of a stub. */
export interface Kept {
  readonly uid: number;
  readonly raw: Buffer;
  seen: boolean;
}

/** What a stub lets in, and what it is like. */
export interface ImapStub {
  readonly password: string;
  readonly mails: readonly Kept[];
  /** Ends the connection at the first command that begins so. */
  readonly hangsUpAt?: string;
}

/** What it answers to a command (RFC 9051), but for the line that ends it; undefined: "NO". */
function answer(
  command: string,
  { password, mails }: ImapStub,
): readonly (string | Buffer)[] | undefined {
  const uid = Number(/^UID (?:FETCH|STORE) (\d+)/.exec(command)?.[1]);
  const mail = mails.find((kept) => kept.uid === uid);
  if (command.startsWith('CAPABILITY')) return ['* CAPABILITY IMAP4rev1\r\n'];
  if (command.startsWith('LOGIN')) return command.includes(password) ? [] : undefined;
  if (command === 'LIST "" ""') return ['* LIST (\\Noselect) "/" ""\r\n'];
  if (command.startsWith('LIST')) return ['* LIST () "/" INBOX\r\n'];
  if (/^(SELECT|EXAMINE)/.test(command)) {
    if (!/ "?INBOX"?$/.test(command)) return undefined;
    return [
      `* FLAGS (\\Seen)\r\n* ${mails.length} EXISTS\r\n* 0 RECENT\r\n`,
      '* OK [UIDVALIDITY 1] ok\r\n* OK [UIDNEXT 100] ok\r\n',
    ];
  }
  if (command.startsWith('UID SEARCH')) {
    const unseen = mails.filter(({ seen }) => !seen).map((kept) => kept.uid);
    return [`* SEARCH ${unseen.join(' ')}\r\n`];
  }
  if (command.startsWith('UID STORE') && mail) mail.seen ||= command.includes('\\Seen');
  if (command.startsWith('UID FETCH') && mail) {
    const head = `* ${mails.indexOf(mail) + 1} FETCH (UID ${uid} `;
    if (!command.includes('BODY')) return [`${head}RFC822.SIZE ${mail.raw.length})\r\n`];
    // Without PEEK, reading would make it seen (section 6.4.5).
    if (!command.includes('PEEK')) mail.seen = true;
    return [`${head}BODY[] {${mail.raw.length}}\r\n`, mail.raw, ')\r\n'];
  }
  return [];
}

/** An IMAP server with one mailbox, INBOX, until the test ends; its port, and what it was told. */
export async function imapStub(stub: ImapStub) {
  const told: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.write('* OK ready\r\n');
    let rest = '';
    socket.on('data', (chunk) => {
      const lines = (rest + chunk).split('\r\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        const [tag = '', ...words] = line.split(' ');
        const command = words.join(' ');
        told.push(command);
        if (stub.hangsUpAt !== undefined && command.startsWith(stub.hangsUpAt)) {
          socket.destroy();
          return;
        }
        const said = answer(command, stub);
        for (const part of said ?? []) socket.write(part);
        socket.write(said === undefined ? `${tag} NO no\r\n` : `${tag} OK done\r\n`);
        if (command === 'LOGOUT') socket.end();
      }
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.close();
    for (const socket of sockets) socket.destroy();
  });
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  return { port, told };
}
