import type { KeptList, ListChanged } from './kept-list.ts';
import { startListThread } from './list-thread.ts';
import type { ListOptions, ListPlace } from './open-list.ts';
import { startServerList } from './server-list.ts';

/** A way to have a list that is kept elsewhere, as `startList` describes it. */
export type StartList = typeof startList;

/**
 * Starts to keep a list: one in a file in a thread of its own, one in PostgreSQL through a few
 * connections. It never throws: a list that cannot be opened is tried again, and all calls meanwhile
 * are rejected.
 *
 * @param options asked for at each attempt; what it throws counts as a list that cannot be opened
 */
export function startList(
  place: ListPlace,
  options: () => Omit<ListOptions, 'path' | 'url'>,
  changed: ListChanged,
): KeptList {
  return 'path' in place
    ? startListThread(() => ({ ...options(), ...place }), changed)
    : startServerList(() => ({ ...options(), ...place }), changed);
}
