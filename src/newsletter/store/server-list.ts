import { within } from '../within.ts';
import type { KeptList, ListChanged } from './kept-list.ts';
import { knownIlls } from './known-ills.ts';
import type { List } from './list.ts';
import { ListError } from './list-error.ts';
import { OPERATIONS } from './operations.ts';
import type { ServerPlace } from './postgres/open-store.ts';

/** How long nobody tries to open it again after it failed, in milliseconds. */
const CALM = 1_000;

/** Waits between attempts of our own while it is ill, in milliseconds, so that it is known when it is well. */
const AGAIN = 5_000;

/** How long closing may take, in milliseconds. */
const CLOSING = 1_000;

/**
 * Keeps a list in PostgreSQL. It is opened by the first call, and again by the next one after it
 * failed; once it is open, the connections come back by themselves.
 *
 * @param options asked for at each attempt; what it throws counts as a list that cannot be opened
 */
export function startServerList(options: () => ServerPlace, changed: ListChanged): KeptList {
  let closed = false;
  const monotonic = () => performance.now();
  const { note, first } = knownIlls(monotonic, (error) => {
    if (!closed) changed(error);
    if (error !== undefined) watch();
  });
  let opening: Promise<List> | undefined;
  let failedAt = Number.NEGATIVE_INFINITY;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const open = async (): Promise<List> => {
    const { openStore, listErrorOf } = await import('./postgres/open-store.ts');
    try {
      const list = await openStore(options());
      note('open', undefined);
      return list;
    } catch (error) {
      opening = undefined;
      failedAt = monotonic();
      const ill = listErrorOf(error);
      note('open', ill);
      throw ill;
    }
  };

  const opened = (): Promise<List> => {
    const known = first();
    if (opening === undefined && known !== undefined && monotonic() - failedAt < CALM) {
      return Promise.reject(known);
    }
    opening ??= open();
    return opening;
  };

  const call = async (name: keyof List, values: readonly unknown[]): Promise<unknown> => {
    if (closed) throw new ListError('unopened');
    const list = await opened();
    try {
      const operation: (...values: never[]) => Promise<unknown> = list[name];
      // Checked where it was called.
      const result = await operation(...(values as never[]));
      note(name, undefined);
      return result;
    } catch (error) {
      const { listErrorOf } = await import('./postgres/open-store.ts');
      const ill = listErrorOf(error);
      note(name, ill);
      throw ill;
    }
  };

  const look = async (): Promise<void> => {
    timer = undefined;
    await call('check', []).catch(() => undefined);
    if (first() !== undefined) watch();
  };

  /** Looks whether it is well again, also where nobody asks for anything. */
  const watch = (): void => {
    if (closed || timer !== undefined) return;
    timer = setTimeout(() => void look(), AGAIN);
    // Watching alone keeps no process alive.
    timer.unref();
  };

  const close = async (): Promise<void> => {
    closed = true;
    clearTimeout(timer);
    // A database that does not answer holds up no stop.
    await within(opening?.then((list) => list.close()) ?? Promise.resolve(), CLOSING);
  };

  // So that what is wrong is known before the first call.
  opened().catch(() => undefined);
  const operations = OPERATIONS.map((name) => [
    name,
    (...values: readonly unknown[]) => call(name, values),
  ]);
  return {
    // Each has the parameters and the result of the list's own.
    list: { ...(Object.fromEntries(operations) as List), close },
    ill: first,
  };
}
