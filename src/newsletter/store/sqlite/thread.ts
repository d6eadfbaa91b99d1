import { parentPort, workerData } from 'node:worker_threads';
import type { List } from '../list.ts';
import { ListError } from '../list-error.ts';
import { listErrorOf } from './list-error-of.ts';
import { now, type ThreadCall, type ThreadReply } from './messages.ts';
import { type ListFile, openStore } from './open-store.ts';
import { sameFile } from './same-file.ts';

/**
 * The thread that keeps the list, so that what waits for the disk, or for another process, holds up
 * nobody else. It works off its messages in their order.
 */

/** How long one call waits for another process that writes: short, as the next one waits behind it. */
const PATIENCE = 2_000;

const say = (reply: ThreadReply): void => parentPort?.postMessage(reply);

async function open() {
  // Passed by the thread that started this one.
  const options = workerData as Omit<ListFile, 'patience'>;
  try {
    const store = await openStore({ ...options, patience: PATIENCE });
    return { store, requireFile: sameFile(options.path) };
  } catch (error) {
    const { ill, message } = listErrorOf(error);
    say({ kind: 'unopened', ill, message });
    return undefined;
  }
}

const opened = await open();

/** When another process was last waited for in vain: who asked before has waited long enough. */
let lockedAt = Number.NEGATIVE_INFINITY;

async function work({ id, name, values, at, until }: ThreadCall): Promise<void> {
  if (opened === undefined) return;
  const { store, requireFile } = opened;
  try {
    if (now() > until) throw new ListError('late');
    if (name !== 'close') {
      if (at < lockedAt) throw new ListError('locked');
      requireFile();
    }
    const operation: (...values: never[]) => Promise<unknown> = store[name];
    const extra: Parameters<List['backup']>[1][] =
      name === 'backup' ? [(done, total) => say({ kind: 'progress', id, done, total })] : [];
    // Checked where it was called; a message forgets the type of what it carries.
    const result = await operation(...([...values, ...extra] as never[]));
    say({ kind: 'done', id, result });
  } catch (error) {
    const { ill } = listErrorOf(error);
    if (ill === 'locked' && at >= lockedAt) lockedAt = now();
    say({ kind: 'failed', id, ill });
  }
  if (name === 'close') parentPort?.close();
}

if (opened !== undefined) {
  parentPort?.on('message', work);
  say({ kind: 'open' });
}
