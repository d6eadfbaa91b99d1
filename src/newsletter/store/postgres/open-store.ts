import { keyedHashes } from '../../hashes.ts';
import type { List, ProviderKnows } from '../list.ts';
import { ListError } from '../list-error.ts';
import { requireSameKey } from '../sql/key-check.ts';
import { noteProvider } from '../sql/provider-errands.ts';
import { sqlStore } from '../sql/store.ts';
import { connections } from './connect.ts';
import { postgresDatabase } from './database.ts';
import { openingError } from './list-error-of.ts';
import { migrate } from './migrate.ts';
import { shownPlace } from './place.ts';
import { scrubbing } from './traces.ts';

export { listErrorOf } from './list-error-of.ts';

/** A list in PostgreSQL. */
export interface ServerPlace {
  /** The address of the database, with its password. */
  readonly url: string;
  /** The key of all keyed hashes. */
  readonly key: string;
  /** Whether a list was there before, so that an empty one must not take its place. */
  readonly mustExist?: boolean | undefined;
  /** Whom a provider is told of; undefined for who does not decide it, such as the command line. */
  readonly providerKnows?: ProviderKnows | undefined;
}

/** What to do about another key. */
export function otherKey(place: string): string {
  return `The newsletter's list in ${place} was made with another key. Set NEWSLETTER_KEY to the key of the machine that made it, or put a copy of its file "key" into DATA_DIR.`;
}

/**
 * Opens the store. Several processes, on several machines, may have it open at once.
 *
 * @throws ListError where the database cannot be used, with what to do about it and no password
 */
export async function openStore(options: ServerPlace): Promise<List> {
  const { url, key, mustExist = false, providerKnows } = options;
  const place = shownPlace(url);
  const pool = connections(url);
  try {
    await migrate(pool, place, mustExist);
    const database = postgresDatabase(pool);
    await requireSameKey(database, keyedHashes(key).address, otherKey(place));
    if (providerKnows !== undefined) await noteProvider(database, providerKnows);
    return {
      ...sqlStore(database, key, { noteGone: () => undefined, requireRoom: () => undefined }),
      scrub: scrubbing(pool),
      backup: () =>
        Promise.reject(
          new ListError('broken', `The list is in ${place}. Back it up with pg_dump there.`),
        ),
      close: async () => {
        if (!pool.ending) await pool.end();
      },
    };
  } catch (error) {
    await pool.end().catch(() => undefined);
    throw openingError(error, place);
  }
}
