import type { Server } from 'node:http';
import { StartError } from './start-error.ts';

function explain(code: unknown, port: number, host: string): string | undefined {
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${port} is in use by another program. Stop that one, or set PORT to another number, such as ${port === 4322 ? 4323 : 4322}.`;
    case 'EACCES':
      return `This account may not listen on port ${port}. Set PORT to a number above 1023, such as 4321.`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `HOST is "${host}", which is no address of this machine. Set it to localhost, or to 0.0.0.0 to be reached from outside.`;
    default:
      return undefined;
  }
}

/**
 * Starts to listen.
 *
 * @returns the port, which the system chose where 0 was asked for
 * @throws StartError when the port or the host cannot be had
 */
export function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const refuse = (error: Error & { code?: string }): void => {
      const sentence = explain(error.code, port, host);
      reject(sentence === undefined ? error : new StartError(sentence));
    };
    server.once('error', refuse);
    server.listen(port, host, () => {
      server.off('error', refuse);
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}
