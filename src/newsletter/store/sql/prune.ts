import type { List } from '../list.ts';
import type { Database } from './database.ts';
import { UNCONFIRMED_KEPT } from './unconfirmed.ts';

const DAY = 24 * 60 * 60 * 1000;

/** How long a line stays after it was done. The limits of mails to a mailbox count back a day. */
const KEEP_DONE = 2 * DAY;

/**
 * How long a line stays that was given up, for the owner to see and to retry. One of somebody who is
 * gone has nothing to retry, and stays as long as one that was done.
 */
const KEEP_FAILED = 90 * DAY;

/** So many rows at most go in one transaction, so that others get their turn. */
const BATCH = 1_000;

/** Takes away what is of no use any longer, so that the files do not grow without end. */
export function pruning(database: Database): Pick<List, 'prune'> {
  const { skipLocked } = database.dialect;
  const lines = (state: string) => `
    DELETE FROM outbox WHERE id IN (
      SELECT id FROM outbox WHERE state = '${state}' AND finished_at < ? LIMIT ?${skipLocked})`;
  // Nobody can take them up: whoever did not confirm is gone, address and all.
  const lost = `
    DELETE FROM outbox WHERE id IN (
      SELECT id FROM outbox
      WHERE state = 'failed' AND finished_at < ? AND errand IN ('confirm', 'welcome', 'hand-over')
        AND NOT EXISTS (SELECT 1 FROM subscribers WHERE hash = outbox.subscriber)
      LIMIT ?${skipLocked})`;
  // What stays of the sign-ups is the last one before each confirmation, which it led to, and those
  // of people who may still confirm.
  const signUps = `
    DELETE FROM consents WHERE id IN (
      SELECT id FROM consents AS signed
      WHERE event IN ('sign-up', 'trapped') AND at < ?
        AND NOT EXISTS (
          SELECT 1 FROM subscribers WHERE hash = signed.subscriber AND status = 'pending')
        AND coalesce((
          SELECT event FROM consents AS later
          WHERE later.subscriber = signed.subscriber AND later.id > signed.id
            AND later.event <> 'trapped'
          ORDER BY later.id LIMIT 1), '')
          <> CASE WHEN signed.event = 'sign-up' THEN 'confirm' ELSE '-' END
      LIMIT ?${skipLocked})`;
  return {
    prune: (now) =>
      database.transaction(async ({ run }) => {
        const done = await run(lines('done'), now - KEEP_DONE, BATCH);
        const failed = await run(lines('failed'), now - KEEP_FAILED, BATCH);
        const left = await run(lost, now - KEEP_DONE, BATCH);
        return done + failed + left + (await run(signUps, now - UNCONFIRMED_KEPT, BATCH));
      }),
  };
}
