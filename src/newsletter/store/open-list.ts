import type { List, ProviderKnows } from './list.ts';
import { listErrorOf } from './sqlite/list-error-of.ts';
import { openStore } from './sqlite/open-store.ts';
import { OPERATIONS } from './sqlite/store.ts';

/** Waits this long for another process that writes, such as the server, in milliseconds. */
const PATIENCE = 15_000;

/** Where a list is, and the key it was made with. */
export interface ListOptions {
  /** The file of the database; made with its folder where there is none. */
  readonly path: string;
  /** The key of all keyed hashes. */
  readonly key: string;
  /** The file grows to so many pages of 4,096 bytes; undefined for as much as the disk holds. */
  readonly mostPages?: number;
  /** Whether it was there before, so that an empty one must not take its place. */
  readonly mustExist?: boolean;
  /** Whom a provider is told of; undefined for who does not decide it, such as the command line. */
  readonly providerKnows?: ProviderKnows;
}

/**
 * Opens the list in this thread, for a process that has nothing else to do meanwhile. Several
 * processes may have it open at once.
 *
 * @param patience how long to wait for another process that writes, in milliseconds
 * @throws ListError where the database cannot be used, with what to do about it
 */
export function openList(options: ListOptions, patience = PATIENCE): List {
  try {
    const store = openStore({ ...options, patience });
    const operations = OPERATIONS.map((name) => {
      const operation: (...values: never[]) => unknown = store[name];
      const later = async (...values: never[]) => {
        try {
          return await operation(...values);
        } catch (error) {
          throw listErrorOf(error);
        }
      };
      return [name, later];
    });
    // Each has the type of the store's own, whose results it promises.
    return Object.fromEntries(operations) as List;
  } catch (error) {
    throw listErrorOf(error);
  }
}
