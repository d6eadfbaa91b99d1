import type { KeyedHashes } from '../../hashes.ts';
import type { List } from '../list.ts';
import { logConsent } from './consents.ts';
import { type Database, personLock } from './database.ts';
import type { Departures } from './departures.ts';
import type { Erasures } from './erasures.ts';
import { FOR_THE_LISTED, type Outbox } from './outbox.ts';
import { integer, text } from './row.ts';
import { liftSuppression, suppressionOf } from './suppressions.ts';
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
  database: Database,
  hashes: KeyedHashes,
  lines: Outbox,
  { eraseUnconfirmed }: Erasures,
  { leave }: Departures,
): Pick<
  List,
  'signUp' | 'issueToken' | 'confirm' | 'unsubscribe' | 'deleteUnconfirmed' | 'isListed'
> {
  const forUpdate = database.dialect.forUpdate('subscribers');
  const find = 'SELECT status FROM subscribers WHERE hash = ?';
  const save = `
    INSERT INTO subscribers (hash, email, status, page, created_at, asked_at)
    VALUES (?, ?, 'pending', ?, ?, ?)
    ON CONFLICT (hash) DO UPDATE SET asked_at = subscribers.asked_at`;
  const saveAsked = 'UPDATE subscribers SET page = ?, asked_at = ? WHERE hash = ?';
  const discard = 'DELETE FROM subscribers WHERE hash = ?';

  const sweepTokens = 'DELETE FROM tokens WHERE expires_at < ?';
  // No token where the subscriber was deleted while the mail was on its way.
  const findSubscriber = `SELECT 1 FROM subscribers WHERE hash = ?${forUpdate}`;
  const insertToken = 'INSERT INTO tokens (hash, subscriber, expires_at) VALUES (?, ?, ?)';
  const findToken = `
    SELECT subscriber, expires_at, status, email, page
    FROM tokens JOIN subscribers ON subscribers.hash = tokens.subscriber
    WHERE tokens.hash = ?${forUpdate}`;
  const subscribe = `UPDATE subscribers SET status = 'subscribed', confirmed_at = ? WHERE hash = ?`;

  return {
    signUp({ email, trapped, ...circumstances }) {
      const { at, page } = circumstances;
      const [hash, mailbox] = [hashes.address(email), hashes.mailbox(email)];
      return database.transaction(async (within) => {
        const { run, get } = within;
        await within.lock([personLock(hash), personLock(mailbox)]);
        const known = await get(find + forUpdate, hash);
        const status = known === undefined ? undefined : text(known, 'status');
        const mails = await lines.confirmMails(within, mailbox, at - DAY, at);
        const suppressed = await suppressionOf(within, hash);
        const mayAsk =
          !trapped &&
          status !== 'subscribed' &&
          // Whoever left may come back, and confirms it. Whoever asked to be deleted is left in peace.
          suppressed !== 'forgotten' &&
          mails.count < CONFIRM_MAILS_A_DAY &&
          (mails.count === 0 || mails.last <= at - CONFIRM_MAIL_EVERY);

        // Written first and taken out again where it may not be kept: the same work for everybody.
        await run(save, hash, email, page, at, at);
        if (known === undefined && !mayAsk) await run(discard, hash);
        else if (mayAsk) await run(saveAsked, page, at, hash);
        await logConsent(within, hash, trapped ? 'trapped' : 'sign-up', circumstances);
        const errand = mayAsk ? 'confirm' : 'nothing';
        await lines.add(within, { errand, subscriber: hash, mailbox, page, at });
      });
    },

    issueToken: (hash, subscriber, expiresAt) =>
      database.transaction(async ({ run, get }) => {
        await run(sweepTokens, expiresAt - KEEP_EXPIRED);
        if ((await get(findSubscriber, subscriber)) === undefined) return;
        await run(insertToken, hash, subscriber, expiresAt);
      }),

    confirm(hash, circumstances, errands) {
      const { at } = circumstances;
      return database.transaction(async (within) => {
        const found = await within.get(findToken, hash);
        if (found === undefined) return 'unknown';
        // A link pressed once more does no harm, even after it expired.
        if (text(found, 'status') === 'subscribed') return 'already';
        if (integer(found, 'expires_at') <= at) return 'expired';

        const subscriber = text(found, 'subscriber');
        await within.run(subscribe, at, subscriber);
        await liftSuppression(within, subscriber);
        await logConsent(within, subscriber, 'confirm', circumstances);
        // They are back before the provider heard that they left.
        await lines.cancel(within, subscriber, ['leave'], at);
        const mailbox = hashes.mailbox(text(found, 'email'));
        const page = text(found, 'page');
        for (const errand of errands) {
          await lines.add(within, { errand, subscriber, mailbox, page, at });
        }
        return 'confirmed';
      });
    },

    unsubscribe: (subscriber, circumstances) =>
      database.transaction(async (within) => {
        await within.lock([personLock(subscriber)]);
        await leave(within, subscriber, circumstances);
      }),

    deleteUnconfirmed: (now) =>
      database.transaction(async (within) => {
        const deleted = await eraseUnconfirmed(within, unconfirmedSince(now), now);
        for (const hash of deleted) await lines.cancel(within, hash, FOR_THE_LISTED, now);
        return deleted.length;
      }),

    isListed: async (subscriber) => (await database.get(find, subscriber)) !== undefined,
  };
}
