import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/**
 * Prepares a server to be stopped without cutting anybody off. Call it before the server listens.
 *
 * @returns a function that takes no more connections, closes those on which nothing is under way,
 *   lets the others finish for at most `deadline` milliseconds, and resolves when all are closed
 */
export function stoppable(server: Server): (deadline: number) => Promise<void> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });

  return (deadline) =>
    new Promise((resolve) => {
      const cutOff = setTimeout(() => {
        for (const socket of sockets) socket.destroy();
      }, deadline);
      server.close(() => {
        clearTimeout(cutOff);
        resolve();
      });
      // Browsers open connections ahead of need. Node takes those for busy ones.
      for (const socket of sockets) if (socket.bytesRead === 0) socket.destroy();
    });
}
