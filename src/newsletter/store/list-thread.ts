import { Worker } from 'node:worker_threads';
import { within } from '../within.ts';
import type { KeptList, ListChanged } from './kept-list.ts';
import { knownIlls } from './known-ills.ts';
import type { List, Progress } from './list.ts';
import { type Ill, ListError } from './list-error.ts';
import { OPERATIONS } from './operations.ts';
import { now, type ThreadCall, type ThreadReply } from './sqlite/messages.ts';
import type { ListFile } from './sqlite/open-store.ts';

/** How long a call may wait for its turn, in milliseconds. A person waits for the answer. */
const PATIENCE = 20_000;

/** How much longer for an answer that never comes, as from a disk that hangs. */
const SILENCE = 10_000;

/** How long a thread that was asked to close may take. */
const CLOSING = 1_000;

/** Waits between attempts to open the list, in milliseconds; people who ask are tried for sooner. */
const WAIT = { first: 1_000, longest: 5 * 60_000, asked: 5_000 };

/** After these the file is opened anew. */
const REOPENED: ReadonlySet<Ill> = new Set(['damaged', 'broken', 'unopened', 'gone']);

/** Calls that take as long as they take. */
const UNHURRIED: ReadonlySet<keyof List> = new Set(['scrub', 'backup', 'close']);

interface Pending {
  readonly name: keyof List;
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: ListError) => void;
  readonly progress: Progress | undefined;
  readonly timer: ReturnType<typeof setTimeout> | undefined;
  /** The thread that was asked; undefined while there is none. */
  to: Worker | undefined;
}

/**
 * Starts a thread that keeps the list. It never throws: a list that cannot be opened, or whose
 * thread dies, is tried again, less and less often, and all calls meanwhile are rejected.
 *
 * @param options asked for at each attempt; what it throws counts as a list that cannot be opened
 */
export function startListThread(
  options: () => Omit<ListFile, 'patience'>,
  changed: ListChanged,
): KeptList {
  const pending = new Map<number, Pending>();
  const { note, first } = knownIlls(now, (error) => {
    if (!closed) changed(error);
  });
  let count = 0;
  let worker: Worker | undefined;
  let closed = false;
  /** Whether there was a list: one that is missing later was deleted. */
  let opened = false;
  /** Whether one thread is on its way out before the next one may begin. */
  let leaving = false;
  /** What the next one is to be asked. */
  const queue: ThreadCall[] = [];
  let failures = 0;
  let lastAttempt = 0;
  let again: ReturnType<typeof setTimeout> | undefined;

  const settle = (id: number): Pending | undefined => {
    const call = pending.get(id);
    pending.delete(id);
    clearTimeout(call?.timer);
    if (pending.size === 0) worker?.unref();
    return call;
  };

  const later = (): void => {
    if (closed || again !== undefined) return;
    const wait = Math.min(WAIT.first * 2 ** failures, WAIT.longest);
    failures += 1;
    again = setTimeout(() => {
      again = undefined;
      if (worker === undefined) attempt();
      // A file that was put back is another one: the old one is let go first.
      else retire(worker);
    }, wait);
    again.unref();
  };

  /** Nobody is to wait for the answers of a thread that has ended. */
  const abandon = (ended: Worker, error: ListError): void => {
    for (const [id, { to }] of [...pending]) if (to === ended) settle(id)?.reject(error);
  };

  const lose = (of: Worker, error: ListError): void => {
    if (worker !== of) return;
    worker = undefined;
    note('open', error);
    abandon(of, error);
    later();
  };

  const hear = (of: Worker, reply: ThreadReply): void => {
    if (reply.kind === 'open') {
      opened = true;
      note('open', undefined);
    } else if (reply.kind === 'unopened') {
      lose(of, new ListError(reply.ill, reply.message));
      void of.terminate();
    } else if (reply.kind === 'progress') {
      pending.get(reply.id)?.progress?.(reply.done, reply.total);
    } else {
      const call = settle(reply.id);
      if (call === undefined) return;
      if (reply.kind === 'done') {
        note(call.name, undefined);
        // One that fails at something alone is opened again no sooner each time.
        if (first() === undefined) failures = 0;
        call.resolve(reply.result);
      } else {
        const error = new ListError(reply.ill);
        note(call.name, error);
        call.reject(error);
        if (REOPENED.has(reply.ill)) later();
      }
    }
  };

  const attempt = (): void => {
    if (closed) return;
    lastAttempt = now();
    clearTimeout(again);
    again = undefined;
    try {
      const started = new Worker(new URL('./sqlite/thread.ts', import.meta.url), {
        workerData: { ...options(), mustExist: opened } satisfies Omit<ListFile, 'patience'>,
      });
      worker = started;
      started.on('message', (reply: ThreadReply) => hear(started, reply));
      const died = (): void => lose(started, new ListError('broken'));
      started.on('error', died);
      started.on('exit', died);
      // Only what is asked of it keeps the process alive.
      if (pending.size === 0) started.unref();
      for (const call of queue.splice(0)) send(started, call);
    } catch (error) {
      const ill = error instanceof ListError ? error : unopened(error);
      note('open', ill);
      for (const { id } of queue.splice(0)) settle(id)?.reject(ill);
      later();
    }
  };

  /** Lets a thread answer what it was asked, and starts the next one when it has ended. */
  const retire = (old: Worker): void => {
    worker = undefined;
    leaving = true;
    old.removeAllListeners('exit');
    old.once('exit', () => {
      leaving = false;
      abandon(old, new ListError('late'));
      attempt();
    });
    send(old, { id: 0, name: 'close', values: [], at: now(), until: now() + CLOSING });
    setTimeout(() => void old.terminate(), CLOSING).unref();
  };

  const send = (to: Worker, call: ThreadCall): void => {
    const waiting = pending.get(call.id);
    if (waiting !== undefined) waiting.to = to;
    to.postMessage(call);
  };

  const call = (name: keyof List, values: readonly unknown[], progress?: Progress) => {
    if (worker === undefined && !leaving && !closed && now() - lastAttempt >= WAIT.asked) attempt();
    const to = worker;
    if (to === undefined && !leaving) {
      return Promise.reject(first() ?? new ListError('unopened'));
    }
    count += 1;
    const id = count;
    const hurried = !UNHURRIED.has(name);
    return new Promise<unknown>((resolve, reject) => {
      const timer = hurried
        ? setTimeout(() => {
            const error = new ListError('late');
            note(name, error);
            settle(id)?.reject(error);
          }, PATIENCE + SILENCE)
        : undefined;
      timer?.unref();
      pending.set(id, { name, resolve, reject, progress, timer, to });
      to?.ref();
      const until = hurried ? now() + PATIENCE : Number.POSITIVE_INFINITY;
      const asked = { id, name, values, at: now(), until };
      if (to === undefined) queue.push(asked);
      else send(to, asked);
    });
  };

  const close = async (): Promise<void> => {
    clearTimeout(again);
    const old = worker;
    const asked = old === undefined ? undefined : call('close', []);
    closed = true;
    if (old !== undefined) {
      await within(asked ?? Promise.resolve(), CLOSING);
      worker = undefined;
      // It cannot be ended in the middle of what it asks of the disk.
      await within(old.terminate(), CLOSING);
    }
    for (const id of [...pending.keys()]) settle(id)?.reject(new ListError('unopened'));
  };

  attempt();
  const operations = OPERATIONS.map((name) => [
    name,
    (...values: readonly unknown[]) => call(name, values),
  ]);
  return {
    list: {
      // Each has the parameters and the result of the operation that its name calls in the thread.
      ...(Object.fromEntries(operations) as List),
      backup: async (path, progress) => void (await call('backup', [path], progress)),
      close,
    },
    ill: first,
  };
}

function unopened(error: unknown): ListError {
  const message = error instanceof Error ? error.message : undefined;
  return new ListError('unopened', message, { cause: error });
}
