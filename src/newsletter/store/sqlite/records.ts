import type { DatabaseSync } from 'node:sqlite';
import type { Imported, Subscriber } from '../list.ts';
import { consentLog } from './consents.ts';
import type { Departures } from './departures.ts';
import type { Erasures } from './erasures.ts';
import type { Outbox } from './outbox.ts';
import type { ProviderErrands } from './provider-errands.ts';
import { integer, text } from './row.ts';
import { copySnapshot } from './snapshot.ts';
import type { Store } from './store.ts';
import { suppressionList } from './suppressions.ts';
import { transaction } from './transaction.ts';

const BEFORE_ALL = Number.MIN_SAFE_INTEGER;

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
  provider: ProviderErrands,
  { leave }: Departures,
): Pick<
  Store,
  'subscribers' | 'importBatch' | 'suppressBatch' | 'forget' | 'noteCopy' | 'copies' | 'backup'
> {
  const log = consentLog(database);
  const part = database.prepare(`
    SELECT hash, email, status, created_at, confirmed_at, page FROM subscribers
    WHERE (created_at, hash) > (?, ?) ORDER BY created_at, hash LIMIT ?`);
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
    subscribers(after, limit) {
      const rows = part.all(after?.createdAt ?? BEFORE_ALL, after?.hash ?? '', limit);
      const last = rows.at(-1);
      return {
        people: rows.map((row) => ({
          email: text(row, 'email'),
          status: statusOf(text(row, 'status')),
          confirmedAt: row['confirmed_at'] === null ? undefined : integer(row, 'confirmed_at'),
          page: text(row, 'page'),
        })),
        next:
          rows.length < limit
            ? undefined
            : { createdAt: integer(last, 'created_at'), hash: text(last, 'hash') },
      };
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
          lines.cancel(hash, ['confirm'], at);
          log(hash, 'import', byCommand(at), evidence);
          return 'imported';
        }),
      ),

    suppressBatch: (emails, source, at) =>
      transaction(database, () => {
        for (const email of emails) {
          leave(hashAddress(email), byCommand(at), { source, givenOn: undefined });
        }
      }),

    forget(email, at) {
      const hash = hashAddress(email);
      return transaction(database, () => {
        const known = erase(hash) !== undefined;
        const open = lines.remove(hash);
        provider.tell('forget', email, at);
        suppressions.add(hash, 'forgotten', at);
        log(hash, 'forget', byCommand(at));
        return { known, lines: open, provider: provider.mayKnow(hash) };
      });
    },

    noteCopy: ({ path, madeAt }) => void insertCopy.run(path, madeAt),
    copies: () =>
      allCopies.all().map((row) => ({ path: text(row, 'path'), madeAt: integer(row, 'made_at') })),

    backup: (path, progress = () => {}) => copySnapshot(database.location() ?? '', path, progress),
  };
}
