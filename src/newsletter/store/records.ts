import type { DatabaseSync } from 'node:sqlite';
import { consentLog, type Evidence } from './consents.ts';
import type { Erasures } from './erasures.ts';
import type { Outbox } from './outbox.ts';
import { integer, text } from './row.ts';
import { copySnapshot } from './snapshot.ts';
import { suppressionList } from './suppressions.ts';
import { transaction } from './transaction.ts';

/** A subscriber, as the owner gets to see one. */
export interface Subscriber {
  readonly email: string;
  readonly status: 'pending' | 'subscribed';
  /** When they confirmed or were imported; undefined where they never did. */
  readonly confirmedAt: number | undefined;
  /** The page they signed up on; empty for imported ones. */
  readonly page: string;
}

/** What became of an address in an import. */
export type Imported = 'imported' | 'suppressed' | 'subscribed';

/** A file with addresses in it that the command line made. */
export interface Copy {
  readonly path: string;
  readonly madeAt: number;
}

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
  /**
   * Suppresses addresses whose owners left elsewhere, in one transaction, and deletes those that are
   * here. Their bytes are gone from the files after `scrub`.
   */
  suppressBatch(emails: readonly string[], source: string, at: number): void;
  /**
   * Deletes an address. What stays is the keyed hash that keeps it from being written to again. Its
   * bytes are gone from the files after `scrub`.
   */
  forget(email: string, at: number): Forgotten;
  /** Notes that a file with addresses was made. */
  noteCopy(copy: Copy): void;
  /** All such files, the oldest first, also those that were deleted since. */
  copies(): readonly Copy[];
  /**
   * Copies the database to an empty or new file, also while others write. Resolves when it is whole.
   *
   * @param progress called with how many pages are copied of how many
   */
  backup(path: string, progress?: (done: number, total: number) => void): Promise<void>;
}

function statusOf(found: string): Subscriber['status'] {
  if (found === 'pending' || found === 'subscribed') return found;
  throw new TypeError(`The store holds an unknown status "${found}".`);
}

/** The owner's view of a database. */
export function records(
  database: DatabaseSync,
  hashAddress: (email: string) => string,
  lines: Outbox,
  { erase }: Erasures,
): Records {
  const log = consentLog(database);
  const all = database.prepare(`
    SELECT email, status, confirmed_at, page FROM subscribers ORDER BY created_at, email`);
  const find = database.prepare('SELECT status FROM subscribers WHERE hash = ?');
  const suppressions = suppressionList(database);
  const save = database.prepare(`
    INSERT INTO subscribers (hash, email, status, page, created_at, asked_at, confirmed_at)
    VALUES (?, ?, 'subscribed', '', ?, ?, ?)
    ON CONFLICT (hash) DO UPDATE SET status = 'subscribed', confirmed_at = excluded.confirmed_at`);
  const insertCopy = database.prepare(`
    INSERT INTO copies (path, made_at) VALUES (?, ?)
    ON CONFLICT (path) DO UPDATE SET made_at = excluded.made_at`);
  const allCopies = database.prepare('SELECT path, made_at FROM copies ORDER BY made_at, path');

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
          if (suppressions.reasonFor(hash) !== undefined) return 'suppressed';
          const known = find.get(hash);
          if (known !== undefined && text(known, 'status') === 'subscribed') return 'subscribed';
          save.run(hash, email, at, at, at);
          // They have consented, so a mail that asks them to is no longer wanted.
          lines.cancel(hash, at);
          log(hash, 'import', byCommand(at), evidence);
          return 'imported';
        }),
      ),

    suppressBatch: (emails, source, at) =>
      transaction(database, () => {
        for (const email of emails) {
          const hash = hashAddress(email);
          const erased = erase(hash);
          if (!suppressions.add(hash, 'left', at) && erased === undefined) continue;
          lines.cancel(hash, at);
          log(hash, 'unsubscribe', byCommand(at), { source, givenOn: undefined });
        }
      }),

    forget(email, at) {
      const hash = hashAddress(email);
      return transaction(database, () => {
        const known = erase(hash) !== undefined;
        const open = lines.remove(hash);
        suppressions.add(hash, 'forgotten', at);
        log(hash, 'forget', byCommand(at));
        return { known, lines: open };
      });
    },

    noteCopy: ({ path, madeAt }) => void insertCopy.run(path, madeAt),
    copies: () =>
      allCopies.all().map((row) => ({ path: text(row, 'path'), madeAt: integer(row, 'made_at') })),

    backup: (path, progress = () => {}) => copySnapshot(database.location() ?? '', path, progress),
  };
}
