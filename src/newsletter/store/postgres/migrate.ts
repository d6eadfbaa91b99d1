import type { Pool } from 'pg';
import { SetupError } from '../../setup-error.ts';
import { lockNumber } from './lock-number.ts';
import { LATEST, SCHEMA, stepAfter } from './migrations.ts';

/** The oldest one that this is tested with, as `server_version_num` and in words. */
const OLDEST = { number: 150_000, name: '15' } as const;

/**
 * Refuses a PostgreSQL that is too old.
 *
 * @param version as `server_version_num` gives it
 * @param place the database, without a password
 * @throws SetupError
 */
export function requirePostgres(version: number, place: string): void {
  if (version >= OLDEST.number) return;
  throw new SetupError(
    `The newsletter's database ${place} is on PostgreSQL ${Math.floor(version / 10_000)}, which is too old. Use PostgreSQL ${OLDEST.name} or later.`,
  );
}

/**
 * Brings the tables up to date, or makes them. Several processes may do so at once.
 *
 * @param place the database, without a password
 * @param mustExist whether a list was there before, so that an empty one must not take its place
 * @throws SetupError where the server is too old, or the tables are newer than this program
 */
export async function migrate(pool: Pool, place: string, mustExist: boolean): Promise<void> {
  const client = await pool.connect();
  try {
    const { rows } = await client.query(`SELECT current_setting('server_version_num') AS version`);
    requirePostgres(Number(rows[0]?.version), place);
    await client.query('BEGIN');
    await client.query(`SELECT pg_advisory_xact_lock(${lockNumber('migration')})`);
    const found = await client.query(`SELECT to_regclass('${SCHEMA}.schema_version') AS found`);
    if (found.rows[0]?.found === null) {
      if (mustExist) {
        throw new SetupError(
          `There is no newsletter's list in ${place}. Check DATABASE_URL, or start the server once.`,
        );
      }
      await client.query(`CREATE SCHEMA IF NOT EXISTS ${SCHEMA}`);
      await client.query('CREATE TABLE schema_version (version BIGINT NOT NULL)');
      await client.query('INSERT INTO schema_version VALUES (0)');
    }
    const known = await client.query('SELECT version FROM schema_version');
    let version = Number(known.rows[0]?.version);
    if (version > LATEST) {
      throw new SetupError(
        `The newsletter's database ${place} has schema ${version}, and this program knows up to ${LATEST}. Use the newer version of the program that wrote it.`,
      );
    }
    for (let step = stepAfter(version); step !== undefined; step = stepAfter(version)) {
      await client.query(step.sql);
      await client.query('UPDATE schema_version SET version = $1', [step.to]);
      version = step.to;
    }
    await client.query('COMMIT');
  } finally {
    // Closed rather than given back: that rolls back what was not finished.
    client.release(true);
  }
}
