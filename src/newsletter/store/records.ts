import type { DatabaseSync } from 'node:sqlite';
import { consentLog, type Evidence } from './consents.ts';
import type { Outbox } from './outbox.ts';
import { integer, text } from './row.ts';
import { copySnapshot } from './snapshot.ts';
import { transaction } from './transaction.ts';

/** A subscriber, as the owner gets to see one. */
export interface Subscriber {
  readonly email: string;
  readonly status: 'pending' | 'subscribed' | 'unsubscribed';
  /** When they confirmed or were imported; undefined where they never did. */
  readonly confirmedAt: number | undefined;
  /** The page they signed up on; empty for imported ones. */
  readonly page: string;
}

/** What became of an address in an import. */
export type Imported = 'imported' | 'suppressed' | 'subscribed';

/** What `forget` found and deleted. */
export interface Forgotten {
  /** Whether the address was in the store. */
  readonly known: boolean;
  /** Lines of the outbox that were waiting or had failed. */
  readonly lines: number;
}

/** What the owner does with the list, by the command line. */
export interface Records {
  /** All who are in the store, the oldest first. */
  subscribers(): Iterable<Subscriber>;
  /**
   * Adds addresses whose owners consented elsewhere, in one transaction.
   *
   * @returns what became of each, in the same order
   */
  importBatch(emails: readonly string[], evidence: Evidence, at: number): readonly Imported[];
  /** Deletes an address. What stays is the keyed hash that keeps it from being written to again. */
  forget(email: string, at: number): Forgotten;
  /**
   * Copies the database to an empty or new file, also while others write. Resolves when it is whole.
   *
   * @param progress called with how many pages are copied of how many
   */
  backup(path: string, progress?: (done: number, total: number) => void): Promise<void>;
}

function statusOf(found: string): Subscriber['status'] {
  if (found === 'pending' || found === 'subscribed' || found === 'unsubscribed') return found;
  throw new TypeError(`The store holds an unknown status "${found}".`);
}

/** The owner's view of a database. */
export function records(
  database: DatabaseSync,
  hashAddress: (email: string) => string,
  lines: Outbox,
): Records {
  const log = consentLog(database);
  const all = database.prepare(`
    SELECT email, status, confirmed_at, page FROM subscribers ORDER BY created_at, email`);
  const find = database.prepare('SELECT status FROM subscribers WHERE hash = ?');
  const findSuppression = database.prepare('SELECT 1 FROM suppressions WHERE hash = ?');
  const save = database.prepare(`
    INSERT INTO subscribers (hash, email, status, page, created_at, asked_at, confirmed_at)
    VALUES (?, ?, 'subscribed', '', ?, ?, ?)
    ON CONFLICT (hash) DO UPDATE SET status = 'subscribed', confirmed_at = excluded.confirmed_at`);
  const suppress = database.prepare(`
    INSERT INTO suppressions (hash, at) VALUES (?, ?) ON CONFLICT (hash) DO NOTHING`);
  const remove = database.prepare('DELETE FROM subscribers WHERE hash = ?');

  const byCommand = (at: number) => ({ at, page: '', wording: '', network: '' });

  return {
    *subscribers() {
      for (const row of all.iterate()) {
        yield {
          email: text(row, 'email'),
          status: statusOf(text(row, 'status')),
          confirmedAt: row['confirmed_at'] === null ? undefined : integer(row, 'confirmed_at'),
          page: text(row, 'page'),
        };
      }
    },

    importBatch: (emails, evidence, at) =>
      transaction(database, () =>
        emails.map((email): Imported => {
          const hash = hashAddress(email);
          if (findSuppression.get(hash) !== undefined) return 'suppressed';
          const known = find.get(hash);
          if (known !== undefined && text(known, 'status') === 'subscribed') return 'subscribed';
          save.run(hash, email, at, at, at);
          // They have consented, so a mail that asks them to is no longer wanted.
          lines.cancel(hash, at);
          log(hash, 'import', byCommand(at), evidence);
          return 'imported';
        }),
      ),

    forget(email, at) {
      const hash = hashAddress(email);
      const forgotten = transaction(database, () => {
        const gone = remove.run(hash).changes;
        const open = lines.remove(hash);
        suppress.run(hash, at);
        log(hash, 'forget', byCommand(at));
        return { known: Number(gone) > 0, lines: open };
      });
      // The deleted address would otherwise stay readable in the write-ahead log for a while.
      database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
      return forgotten;
    },

    backup: (path, progress = () => {}) => copySnapshot(database.location() ?? '', path, progress),
  };
}
