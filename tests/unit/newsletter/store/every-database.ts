import { Client, types } from 'pg';
import { afterAll, describe, onTestFinished } from 'vitest';
import type { List, ProviderKnows } from '../../../../src/newsletter/store/list.ts';
import { openList } from '../../../../src/newsletter/store/open-list.ts';
import { tracesOf } from '../traces.ts';
import { handlesOf, KEY, newStore, openIn } from './opened-store.ts';
import { hasPostgres, type Postgres, sharedPostgres } from './postgres.ts';

type Rows = readonly Readonly<Record<string, unknown>>[];

/** A new store in a database, and ways to look into the database past it. */
export interface AnyStore extends ReturnType<typeof handlesOf> {
  readonly store: List;
  /** Opens the same list once more, as another process would. */
  readonly again: () => List;
  readonly rows: (sql: string) => Promise<Rows>;
  /** Where the address still is. */
  readonly traces: (email: string) => Promise<readonly string[]>;
}

/** Makes an empty store, which is closed after the test. */
export type NewStore = (providerKnows?: ProviderKnows) => Promise<AnyStore>;

const inSqlite: NewStore = async (providerKnows) => {
  const { folder, store, rows, ...handles } = newStore(providerKnows);
  return {
    ...handles,
    store,
    again: () => openIn(folder, providerKnows),
    rows: async (sql) => rows(sql),
    traces: async (email) => tracesOf(folder, email),
  };
};

const BIGINT = 20;

/** A connection past the store. */
export async function connectTo(url: string): Promise<Client> {
  const client = new Client({
    connectionString: url,
    options: '-c search_path=newsletter',
    types: {
      getTypeParser: (id, format) => (id === BIGINT ? Number : types.getTypeParser(id, format)),
    },
  });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

async function tablesIn(client: Client): Promise<readonly string[]> {
  const { rows } = await client.query(
    `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'newsletter'`,
  );
  return rows.map(({ name }) => String(name));
}

/** Empties a database, which is quicker than to make its tables anew. */
async function empty(client: Client): Promise<void> {
  const tables = (await tablesIn(client)).filter((name) => name !== 'schema_version');
  const numbered = ['consents', 'outbox', 'erasures', 'letter_mails'];
  await client.query(
    [
      // Past the triggers that keep the log of consents.
      'SET session_replication_role = replica',
      ...tables.map((name) => `DELETE FROM ${name}`),
      ...numbered
        .filter((name) => tables.includes(name))
        .map((name) => `ALTER TABLE ${name} ALTER COLUMN id RESTART`),
      'SET session_replication_role = origin',
    ].join(';'),
  );
}

/** The tables of a database whose rows hold a text. */
async function tablesWith(client: Client, text: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const name of await tablesIn(client)) {
    const sql = `SELECT 1 FROM ${name} AS line WHERE position($1 IN line::text) > 0 LIMIT 1`;
    if ((await client.query(sql, [text])).rows.length > 0) found.push(name);
  }
  return found;
}

function inPostgres(server: () => Postgres): NewStore {
  let client: Promise<Client> | undefined;
  let url = '';
  const connected = async (): Promise<Client> => {
    url = await server().database();
    return connectTo(url);
  };
  afterAll(async () => {
    await (await client)?.end();
  });
  return async (providerKnows) => {
    client ??= connected();
    const past = await client;
    await empty(past);
    const open = (): List => {
      const list = openList({ url, key: KEY, ...(providerKnows && { providerKnows }) });
      onTestFinished(() => list.close());
      return list;
    };
    const store = open();
    await store.check();
    return {
      ...handlesOf(store),
      store,
      again: open,
      rows: async (sql) => (await past.query(sql)).rows,
      traces: (email) => tablesWith(past, email),
    };
  };
}

/** Tests what every database promises in each of them: in SQLite, and in PostgreSQL where it is here. */
export function inEveryDatabase(tests: (newStore: NewStore) => void): void {
  describe('in SQLite', () => tests(inSqlite));
  describe.runIf(hasPostgres)('in PostgreSQL', () => {
    tests(inPostgres(sharedPostgres()));
  });
}
