import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

/** At which step a mail server stops to answer: from the greeting to the end of the mail. */
export const STEPS = ['greeting', 'EHLO', 'MAIL', 'RCPT', 'DATA', 'the mail', 'the end'] as const;

export type Step = (typeof STEPS)[number];

/** A mail server that answers as servers do, up to a step. */
export interface StuckServer {
  readonly url: string;
  /** Resolves once a mail has come to the step. */
  readonly reached: Promise<void>;
  /** The Message-IDs of the mails that came whole. */
  readonly whole: readonly string[];
}

/**
 * Starts a server that gets stuck at `step`, until the test ends.
 *
 * @param then what it does there: says nothing more, hangs up, or sends a letter now and then
 */
export async function stuckServer(
  step: Step,
  then: 'hang' | 'drop' | 'drip' = 'hang',
): Promise<StuckServer> {
  const { promise: reached, resolve } = Promise.withResolvers<void>();
  const whole: string[] = [];
  const sockets = new Set<Socket>();

  const server = createServer((socket) => {
    sockets.add(socket);
    let mail: string | undefined;
    let rest = '';
    const stuck = (at: Step): boolean => {
      if (at !== step) return false;
      resolve();
      if (then === 'drop') socket.destroy();
      if (then === 'drip') {
        const timer = setInterval(() => socket.write('250-still\r\n'), 20);
        socket.once('close', () => clearInterval(timer));
      }
      return true;
    };
    const say = (at: Step, answer: string): void => {
      if (!stuck(at)) socket.write(`${answer}\r\n`);
    };
    const hear = (line: string): void => {
      if (mail !== undefined) {
        if (line !== '.') {
          mail += `${line}\n`;
          return;
        }
        whole.push(/^Message-ID: *(\S+)/im.exec(mail)?.[1] ?? '');
        mail = undefined;
        say('the end', '250 OK');
      } else if (/^(EHLO|HELO)/.test(line)) say('EHLO', '250 here');
      else if (line.startsWith('MAIL')) say('MAIL', '250 OK');
      else if (line.startsWith('RCPT')) say('RCPT', '250 OK');
      else if (line === 'DATA') {
        mail = '';
        say('DATA', '354 Go on');
        // It stops to read, so that the mail does not get out.
        if (stuck('the mail')) socket.pause();
      } else socket.write('250 OK\r\n');
    };
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
    socket.on('data', (bytes) => {
      const lines = (rest + String(bytes)).split('\r\n');
      rest = lines.pop() ?? '';
      for (const line of lines) hear(line);
    });
    say('greeting', '220 here ESMTP');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.close();
    for (const socket of sockets) socket.destroy();
  });
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  return { url: `smtp://127.0.0.1:${port}`, reached, whole };
}
