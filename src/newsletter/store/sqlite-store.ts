import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import { inTransaction } from './open-database.ts';
import type {
  Circumstances,
  Confirmation,
  Counts,
  Errand,
  OutboxItem,
  SignUp,
  Store,
} from './store.ts';

const MINUTE = 60_000;

/** Nobody gets more mails that ask to confirm: one in ten minutes, three a day. */
const MAILS = { apart: 10 * MINUTE, day: 24 * 60 * MINUTE, perDay: 3 };

/** The store in a database that openDatabase opened. `hashAddress` is keyed. */
export function sqliteStore(database: DatabaseSync, hashAddress: (email: string) => string): Store {
  const run = (sql: string, ...values: SQLInputValue[]) => database.prepare(sql).run(...values);
  const get = (sql: string, ...values: SQLInputValue[]) => database.prepare(sql).get(...values);

  const consent = (event: string, hash: string, { at, page, wording, network }: Circumstances) =>
    run(
      'INSERT INTO consents (at, event, address_hash, page, wording, network) VALUES (?, ?, ?, ?, ?, ?)',
      ...[at, event, hash, page, wording, network],
    );

  const queue = (errand: Errand, hash: string, email: string, page: string, at: number) =>
    run(
      'INSERT INTO outbox (errand, address_hash, email, page, created_at, due_at) VALUES (?, ?, ?, ?, ?, ?)',
      ...[errand, hash, email, page, at, at],
    );

  /** Whether an address may get a mail that asks to confirm, at this time. */
  const mayBeAsked = (hash: string, at: number): boolean => {
    const status = get('SELECT status FROM subscribers WHERE address_hash = ?', hash)?.['status'];
    const suppressed = get('SELECT 1 FROM suppressions WHERE address_hash = ?', hash);
    const sent = get(
      `SELECT count(*) AS today, coalesce(max(created_at), 0) AS last FROM outbox
       WHERE address_hash = ? AND errand = 'confirm' AND created_at > ?`,
      hash,
      at - MAILS.day,
    );
    const soon = Number(sent?.['last']) > at - MAILS.apart;
    const often = Number(sent?.['today']) >= MAILS.perDay;
    return status !== 'subscribed' && !suppressed && !soon && !often;
  };

  return {
    signUp: (signUp: SignUp) =>
      inTransaction(database, () => {
        const { email, page, at, trapped } = signUp;
        const hash = hashAddress(email);
        const errand = mayBeAsked(hash, at) && !trapped ? 'confirm' : 'nothing';
        consent(trapped ? 'trapped' : 'asked', hash, signUp);
        queue(errand, hash, errand === 'confirm' ? email : '', page, at);
        if (errand === 'nothing') return;
        run(
          `INSERT INTO subscribers (address_hash, email, status, page, created_at)
           VALUES (?, ?, 'pending', ?, ?)
           ON CONFLICT (address_hash) DO UPDATE SET status = 'pending', email = excluded.email`,
          ...[hash, email, page, at],
        );
      }),

    issueToken: (tokenHash, subscriber, expiresAt) =>
      inTransaction(database, () => {
        // Nothing to confirm for somebody who was deleted meanwhile.
        run(
          `INSERT INTO tokens (hash, address_hash, expires_at)
           SELECT ?, address_hash, ? FROM subscribers WHERE address_hash = ?`,
          ...[tokenHash, expiresAt, subscriber],
        );
      }),

    confirm: (tokenHash, circumstances, errands): Confirmation =>
      inTransaction(database, () => {
        const { at } = circumstances;
        const found = get(
          `SELECT address_hash, expires_at, email, status, page FROM tokens
           JOIN subscribers USING (address_hash) WHERE hash = ?`,
          tokenHash,
        );
        if (!found) return 'unknown';
        if (found['status'] === 'subscribed') return 'already';
        if (Number(found['expires_at']) <= at || found['status'] !== 'pending') return 'expired';
        const [hash, email] = [String(found['address_hash']), String(found['email'])];
        run(
          "UPDATE subscribers SET status = 'subscribed', confirmed_at = ? WHERE address_hash = ?",
          ...[at, hash],
        );
        consent('confirmed', hash, circumstances);
        for (const errand of errands) queue(errand, hash, email, String(found['page']), at);
        return 'confirmed';
      }),

    unsubscribe: (subscriber, circumstances) =>
      inTransaction(database, () => {
        const { at } = circumstances;
        run(
          "UPDATE subscribers SET status = 'unsubscribed' WHERE address_hash = ? AND status <> 'unsubscribed'",
          subscriber,
        );
        run('DELETE FROM tokens WHERE address_hash = ?', subscriber);
        run(
          "UPDATE outbox SET state = 'done', ended_at = ?, email = '' WHERE address_hash = ? AND state = 'waiting'",
          ...[at, subscriber],
        );
        const news = run(
          'INSERT INTO suppressions (address_hash, at) VALUES (?, ?) ON CONFLICT DO NOTHING',
          ...[subscriber, at],
        );
        if (news.changes > 0) consent('unsubscribed', subscriber, circumstances);
      }),

    takeDue: (now, leasedUntil, limit) =>
      inTransaction(database, () =>
        database
          .prepare(
            `UPDATE outbox SET due_at = ?, attempts = attempts + 1, unseen = unseen + 1
             WHERE id IN (SELECT id FROM outbox WHERE state = 'waiting' AND due_at <= ?
                          ORDER BY due_at LIMIT ?)
             RETURNING id, errand, address_hash, email, page, created_at, attempts, unseen`,
          )
          .all(leasedUntil, now, limit)
          .map(
            (row): OutboxItem => ({
              id: Number(row['id']),
              // One of those that the table allows.
              errand: String(row['errand']) as Errand,
              email: String(row['email']),
              subscriber: String(row['address_hash']),
              page: String(row['page']),
              createdAt: Number(row['created_at']),
              attempts: Number(row['attempts']) - 1,
              unseen: Number(row['unseen']) - 1,
            }),
          ),
      ),

    nextDue: () => {
      const due = get("SELECT min(due_at) AS due FROM outbox WHERE state = 'waiting'")?.['due'];
      return due === null || due === undefined ? undefined : Number(due);
    },

    // The address is not needed any longer where the errand is over.
    done: (id, at) => {
      run(
        "UPDATE outbox SET state = 'done', ended_at = ?, email = '', why = NULL WHERE id = ?",
        at,
        id,
      );
    },
    retry: (id, dueAt, why) => {
      run('UPDATE outbox SET due_at = ?, why = ?, unseen = 0 WHERE id = ?', dueAt, why, id);
    },
    giveUp: (id, at, why) => {
      run("UPDATE outbox SET state = 'failed', ended_at = ?, why = ? WHERE id = ?", at, why, id);
    },

    counts: (): Counts => {
      const row = get(`SELECT
        (SELECT count(*) FROM subscribers WHERE status = 'pending') AS pending,
        (SELECT count(*) FROM subscribers WHERE status = 'subscribed') AS subscribed,
        (SELECT count(*) FROM subscribers WHERE status = 'unsubscribed') AS unsubscribed,
        (SELECT count(*) FROM suppressions) AS suppressed,
        (SELECT count(*) FROM outbox WHERE state = 'waiting' AND errand <> 'nothing') AS waiting,
        (SELECT count(*) FROM outbox WHERE state = 'failed') AS failed`);
      const count = (name: keyof Counts) => Number(row?.[name]);
      return {
        pending: count('pending'),
        subscribed: count('subscribed'),
        unsubscribed: count('unsubscribed'),
        suppressed: count('suppressed'),
        waiting: count('waiting'),
        failed: count('failed'),
      };
    },

    close: () => database.close(),
  };
}
