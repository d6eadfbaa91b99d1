import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import { inTransaction } from './open-database.ts';

/** A subscriber as the owner sees them. */
export interface ListedSubscriber {
  readonly email: string;
  readonly status: string;
  readonly createdAt: number;
  readonly confirmedAt: number | undefined;
  /** The page they came from. */
  readonly page: string;
}

/** Why somebody may be imported: what they agreed to, where, and when. */
export interface Evidence {
  readonly source: string;
  /** Milliseconds since 1970. */
  readonly consentedAt: number;
}

/** What came of one imported address. */
export type Imported = 'added' | 'suppressed' | 'subscribed';

/** What the owner does with the list by hand, beside a server that runs or not. */
export interface OwnerList {
  subscribers(): Iterable<ListedSubscriber>;
  /** Adds addresses that consented elsewhere, as one transaction; what came of each, in order. */
  importAll(emails: readonly string[], evidence: Evidence, at: number): readonly Imported[];
  /**
   * Deletes what is kept of an address. What stays is its keyed hash: that it must not be written
   * to, where it had left, and in the consent log. Returns whether there was anything.
   */
  forget(email: string): boolean;
}

/** The owner's view of the list in `database`. `hashAddress` is keyed. */
export function ownerList(
  database: DatabaseSync,
  hashAddress: (email: string) => string,
): OwnerList {
  const run = (sql: string, ...values: SQLInputValue[]) => database.prepare(sql).run(...values);
  const get = (sql: string, ...values: SQLInputValue[]) => database.prepare(sql).get(...values);

  const importOne = (email: string, { source, consentedAt }: Evidence, at: number): Imported => {
    const hash = hashAddress(email);
    if (get('SELECT 1 FROM suppressions WHERE address_hash = ?', hash)) return 'suppressed';
    const status = get('SELECT status FROM subscribers WHERE address_hash = ?', hash)?.['status'];
    if (status === 'subscribed') return 'subscribed';
    run(
      `INSERT INTO subscribers (address_hash, email, status, page, created_at, confirmed_at)
       VALUES (?, ?, 'subscribed', '', ?, ?)
       ON CONFLICT (address_hash) DO UPDATE SET status = 'subscribed', confirmed_at = excluded.confirmed_at`,
      ...[hash, email, at, consentedAt],
    );
    run(
      "INSERT INTO consents (at, event, address_hash, page, wording, network) VALUES (?, 'imported', ?, '', ?, '')",
      ...[consentedAt, hash, source],
    );
    return 'added';
  };

  return {
    *subscribers() {
      const rows = database
        .prepare('SELECT * FROM subscribers ORDER BY created_at, address_hash')
        .iterate();
      for (const row of rows) {
        yield {
          email: String(row['email']),
          status: String(row['status']),
          createdAt: Number(row['created_at']),
          confirmedAt: row['confirmed_at'] === null ? undefined : Number(row['confirmed_at']),
          page: String(row['page']),
        };
      }
    },
    importAll: (emails, evidence, at) =>
      inTransaction(database, () => emails.map((email) => importOne(email, evidence, at))),
    forget: (email) =>
      inTransaction(database, () => {
        const hash = hashAddress(email);
        const lines = run('DELETE FROM outbox WHERE address_hash = ?', hash);
        const subscribers = run('DELETE FROM subscribers WHERE address_hash = ?', hash);
        return Number(lines.changes) + Number(subscribers.changes) > 0;
      }),
  };
}
