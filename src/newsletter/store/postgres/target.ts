import type { Database, Statements } from '../sql/database.ts';
import { connections } from './connect.ts';
import { postgresDatabase } from './database.ts';
import { openingError } from './list-error-of.ts';
import { migrate } from './migrate.ts';
import { shownPlace } from './place.ts';

/** A database that a list is moved to, with its tables. */
export interface Target {
  readonly database: Database;
  /** Where it is, without a password. */
  readonly place: string;
  /** Keeps everybody else from writing to these tables until the transaction ends. */
  readonly seize: (within: Statements, tables: readonly string[]) => Promise<void>;
  /** Lets the numbers of new rows begin behind those that were copied. */
  readonly countOn: (within: Statements, tables: readonly string[]) => Promise<void>;
  readonly close: () => Promise<void>;
}

const NUMBERED = `
  SELECT table_name AS name FROM information_schema.columns
  WHERE table_schema = current_schema() AND column_name = 'id' AND is_identity = 'YES'`;

/**
 * Opens the database that a list is to be moved to, and makes its tables.
 *
 * @throws ListError where it cannot be used, with what to do about it and no password
 */
export async function openTarget(url: string): Promise<Target> {
  const place = shownPlace(url);
  const pool = connections(url);
  try {
    await migrate(pool, place, false);
  } catch (error) {
    await pool.end().catch(() => undefined);
    throw openingError(error, place);
  }
  return {
    database: postgresDatabase(pool),
    place,
    seize: async ({ run }, tables) => {
      await run(`LOCK TABLE ${tables.join(', ')} IN EXCLUSIVE MODE`);
    },
    countOn: async ({ all, get }, tables) => {
      for (const row of await all(NUMBERED)) {
        const name = String(row?.['name']);
        if (!tables.includes(name)) continue;
        await get(
          `SELECT setval(pg_get_serial_sequence('${name}', 'id'), GREATEST(max(id), 1), max(id) IS NOT NULL)
           FROM ${name}`,
        );
      }
    },
    close: () => pool.end(),
  };
}
