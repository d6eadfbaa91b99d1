import { setTimeout as pause } from 'node:timers/promises';
import type { Pool, PoolClient, QueryResult } from 'pg';
import { within } from '../../within.ts';
import type { Database, Dialect, Statements, Transaction, Value } from '../sql/database.ts';
import { lockNumber } from './lock-number.ts';

const DIALECT: Dialect = {
  skipLocked: ' FOR UPDATE SKIP LOCKED',
  forUpdate: (table) => ` FOR UPDATE OF ${table}`,
};

/** A transaction that others were in the way of is done over so often. */
const MOST_ATTEMPTS = 5;

/** The longest wait before it is, in milliseconds, so that the same two do not meet again. */
const LONGEST_WAIT = 50;

/** So long a transaction that failed has to be rolled back, in milliseconds. */
const ROLLBACK_PATIENCE = 2_000;

/** What says that others were in the way: a failed serialization, a deadlock (PostgreSQL, appendix A). */
const IN_THE_WAY: ReadonlySet<unknown> = new Set(['40001', '40P01']);

/** Puts `$1`, `$2`… for the question marks of a statement, none of which stands in a text. */
export function numbered(sql: string): string {
  let count = 0;
  return sql.replace(/\?/g, () => {
    count += 1;
    return `$${count}`;
  });
}

/** PostgreSQL keeps every character but one. */
function storable(value: Value): Value {
  return typeof value === 'string' ? value.replaceAll('\0', '\uFFFD') : value;
}

type Ask = (sql: string, values: readonly Value[]) => Promise<QueryResult>;

function statementsOf(ask: Ask): Statements {
  return {
    run: async (sql, ...values) => (await ask(sql, values)).rowCount ?? 0,
    get: async (sql, ...values) => (await ask(sql, values)).rows[0],
    all: async (sql, ...values) => (await ask(sql, values)).rows,
  };
}

const NOW = 'SELECT extract(epoch FROM clock_timestamp())::float8 * 1000 AS now';

const LOCK = 'SELECT pg_advisory_xact_lock(number) FROM unnest(?::bigint[]) AS number';

/** Wraps the connections to a PostgreSQL. Statements are prepared once in each. */
export function postgresDatabase(pool: Pool): Database {
  const prepared = new Map<string, { readonly name: string; readonly text: string }>();
  const statement = (sql: string) => {
    const known = prepared.get(sql);
    if (known !== undefined) return known;
    const made = { name: `list_${prepared.size}`, text: numbered(sql) };
    prepared.set(sql, made);
    return made;
  };
  const askOf =
    (client: Pick<PoolClient, 'query'> | Pool): Ask =>
    (sql, values) =>
      client.query({ ...statement(sql), values: values.map(storable) });

  const transactionOf = (client: PoolClient): Transaction => {
    const ask = askOf(client);
    return {
      ...statementsOf(ask),
      lock: async (names) => {
        const numbers = [...new Set(names.map(lockNumber))].sort((a, b) => (a < b ? -1 : 1));
        await ask(LOCK, [`{${numbers.join(',')}}`]);
      },
      clock: async () => Number((await ask(NOW, [])).rows[0]?.['now']),
    };
  };

  /**
   * Does it once. The connection is given back whole, or not at all.
   *
   * @param begun called once the transaction has begun, and something may have been done
   */
  const attempt = async <Result>(
    work: (transaction: Transaction) => Promise<Result>,
    begun: () => void,
  ): Promise<Result> => {
    const client = await pool.connect();
    let usable = false;
    try {
      await client.query('BEGIN');
      begun();
      const result = await work(transactionOf(client));
      await client.query('COMMIT');
      usable = true;
      return result;
    } catch (error) {
      const rolledBack = client.query('ROLLBACK').then(() => {
        usable = true;
      });
      // One that hangs is cut off, which rolls back as well.
      await within(rolledBack, ROLLBACK_PATIENCE);
      throw error;
    } finally {
      client.release(!usable);
    }
  };

  return {
    dialect: DIALECT,
    ...statementsOf(askOf(pool)),
    async transaction(work) {
      let triedAnother = false;
      for (let count = 1; ; count += 1) {
        // An idle connection may have been cut off since, as by a restart, before anything was done.
        let untouched = true;
        try {
          return await attempt(work, () => {
            untouched = false;
          });
        } catch (error) {
          const again = IN_THE_WAY.has(Object(error).code) || (untouched && !triedAnother);
          if (count >= MOST_ATTEMPTS || !again) throw error;
          triedAnother ||= untouched;
          await pause(Math.random() * LONGEST_WAIT * count);
        }
      }
    },
  };
}
