import type { List } from '../list.ts';
import type { Database } from './database.ts';

/** Written at each check: more than fits into the pages that are there. */
const PROBE = new Uint8Array(16 * 1024);

const TABLES = [
  'subscribers',
  'suppressions',
  'consents',
  'tokens',
  'outbox',
  'erasures',
  'copies',
  'letters',
  'letter_mails',
  'letter_returns',
  'senders',
  'send_rate',
];

/**
 * Finds out whether a database can be read and written, by a little of each of its tables.
 *
 * @param requireRoom throws a ListError where there is too little room to write
 */
export function checking(database: Database, requireRoom: () => void): Pick<List, 'check'> {
  const anyFailed = `SELECT 1 FROM outbox WHERE state = 'failed' LIMIT 1`;
  return {
    async check() {
      requireRoom();
      for (const table of TABLES) await database.get(`SELECT * FROM ${table} LIMIT 1`);
      await database.transaction(async ({ run }) => {
        await run('INSERT INTO probe (bytes) VALUES (?)', PROBE);
        await run('DELETE FROM probe');
      });
      return { failed: (await database.get(anyFailed)) !== undefined };
    },
  };
}
