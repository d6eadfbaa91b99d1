import type { List, ProviderKnows } from './list.ts';
import type { ListError } from './list-error.ts';
import { OPERATIONS } from './operations.ts';
import { listErrorOf } from './sqlite/list-error-of.ts';
import { openStore } from './sqlite/open-store.ts';

/** Waits this long for another process that writes, such as the server, in milliseconds. */
const PATIENCE = 15_000;

/** Where a list is: in a file, which is made with its folder where there is none, or in PostgreSQL. */
export type ListPlace = { readonly path: string } | { readonly url: string };

/** Where a list is, and the key it was made with. */
export type ListOptions = ListPlace & {
  /** The key of all keyed hashes. */
  readonly key: string;
  /** The file grows to so many pages of 4,096 bytes; undefined for as much as the disk holds. */
  readonly mostPages?: number;
  /** Whether it was there before, so that an empty one must not take its place. */
  readonly mustExist?: boolean;
  /** Whom a provider is told of; undefined for who does not decide it, such as the command line. */
  readonly providerKnows?: ProviderKnows;
};

/** A list that is being opened, as one that may be used at once, and rejects with `errorOf` alone. */
function soonOpen(
  opening: Promise<List>,
  errorOf: (error: unknown) => ListError | Promise<ListError>,
): List {
  // Whoever uses it is told.
  opening.catch(() => undefined);
  const operations = OPERATIONS.map((name) => {
    const later = async (...values: never[]): Promise<unknown> => {
      try {
        const operation: (...values: never[]) => Promise<unknown> = (await opening)[name];
        return await operation(...values);
      } catch (error) {
        throw await errorOf(error);
      }
    };
    return [name, later];
  });
  // Each has the type of the list's own.
  return Object.fromEntries(operations) as List;
}

/**
 * Opens the list in this thread, for a process that has nothing else to do meanwhile. Several
 * processes may have it open at once. Where it cannot be used, each of its operations rejects with
 * what to do about it.
 *
 * @param patience how long to wait for another process that writes to the file, in milliseconds
 */
export function openList(options: ListOptions, patience = PATIENCE): List {
  if ('path' in options) return soonOpen(openStore({ ...options, patience }), listErrorOf);
  const server = import('./postgres/open-store.ts');
  return soonOpen(
    server.then(({ openStore: open }) => open(options)),
    async (error) => (await server).listErrorOf(error),
  );
}
