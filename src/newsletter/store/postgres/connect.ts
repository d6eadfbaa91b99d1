import { Pool, type PoolConfig, types } from 'pg';
import { SCHEMA } from './migrations.ts';

/** So many connections of one process. */
const CONNECTIONS = 10;

/** How long, in milliseconds. */
const PATIENCE = { connect: 8_000, lock: 5_000, idleInTransaction: 60_000, query: 30_000 };

const BIGINT = 20;

/** Times and counts are far below 2^53. Throws a RangeError for what is not. */
function bigint(text: string): number {
  const number = Number(text);
  if (Number.isSafeInteger(number)) return number;
  throw new RangeError('The database holds a number that is too large.');
}

/** Connections to a database, whose tables are named without their schema. Nothing is asked yet. */
export function connections(databaseUrl: string): Pool {
  const url = new URL(databaseUrl);
  const own = url.searchParams.get('options');
  url.searchParams.delete('options');
  const config: PoolConfig = {
    connectionString: url.href,
    max: CONNECTIONS,
    application_name: 'second-thoughts',
    keepAlive: true,
    options: `${own ?? ''} -c search_path=${SCHEMA}`.trim(),
    connectionTimeoutMillis: PATIENCE.connect,
    lock_timeout: PATIENCE.lock,
    // Locks of a machine that is gone are free again.
    idle_in_transaction_session_timeout: PATIENCE.idleInTransaction,
    query_timeout: PATIENCE.query,
    types: {
      getTypeParser: (id, format) => (id === BIGINT ? bigint : types.getTypeParser(id, format)),
    },
  };
  const pool = new Pool(config);
  // What breaks is told to whoever asks, and an idle one that breaks to nobody.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => void client.on('error', () => undefined));
  return pool;
}
