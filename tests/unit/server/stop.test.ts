import { expect, it } from 'vitest';
import { stoppable } from '../../../src/server/stop.ts';
import { serve } from './built-site.ts';
import { everythingFrom, open } from './raw-http.ts';

const LONG = 60_000;

it('closes connections on which nothing happens, used or not', async () => {
  const { port, server } = await serve();
  const stop = stoppable(server);
  const used = await open(port);
  used.write('GET /tiny.txt HTTP/1.1\r\nHost: a\r\n\r\n');
  await new Promise((resolve) => used.once('data', resolve));
  const accepted = new Promise((resolve) => server.once('connection', resolve));
  const unused = await open(port);
  await accepted;
  await Promise.all([stop(LONG), everythingFrom(used), everythingFrom(unused)]);
});

it('lets a request under way finish, and then closes its connection', async () => {
  const { port, server } = await serve();
  const stop = stoppable(server);
  const begun = new Promise((resolve) => server.once('request', resolve));
  const socket = await open(port);
  const response = everythingFrom(socket);
  socket.write('GET /tiny.txt HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\n\r\nab');
  await begun;
  const stopped = stop(LONG);
  socket.write('cd');
  expect((await response).toString()).toMatch(/^HTTP\/1\.1 200 OK\r\n.*connection: close.*ok$/is);
  await stopped;
});

it('waits no longer than it was told for a request that does not finish', async () => {
  const { port, server } = await serve();
  const stop = stoppable(server);
  const begun = new Promise((resolve) => server.once('request', resolve));
  const socket = await open(port);
  const response = everythingFrom(socket);
  socket.write('GET /tiny.txt HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\n\r\nab');
  await begun;
  await stop(1);
  expect((await response).toString()).toBe('');
});
