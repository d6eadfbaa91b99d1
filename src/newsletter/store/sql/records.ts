import type { Imported, List, Subscriber } from '../list.ts';
import { logConsent } from './consents.ts';
import { type Database, personLock } from './database.ts';
import type { Departures } from './departures.ts';
import type { Erasures } from './erasures.ts';
import type { Outbox } from './outbox.ts';
import type { ProviderErrands } from './provider-errands.ts';
import { integer, optional, text } from './row.ts';
import { suppress, suppressionOf } from './suppressions.ts';

const BEFORE_ALL = Number.MIN_SAFE_INTEGER;

function statusOf(found: string): Subscriber['status'] {
  if (found === 'pending' || found === 'subscribed') return found;
  throw new TypeError(`The store holds an unknown status "${found}".`);
}

const byCommand = (at: number) => ({ at, page: '', wording: '', network: '' });

/** The owner's view of a database. */
export function records(
  database: Database,
  hashAddress: (email: string) => string,
  lines: Outbox,
  { erase }: Erasures,
  provider: ProviderErrands,
  { leave }: Departures,
): Pick<List, 'subscribers' | 'importBatch' | 'suppressBatch' | 'forget' | 'noteCopy' | 'copies'> {
  const part = `
    SELECT hash, email, status, created_at, confirmed_at, page FROM subscribers
    WHERE (created_at, hash) > (?, ?) ORDER BY created_at, hash LIMIT ?`;
  const find = `SELECT status FROM subscribers WHERE hash = ?${database.dialect.forUpdate('subscribers')}`;
  const save = `
    INSERT INTO subscribers (hash, email, status, page, created_at, asked_at, confirmed_at)
    VALUES (?, ?, 'subscribed', '', ?, ?, ?)
    ON CONFLICT (hash) DO UPDATE SET status = 'subscribed', confirmed_at = excluded.confirmed_at`;
  const insertCopy = `
    INSERT INTO copies (path, made_at) VALUES (?, ?)
    ON CONFLICT (path) DO UPDATE SET made_at = excluded.made_at`;
  const allCopies = 'SELECT path, made_at FROM copies ORDER BY made_at, path';

  return {
    async subscribers(after, limit) {
      const rows = await database.all(
        part,
        after?.createdAt ?? BEFORE_ALL,
        after?.hash ?? '',
        limit,
      );
      const last = rows.at(-1);
      return {
        people: rows.map((row) => ({
          email: text(row, 'email'),
          status: statusOf(text(row, 'status')),
          confirmedAt: optional(row, 'confirmed_at', integer),
          page: text(row, 'page'),
        })),
        next:
          rows.length < limit
            ? undefined
            : { createdAt: integer(last, 'created_at'), hash: text(last, 'hash') },
      };
    },

    importBatch: (emails, evidence, at) =>
      database.transaction(async (within) => {
        const people = emails.map((email) => ({ email, hash: hashAddress(email) }));
        await within.lock(people.map(({ hash }) => personLock(hash)));
        const results: Imported[] = [];
        for (const { email, hash } of people) {
          if ((await suppressionOf(within, hash)) !== undefined) {
            results.push('suppressed');
            continue;
          }
          const known = await within.get(find, hash);
          if (known !== undefined && text(known, 'status') === 'subscribed') {
            results.push('subscribed');
            continue;
          }
          await within.run(save, hash, email, at, at, at);
          // They have consented, so a mail that asks them to is no longer wanted.
          await lines.cancel(within, hash, ['confirm'], at);
          await logConsent(within, hash, 'import', byCommand(at), evidence);
          results.push('imported');
        }
        return results;
      }),

    suppressBatch: (emails, source, at) =>
      database.transaction(async (within) => {
        const hashes = emails.map((email) => hashAddress(email));
        await within.lock(hashes.map(personLock));
        for (const hash of hashes) {
          await leave(within, hash, byCommand(at), { source, givenOn: undefined });
        }
      }),

    async forget(email, at) {
      const hash = hashAddress(email);
      return database.transaction(async (within) => {
        await within.lock([personLock(hash)]);
        const known = (await erase(within, hash)) !== undefined;
        const open = await lines.remove(within, hash);
        await provider.tell(within, 'forget', email, at);
        await suppress(within, hash, 'forgotten', at);
        await logConsent(within, hash, 'forget', byCommand(at));
        return { known, lines: open, provider: await provider.mayKnow(within, hash) };
      });
    },

    noteCopy: async ({ path, madeAt }) => void (await database.run(insertCopy, path, madeAt)),
    copies: async () =>
      (await database.all(allCopies)).map((row) => ({
        path: text(row, 'path'),
        madeAt: integer(row, 'made_at'),
      })),
  };
}
