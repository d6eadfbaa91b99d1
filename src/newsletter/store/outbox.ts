import type { DatabaseSync } from 'node:sqlite';
import type { Erasures } from './erasures.ts';
import { integer, type Row, text } from './row.ts';
import type { Errand, OutboxItem, Store } from './store.ts';
import { transaction } from './transaction.ts';

const DAY = 24 * 60 * 60 * 1000;

/** How long a line stays after it was done. The limits of mails to an address count back a day. */
const KEEP_DONE = 7 * DAY;

const ERRANDS = [
  ...(['confirm', 'welcome', 'hand-over', 'take-back', 'nothing'] as const satisfies Errand[]),
];

function errandOf(row: Row): Errand {
  const found = text(row, 'errand');
  const errand = ERRANDS.find((known) => known === found);
  if (errand === undefined) throw new TypeError(`The outbox holds an unknown errand "${found}".`);
  return errand;
}

/** What is to be sent, and what became of it. */
export interface Outbox
  extends Pick<Store, 'takeDue' | 'stillWaits' | 'nextDue' | 'done' | 'retry' | 'giveUp'> {
  /**
   * Adds a line, due at once. Inside the caller's transaction.
   *
   * @param email for a take-back: the address, kept with the line until it ends
   */
  add(errand: Errand, subscriber: string, page: string, at: number, email?: string): void;
  /** How many mails to confirm an address was meant to get since then, and when the last one. */
  confirmMails(
    subscriber: string,
    since: number,
  ): { readonly count: number; readonly last: number };
  /** Ends the lines of an address that still wait. Inside the caller's transaction. */
  cancel(subscriber: string, at: number): void;
  /** Deletes the lines of an address that still wait or failed; returns how many. Inside the caller's transaction. */
  remove(subscriber: string): number;
}

/** The outbox of a database. */
export function outbox(database: DatabaseSync, { note }: Pick<Erasures, 'note'>): Outbox {
  const insert = database.prepare(`
    INSERT INTO outbox (errand, subscriber, page, created_at, state, due_at, email)
    VALUES (?, ?, ?, ?, 'waiting', ?, ?)`);
  const addressesOf = database.prepare(
    'SELECT subscriber, email FROM outbox WHERE subscriber = ? AND email IS NOT NULL',
  );
  const addressIn = database.prepare(
    'SELECT subscriber, email FROM outbox WHERE id = ? AND email IS NOT NULL',
  );
  const noteAll = (rows: ReturnType<typeof addressesOf.all>): void =>
    note(rows.map((row) => ({ hash: text(row, 'subscriber'), email: text(row, 'email') })));
  const countMails = database.prepare(`
    SELECT COUNT(*) AS count, COALESCE(MAX(created_at), 0) AS last FROM outbox
    WHERE subscriber = ? AND created_at > ? AND errand = 'confirm'`);
  const cancel = database.prepare(`
    UPDATE outbox SET state = 'done', finished_at = ?, email = NULL
    WHERE subscriber = ? AND state = 'waiting'`);
  const remove = database.prepare(`DELETE FROM outbox WHERE subscriber = ? AND state <> 'done'`);
  // Taking counts as an attempt, so that a mail that ends the process is not tried for ever.
  const take = database.prepare(`
    UPDATE outbox SET due_at = ?, attempts = attempts + 1, unseen = unseen + 1
    WHERE id IN (
      SELECT id FROM outbox WHERE state = 'waiting' AND due_at <= ? ORDER BY due_at, id LIMIT ?)
    RETURNING id, errand, subscriber, page, created_at, attempts - 1 AS attempts,
      unseen - 1 AS unseen,
      COALESCE(email, (SELECT email FROM subscribers WHERE hash = outbox.subscriber), '') AS email`);
  const waits = database.prepare(`SELECT 1 FROM outbox WHERE id = ? AND state = 'waiting'`);
  const next = database.prepare(
    `SELECT due_at FROM outbox WHERE state = 'waiting' ORDER BY due_at LIMIT 1`,
  );
  // A worker whose lease ran out must not open again what another one has finished meanwhile.
  const finish = database.prepare(`
    UPDATE outbox SET state = ?, finished_at = ?, last_error = ?, email = NULL
    WHERE id = ? AND state = 'waiting'`);
  const postpone = database.prepare(
    `UPDATE outbox SET due_at = ?, last_error = ?, unseen = 0 WHERE id = ? AND state = 'waiting'`,
  );
  const sweep = database.prepare(`DELETE FROM outbox WHERE state = 'done' AND finished_at < ?`);

  return {
    add(errand, subscriber, page, at, email) {
      insert.run(errand, subscriber, page, at, at, email ?? null);
    },
    confirmMails(subscriber, since) {
      const row = countMails.get(subscriber, since);
      return { count: integer(row, 'count'), last: integer(row, 'last') };
    },
    cancel(subscriber, at) {
      noteAll(addressesOf.all(subscriber));
      cancel.run(at, subscriber);
    },
    remove(subscriber) {
      noteAll(addressesOf.all(subscriber));
      return Number(remove.run(subscriber).changes);
    },
    takeDue(now, leasedUntil, limit) {
      const rows = transaction(database, () => take.all(leasedUntil, now, limit));
      const items = rows.map(
        (row): OutboxItem => ({
          id: integer(row, 'id'),
          errand: errandOf(row),
          email: text(row, 'email'),
          subscriber: text(row, 'subscriber'),
          page: text(row, 'page'),
          createdAt: integer(row, 'created_at'),
          attempts: integer(row, 'attempts'),
          unseen: integer(row, 'unseen'),
        }),
      );
      // RETURNING promises no order.
      return items.sort((a, b) => a.createdAt - b.createdAt || a.id - b.id);
    },
    stillWaits: (id) => waits.get(id) !== undefined,
    nextDue() {
      const row = next.get();
      return row === undefined ? undefined : integer(row, 'due_at');
    },
    done(id, at) {
      transaction(database, () => {
        noteAll(addressIn.all(id));
        finish.run('done', at, null, id);
        sweep.run(at - KEEP_DONE);
      });
    },
    retry(id, dueAt, why) {
      postpone.run(dueAt, why, id);
    },
    giveUp(id, at, why) {
      transaction(database, () => {
        noteAll(addressIn.all(id));
        finish.run('failed', at, why, id);
      });
    },
  };
}
