import type { Pool, QueryConfig } from 'pg';
import { lockNumber } from './lock-number.ts';

/** The tables that rows with addresses, or words that may name somebody, are deleted from. */
const TABLES = ['subscribers', 'tokens', 'outbox', 'letter_mails'];

/** The longest time that a timer of Node can wait for, in milliseconds: 25 days. */
const LONGEST = 2 ** 31 - 1;

/** What takes as long as it takes. */
function unhurried(text: string): QueryConfig & { readonly query_timeout: number } {
  return { text, query_timeout: LONGEST };
}

/** Another transaction that may still see what was deleted, and keeps it from being taken away. */
const SEEN = `
  SELECT 1 FROM pg_stat_activity
  WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_xmin IS NOT NULL
    AND age(backend_xmin) >= (SELECT max(age(xmin)) FROM erasures WHERE id = ANY($1)) LIMIT 1`;

/**
 * Takes the rows that were deleted out of the pages of their tables. What remains where, the README
 * of the newsletter says.
 *
 * @returns whether that was done; it is for later where somebody still reads what was there before
 */
export function scrubbing(pool: Pool): () => Promise<boolean> {
  const once = async (): Promise<boolean> => {
    const client = await pool.connect();
    const lock = lockNumber('scrub');
    try {
      const { rows } = await client.query('SELECT id FROM erasures ORDER BY id');
      if (rows.length === 0) return true;
      const ids = rows.map(({ id }) => id);
      const { rows: got } = await client.query(`SELECT pg_try_advisory_lock(${lock}) AS got`);
      // Another instance is at it.
      if (!got[0]?.got) return false;
      if ((await client.query(SEEN, [ids])).rows.length > 0) return false;
      for (const table of TABLES) await client.query(unhurried(`VACUUM ${table}`));
      await client.query('DELETE FROM erasures WHERE id = ANY($1)', [ids]);
      return true;
    } finally {
      // Closed, which gives the lock back.
      client.release(true);
    }
  };
  let last: Promise<unknown> = Promise.resolve();
  let next: Promise<boolean> | undefined;
  return () => {
    // Whoever asks while one is under way gets the next one, which all who ask meanwhile share.
    next ??= last.then(async () => {
      next = undefined;
      return once();
    });
    const asked = next;
    last = asked.catch(() => undefined);
    return asked;
  };
}
