import { once } from 'node:events';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

/** A mail as it arrived: who the server was told it is for, and what it says. */
export interface Arrived {
  readonly recipients: readonly string[];
  readonly mail: ParsedMail;
}

/** A real SMTP server with everybody's inbox. */
export interface Inbox {
  readonly url: string;
  readonly port: number;
  readonly arrived: readonly Arrived[];
  /** Resolves once so many mails are there. */
  readonly holds: (count: number) => Promise<readonly Arrived[]>;
  readonly close: () => Promise<void>;
}

/** Starts one on a free port, or on `port`. `answers` may refuse recipients, as servers do. */
export async function openInbox(answers: SMTPServerOptions = {}, port = 0): Promise<Inbox> {
  const arrived: Arrived[] = [];
  let noticed = Promise.withResolvers<void>();
  const server = new SMTPServer({
    authOptional: true,
    // Who keeps a connection open is not waited for.
    closeTimeout: 100,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData: (stream, session, done) => {
      simpleParser(stream).then((mail) => {
        const recipients = session.envelope.rcptTo.map(({ address }) => address);
        arrived.push({ recipients, mail });
        noticed.resolve();
        noticed = Promise.withResolvers();
        done();
      }, done);
    },
    ...answers,
  });
  server.on('error', () => undefined);
  server.listen(port, '127.0.0.1');
  await once(server.server, 'listening');
  const address = server.server.address();
  const chosen = typeof address === 'object' ? (address?.port ?? 0) : 0;
  return {
    url: `smtp://127.0.0.1:${chosen}`,
    port: chosen,
    arrived,
    holds: async (count) => {
      while (arrived.length < count) await noticed.promise;
      return arrived;
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
