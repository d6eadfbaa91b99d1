/**
 * A real mail server in a process of its own, which throws away what it takes. Says its port, and how
 * many mails it took whenever it gets a line.
 */
import { once } from 'node:events';
import { SMTPServer } from 'smtp-server';

const taken = new Set<string>();
let count = 0;
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS', 'AUTH'],
  onData: (stream, session, done) => {
    stream.resume();
    stream.on('end', () => {
      count += 1;
      taken.add(session.envelope.rcptTo[0]?.address ?? '');
      done();
    });
  },
});
server.on('error', () => undefined);
server.listen(0, '127.0.0.1');
await once(server.server, 'listening');
const address = server.server.address();
process.stdout.write(`${typeof address === 'object' ? address?.port : ''}\n`);
process.stdin.on('data', () => process.stdout.write(`${count} ${taken.size}\n`));
