import type { DatabaseSync } from 'node:sqlite';
import type { KeyedHashes } from '../../hashes.ts';
import { consentLog } from './consents.ts';
import type { Departures } from './departures.ts';
import type { Erasures } from './erasures.ts';
import { FOR_THE_LISTED, type Outbox } from './outbox.ts';
import { integer, text } from './row.ts';
import type { Store } from './store.ts';
import { suppressionList } from './suppressions.ts';
import { transaction } from './transaction.ts';
import { unconfirmedSince } from './unconfirmed.ts';

const MINUTE = 60 * 1000;
const DAY = 24 * 60 * MINUTE;

// So that nobody can flood a stranger's inbox through the form. A person whose first mail got lost
// still gets another one after a short while.
const CONFIRM_MAIL_EVERY = 10 * MINUTE;
const CONFIRM_MAILS_A_DAY = 3;

/** How long a token is kept after it expired, to tell an old link from an invented one. */
const KEEP_EXPIRED = 30 * DAY;

/** How people come to the list and leave it. */
export function subscriptions(
  database: DatabaseSync,
  hashes: KeyedHashes,
  lines: Outbox,
  { eraseUnconfirmed }: Erasures,
  { leave }: Departures,
): Pick<
  Store,
  'signUp' | 'issueToken' | 'confirm' | 'unsubscribe' | 'deleteUnconfirmed' | 'isListed'
> {
  const log = consentLog(database);
  const suppressions = suppressionList(database);
  const find = database.prepare('SELECT status FROM subscribers WHERE hash = ?');
  const save = database.prepare(`
    INSERT INTO subscribers (hash, email, status, page, created_at, asked_at)
    VALUES (?, ?, 'pending', ?, ?, ?)
    ON CONFLICT (hash) DO UPDATE SET asked_at = asked_at`);
  const saveAsked = database.prepare(
    'UPDATE subscribers SET page = ?, asked_at = ? WHERE hash = ?',
  );
  const discard = database.prepare('DELETE FROM subscribers WHERE hash = ?');

  const sweepTokens = database.prepare('DELETE FROM tokens WHERE expires_at < ?');
  // No token where the subscriber was deleted while the mail was on its way.
  const insertToken = database.prepare(`
    INSERT INTO tokens (hash, subscriber, expires_at)
    SELECT ?, hash, ? FROM subscribers WHERE hash = ?`);
  const findToken = database.prepare(`
    SELECT subscriber, expires_at, status, email, page
    FROM tokens JOIN subscribers ON subscribers.hash = tokens.subscriber WHERE tokens.hash = ?`);
  const subscribe = database.prepare(
    `UPDATE subscribers SET status = 'subscribed', confirmed_at = ? WHERE hash = ?`,
  );

  return {
    signUp({ email, trapped, ...circumstances }) {
      const { at, page } = circumstances;
      const [hash, mailbox] = [hashes.address(email), hashes.mailbox(email)];
      transaction(database, () => {
        const known = find.get(hash);
        const status = known === undefined ? undefined : text(known, 'status');
        const mails = lines.confirmMails(mailbox, at - DAY, at);
        const mayAsk =
          !trapped &&
          status !== 'subscribed' &&
          // Whoever left may come back, and confirms it. Whoever asked to be deleted is left in peace.
          suppressions.reasonFor(hash) !== 'forgotten' &&
          mails.count < CONFIRM_MAILS_A_DAY &&
          (mails.count === 0 || mails.last <= at - CONFIRM_MAIL_EVERY);

        // Written first and taken out again where it may not be kept: the same work for everybody.
        save.run(hash, email, page, at, at);
        if (known === undefined && !mayAsk) discard.run(hash);
        else if (mayAsk) saveAsked.run(page, at, hash);
        log(hash, trapped ? 'trapped' : 'sign-up', circumstances);
        const errand = mayAsk ? 'confirm' : 'nothing';
        lines.add({ errand, subscriber: hash, mailbox, page, at });
      });
    },

    issueToken(hash, subscriber, expiresAt) {
      transaction(database, () => {
        sweepTokens.run(expiresAt - KEEP_EXPIRED);
        insertToken.run(hash, expiresAt, subscriber);
      });
    },

    confirm(hash, circumstances, errands) {
      const { at } = circumstances;
      return transaction(database, () => {
        const found = findToken.get(hash);
        if (found === undefined) return 'unknown';
        // A link pressed once more does no harm, even after it expired.
        if (text(found, 'status') === 'subscribed') return 'already';
        if (integer(found, 'expires_at') <= at) return 'expired';

        const subscriber = text(found, 'subscriber');
        subscribe.run(at, subscriber);
        suppressions.lift(subscriber);
        log(subscriber, 'confirm', circumstances);
        // They are back before the provider heard that they left.
        lines.cancel(subscriber, ['leave'], at);
        const mailbox = hashes.mailbox(text(found, 'email'));
        const page = text(found, 'page');
        for (const errand of errands) lines.add({ errand, subscriber, mailbox, page, at });
        return 'confirmed';
      });
    },

    unsubscribe: (subscriber, circumstances) =>
      transaction(database, () => void leave(subscriber, circumstances)),

    deleteUnconfirmed: (now) =>
      transaction(database, () => {
        const deleted = eraseUnconfirmed(unconfirmedSince(now), now);
        for (const hash of deleted) lines.cancel(hash, FOR_THE_LISTED, now);
        return deleted.length;
      }),

    isListed: (subscriber) => find.get(subscriber) !== undefined,
  };
}
