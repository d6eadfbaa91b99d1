import type { List } from '../list.ts';
import type { Database } from './database.ts';
import { integer } from './row.ts';

const COUNT = `
  SELECT
    COUNT(*) FILTER (WHERE status = 'pending') AS pending,
    COUNT(*) FILTER (WHERE status = 'subscribed') AS subscribed,
    (SELECT COUNT(*) FROM suppressions WHERE reason = 'left') AS unsubscribed,
    (SELECT COUNT(*) FROM suppressions) AS suppressed,
    (SELECT COUNT(*) FROM outbox WHERE state = 'waiting' AND errand <> 'nothing') AS waiting,
    (SELECT COUNT(*) FROM outbox WHERE state = 'failed') AS failed
  FROM subscribers`;

/** Counts what a database holds. */
export function counting(database: Database): Pick<List, 'counts'> {
  return {
    async counts() {
      const row = await database.get(COUNT);
      return {
        pending: integer(row, 'pending'),
        subscribed: integer(row, 'subscribed'),
        unsubscribed: integer(row, 'unsubscribed'),
        suppressed: integer(row, 'suppressed'),
        waiting: integer(row, 'waiting'),
        failed: integer(row, 'failed'),
      };
    },
  };
}
