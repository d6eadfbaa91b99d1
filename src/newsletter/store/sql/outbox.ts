import type { KeyedHashes } from '../../hashes.ts';
import type { Errand, List, OutboxItem } from '../list.ts';
import { type Database, marks, type Transaction } from './database.ts';
import { integer, type Row, text } from './row.ts';

const MINUTE = 60 * 1000;
const HOUR = 60 * MINUTE;

/** Longer than anything waits. What is due later than that was written by a clock that was wrong. */
const LONGEST_WAIT = 12 * HOUR;

/** How far the clocks of two processes that write may be apart. */
const SLACK = MINUTE;

/** Why a line is given up that says something else than was ever written there. */
const UNREADABLE = 'This line of the outbox is damaged.';

/** So many reasons are told. */
const MOST_TROUBLES = 5;

const ERRANDS = [
  ...['confirm', 'welcome', 'hand-over', 'leave', 'forget', 'nothing'],
] as const satisfies string[];

function errandOf(row: Row): Errand {
  const found = text(row, 'errand');
  const errand = (ERRANDS as readonly Errand[]).find((known) => known === found);
  if (errand === undefined) throw new TypeError(`The outbox holds an unknown errand "${found}".`);
  return errand;
}

/** A line to be added. */
export interface NewLine {
  readonly errand: Errand;
  readonly subscriber: string;
  readonly mailbox: string;
  readonly page: string;
  readonly at: number;
  /** The address, where the subscriber's own will be gone. */
  readonly email?: string;
}

/** What is to be sent, and what became of it. */
export interface Outbox
  extends Pick<
    List,
    | 'takeDue'
    | 'stillWaits'
    | 'sending'
    | 'nextDue'
    | 'done'
    | 'retry'
    | 'giveBack'
    | 'giveUp'
    | 'retryFailed'
    | 'troubles'
  > {
  /** Adds a line, due at once. Inside the caller's transaction. */
  readonly add: (database: Transaction, line: NewLine) => Promise<void>;
  /** How many mails to confirm a mailbox was meant to get since then, and when the last one. */
  readonly confirmMails: (
    database: Transaction,
    mailbox: string,
    since: number,
    now: number,
  ) => Promise<{ readonly count: number; readonly last: number }>;
  /** Ends the lines of an address that still wait, of these errands. Inside the caller's transaction. */
  readonly cancel: (
    database: Transaction,
    subscriber: string,
    errands: readonly Errand[],
    at: number,
  ) => Promise<void>;
  /** Deletes the lines of an address that still wait or failed; returns how many. Inside the caller's transaction. */
  readonly remove: (database: Transaction, subscriber: string) => Promise<number>;
}

/** What nobody wants any longer once somebody is deleted. */
export const FOR_THE_LISTED: readonly Errand[] = ['confirm', 'welcome', 'hand-over'];

/** The outbox of a database. */
export function outbox(
  database: Database,
  { seal, unseal }: Pick<KeyedHashes, 'seal' | 'unseal'>,
): Outbox {
  const insert = `
    INSERT INTO outbox (errand, subscriber, mailbox, sealed, page, created_at, state, due_at)
    VALUES (?, ?, ?, ?, ?, ?, 'waiting', 0)`;
  const countMails = `
    SELECT COUNT(*) AS count, COALESCE(MAX(created_at), 0) AS last FROM outbox
    WHERE mailbox = ? AND created_at > ? AND created_at <= ? AND errand = 'confirm'`;
  const cancel = (errands: readonly Errand[]) => `
    UPDATE outbox SET state = 'done', finished_at = ?, sealed = NULL
    WHERE subscriber = ? AND state = 'waiting' AND errand IN (${marks(errands.length)})`;
  const remove = `DELETE FROM outbox WHERE subscriber = ? AND state <> 'done'`;
  const take = (errands: readonly Errand[]) => `
    WITH due AS MATERIALIZED (
      SELECT id FROM outbox
      WHERE state = 'waiting' AND (due_at <= ? OR due_at > ?)
        AND errand IN (${marks(errands.length)})
      ORDER BY due_at, id LIMIT ?${database.dialect.skipLocked})
    UPDATE outbox SET due_at = ? WHERE id IN (SELECT id FROM due)
    RETURNING id, errand, subscriber, sealed, page, created_at, attempts, unseen,
      COALESCE((SELECT email FROM subscribers WHERE hash = outbox.subscriber), '') AS email`;
  const waits = `SELECT 1 FROM outbox WHERE id = ? AND state = 'waiting'`;
  const send = `UPDATE outbox SET unseen = unseen + 1 WHERE id = ? AND state = 'waiting'`;
  const next = (errands: readonly Errand[]) => `
    SELECT due_at FROM outbox WHERE state = 'waiting' AND errand IN (${marks(errands.length)})
    ORDER BY due_at LIMIT 1`;
  // A worker whose lease ran out must not open again what another one has finished meanwhile.
  const finish = `
    UPDATE outbox SET state = ?, finished_at = ?, last_error = ?, sealed = NULL
    WHERE id = ? AND state = 'waiting'`;
  const postpone = `
    UPDATE outbox SET due_at = ?, last_error = ?, attempts = attempts + 1,
      unseen = CASE WHEN ? = 1 THEN 0 ELSE unseen END
    WHERE id = ? AND state = 'waiting'`;
  const free = `UPDATE outbox SET due_at = 0 WHERE id = ? AND state = 'waiting'`;
  const revive = `
    UPDATE outbox SET state = 'waiting', due_at = 0, attempts = 0, unseen = 0, finished_at = NULL
    WHERE state = 'failed' AND errand IN ('confirm', 'welcome', 'hand-over') AND EXISTS (
      SELECT 1 FROM subscribers WHERE hash = outbox.subscriber
        AND status = CASE WHEN outbox.errand = 'confirm' THEN 'pending' ELSE 'subscribed' END)`;
  const countFailed = `SELECT COUNT(*) AS count FROM outbox WHERE state = 'failed'`;
  const reasons = `
    SELECT state, last_error, COUNT(*) AS count FROM outbox
    WHERE state <> 'done' AND last_error IS NOT NULL
    GROUP BY state, last_error ORDER BY count DESC, last_error LIMIT ?`;

  const itemOf = (row: Row): OutboxItem => ({
    id: integer(row, 'id'),
    errand: errandOf(row),
    email: row?.['sealed'] === null ? text(row, 'email') : unseal(text(row, 'sealed')),
    subscriber: text(row, 'subscriber'),
    page: text(row, 'page'),
    createdAt: integer(row, 'created_at'),
    attempts: integer(row, 'attempts'),
    unseen: integer(row, 'unseen'),
  });

  /** What a taken line asks for; undefined where it is given up, or nobody is there any more. */
  const itemIn = async (row: Row, now: number): Promise<OutboxItem | undefined> => {
    let item: OutboxItem;
    try {
      item = itemOf(row);
    } catch {
      // One line that cannot be read keeps no other one waiting.
      await database.run(finish, 'failed', now, UNREADABLE, integer(row, 'id'));
      return undefined;
    }
    if (item.email !== '' || !FOR_THE_LISTED.includes(item.errand)) return item;
    // Whoever it is for has left while it was queued.
    await database.run(finish, 'done', now, null, item.id);
    return undefined;
  };

  return {
    async add(within, { errand, subscriber, mailbox, page, at, email }) {
      const sealed = email === undefined ? null : seal(email);
      await within.run(insert, errand, subscriber, mailbox, sealed, page, at);
    },
    async confirmMails(within, mailbox, since, now) {
      // What is yet to come was written by a clock that was wrong, and must lock nobody out.
      const row = await within.get(countMails, mailbox, since, now + SLACK);
      return { count: integer(row, 'count'), last: integer(row, 'last') };
    },
    async cancel(within, subscriber, errands, at) {
      await within.run(cancel(errands), at, subscriber, ...errands);
    },
    remove: (within, subscriber) => within.run(remove, subscriber),
    async takeDue(now, leasedUntil, limit, errands) {
      if (errands.length === 0) return [];
      const rows = await database.transaction(({ all }) =>
        all(take(errands), now, now + LONGEST_WAIT, ...errands, limit, leasedUntil),
      );
      const items: OutboxItem[] = [];
      for (const row of rows) {
        const item = await itemIn(row, now);
        if (item !== undefined) items.push(item);
      }
      // RETURNING promises no order.
      return items.sort((a, b) => a.createdAt - b.createdAt || a.id - b.id);
    },
    stillWaits: async (id) => (await database.get(waits, id)) !== undefined,
    sending: async (id) => (await database.run(send, id)) > 0,
    async nextDue(errands) {
      if (errands.length === 0) return undefined;
      const row = await database.get(next(errands), ...errands);
      return row === undefined ? undefined : integer(row, 'due_at');
    },
    done: async (id, at) => void (await database.run(finish, 'done', at, null, id)),
    retry: async (id, dueAt, why, seen) =>
      void (await database.run(postpone, dueAt, why, seen ? 1 : 0, id)),
    giveBack: async (id) => void (await database.run(free, id)),
    giveUp: async (id, at, why) => void (await database.run(finish, 'failed', at, why, id)),
    retryFailed: () =>
      database.transaction(async ({ run, get }) => {
        const taken = await run(revive);
        return { taken, lost: integer(await get(countFailed), 'count') };
      }),
    troubles: async () =>
      (await database.all(reasons, MOST_TROUBLES)).map((row) => ({
        state: text(row, 'state') === 'failed' ? 'failed' : 'waiting',
        why: text(row, 'last_error'),
        count: integer(row, 'count'),
      })),
  };
}
