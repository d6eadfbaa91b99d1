import type { DatabaseSync } from 'node:sqlite';
import type { KeyedHashes } from '../../hashes.ts';
import type { Errand, OutboxItem } from '../list.ts';
import { integer, type Row, text } from './row.ts';
import type { Store } from './store.ts';
import { transaction } from './transaction.ts';

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
    Store,
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
  add(line: NewLine): void;
  /** How many mails to confirm a mailbox was meant to get since then, and when the last one. */
  confirmMails(
    mailbox: string,
    since: number,
    now: number,
  ): { readonly count: number; readonly last: number };
  /** Ends the lines of an address that still wait, of these errands. Inside the caller's transaction. */
  cancel(subscriber: string, errands: readonly Errand[], at: number): void;
  /** Deletes the lines of an address that still wait or failed; returns how many. Inside the caller's transaction. */
  remove(subscriber: string): number;
}

/** What nobody wants any longer once somebody is deleted. */
export const FOR_THE_LISTED: readonly Errand[] = ['confirm', 'welcome', 'hand-over'];

/** The outbox of a database. */
export function outbox(
  database: DatabaseSync,
  { seal, unseal }: Pick<KeyedHashes, 'seal' | 'unseal'>,
): Outbox {
  const insert = database.prepare(`
    INSERT INTO outbox (errand, subscriber, mailbox, sealed, page, created_at, state, due_at)
    VALUES (?, ?, ?, ?, ?, ?, 'waiting', 0)`);
  const countMails = database.prepare(`
    SELECT COUNT(*) AS count, COALESCE(MAX(created_at), 0) AS last FROM outbox
    WHERE mailbox = ? AND created_at > ? AND created_at <= ? AND errand = 'confirm'`);
  const among = (column: string) => `${column} IN (SELECT value FROM json_each(?))`;
  const cancel = database.prepare(`
    UPDATE outbox SET state = 'done', finished_at = ?, sealed = NULL
    WHERE subscriber = ? AND state = 'waiting' AND ${among('errand')}`);
  const remove = database.prepare(`DELETE FROM outbox WHERE subscriber = ? AND state <> 'done'`);
  const take = database.prepare(`
    UPDATE outbox SET due_at = ?
    WHERE id IN (
      SELECT id FROM outbox
      WHERE state = 'waiting' AND (due_at <= ? OR due_at > ?) AND ${among('errand')}
      ORDER BY due_at, id LIMIT ?)
    RETURNING id, errand, subscriber, sealed, page, created_at, attempts, unseen,
      COALESCE((SELECT email FROM subscribers WHERE hash = outbox.subscriber), '') AS email`);
  const waits = database.prepare(`SELECT 1 FROM outbox WHERE id = ? AND state = 'waiting'`);
  const send = database.prepare(
    `UPDATE outbox SET unseen = unseen + 1 WHERE id = ? AND state = 'waiting'`,
  );
  const next = database.prepare(`
    SELECT due_at FROM outbox WHERE state = 'waiting' AND ${among('errand')}
    ORDER BY due_at LIMIT 1`);
  // A worker whose lease ran out must not open again what another one has finished meanwhile.
  const finish = database.prepare(`
    UPDATE outbox SET state = ?, finished_at = ?, last_error = ?, sealed = NULL
    WHERE id = ? AND state = 'waiting'`);
  const postpone = database.prepare(`
    UPDATE outbox
    SET due_at = ?, last_error = ?, attempts = attempts + 1, unseen = iif(?, 0, unseen)
    WHERE id = ? AND state = 'waiting'`);
  const free = database.prepare(`UPDATE outbox SET due_at = 0 WHERE id = ? AND state = 'waiting'`);
  const revive = database.prepare(`
    UPDATE outbox SET state = 'waiting', due_at = 0, attempts = 0, unseen = 0, finished_at = NULL
    WHERE state = 'failed' AND errand IN ('confirm', 'welcome', 'hand-over') AND EXISTS (
      SELECT 1 FROM subscribers WHERE hash = outbox.subscriber
        AND status = iif(outbox.errand = 'confirm', 'pending', 'subscribed'))`);
  const countFailed = database.prepare(
    `SELECT COUNT(*) AS count FROM outbox WHERE state = 'failed'`,
  );
  const reasons = database.prepare(`
    SELECT state, last_error, COUNT(*) AS count FROM outbox
    WHERE state <> 'done' AND last_error IS NOT NULL
    GROUP BY state, last_error ORDER BY count DESC, last_error LIMIT ?`);

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

  return {
    add({ errand, subscriber, mailbox, page, at, email }) {
      const sealed = email === undefined ? null : seal(email);
      insert.run(errand, subscriber, mailbox, sealed, page, at);
    },
    confirmMails(mailbox, since, now) {
      // What is yet to come was written by a clock that was wrong, and must lock nobody out.
      const row = countMails.get(mailbox, since, now + SLACK);
      return { count: integer(row, 'count'), last: integer(row, 'last') };
    },
    cancel(subscriber, errands, at) {
      cancel.run(at, subscriber, JSON.stringify(errands));
    },
    remove: (subscriber) => Number(remove.run(subscriber).changes),
    takeDue(now, leasedUntil, limit, errands) {
      const rows = transaction(database, () =>
        take.all(leasedUntil, now, now + LONGEST_WAIT, JSON.stringify(errands), limit),
      );
      const items = rows.flatMap((row) => {
        try {
          return [itemOf(row)];
        } catch {
          // One line that cannot be read keeps no other one waiting.
          finish.run('failed', now, UNREADABLE, integer(row, 'id'));
          return [];
        }
      });
      // RETURNING promises no order.
      return items.sort((a, b) => a.createdAt - b.createdAt || a.id - b.id);
    },
    stillWaits: (id) => waits.get(id) !== undefined,
    sending: (id) => Number(send.run(id).changes) > 0,
    nextDue(errands) {
      const row = next.get(JSON.stringify(errands));
      return row === undefined ? undefined : integer(row, 'due_at');
    },
    done: (id, at) => void finish.run('done', at, null, id),
    retry: (id, dueAt, why, seen) => void postpone.run(dueAt, why, seen ? 1 : 0, id),
    giveBack: (id) => void free.run(id),
    giveUp: (id, at, why) => void finish.run('failed', at, why, id),
    retryFailed: () =>
      transaction(database, () => {
        const taken = Number(revive.run().changes);
        return { taken, lost: integer(countFailed.get(), 'count') };
      }),
    troubles: () =>
      reasons.all(MOST_TROUBLES).map((row) => ({
        state: text(row, 'state') === 'failed' ? 'failed' : 'waiting',
        why: text(row, 'last_error'),
        count: integer(row, 'count'),
      })),
  };
}
