import { statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { ListError } from '../list-error.ts';
import type { Store } from './store.ts';
import { transaction } from './transaction.ts';

/** Less than this, in bytes, and the next sign-ups may not fit. */
const LEAST_ROOM = 16 * 1024 * 1024;

/** Written at each check: more than fits into the pages that are there. */
const PROBE = 16 * 1024;

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

/** Finds out whether a database can be read and written, by a little of each of its tables. */
export function checking(database: DatabaseSync, path: string): Pick<Store, 'check'> {
  const reads = TABLES.map((table) => database.prepare(`SELECT * FROM ${table} LIMIT 1`));
  const fill = database.prepare('INSERT INTO probe (bytes) VALUES (zeroblob(?))');
  const empty = database.prepare('DELETE FROM probe');
  const anyFailed = database.prepare(`SELECT 1 FROM outbox WHERE state = 'failed' LIMIT 1`);
  return {
    check() {
      const { bavail, bsize } = statfsSync(dirname(path));
      if (bavail * bsize < LEAST_ROOM) throw new ListError('full');
      for (const read of reads) read.get();
      transaction(database, () => {
        fill.run(PROBE);
        empty.run();
      });
      return { failed: anyFailed.get() !== undefined };
    },
  };
}
