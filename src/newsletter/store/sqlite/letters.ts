import type { DatabaseSync } from 'node:sqlite';
import type { KeyedHashes } from '../../hashes.ts';
import type { LetterState, MailCounts, MailState } from '../letters.ts';
import { integer, optional, type Row, text } from './row.ts';
import type { Store } from './store.ts';
import { transaction } from './transaction.ts';

/** So many reasons are told. */
const MOST_TROUBLES = 5;

const LETTER_STATES = ['sending', 'paused', 'cancelled', 'done'] as const satisfies LetterState[];

const NO_MAILS: MailCounts = { waiting: 0, sending: 0, sent: 0, failed: 0, unsure: 0, left: 0 };

function stateOf(row: Row): LetterState {
  const found = text(row, 'state');
  const state = LETTER_STATES.find((known) => known === found);
  if (state === undefined) throw new TypeError(`The store holds an unknown state "${found}".`);
  return state;
}

const isMailState = (state: string): state is MailState => Object.hasOwn(NO_MAILS, state);

/** The letters of a database: what they say, for whom they are, and how far they are. */
export function letters(
  database: DatabaseSync,
  hashes: Pick<KeyedHashes, 'letterMessage'>,
): Pick<
  Store,
  | 'addLetter'
  | 'frozenLetter'
  | 'letterStatus'
  | 'beginLetter'
  | 'pauseLetter'
  | 'resumeLetter'
  | 'cancelLetter'
  | 'restOfLetter'
  | 'unsureMails'
  | 'letterTroubles'
> {
  const insert = database.prepare(`
    INSERT INTO letters
      (id, subject, html, text, sender_name, sender, state, asked_at, not_before)
    VALUES (?, ?, ?, ?, ?, ?, 'sending', ?, ?) ON CONFLICT (id) DO NOTHING`);
  const find = database.prepare('SELECT * FROM letters WHERE id = ?');
  const count = database.prepare(
    'SELECT state, COUNT(*) AS count FROM letter_mails WHERE letter = ? GROUP BY state',
  );
  const countAll = database.prepare('SELECT COUNT(*) AS count FROM letter_mails WHERE letter = ?');
  const readers = database.prepare(
    `SELECT hash FROM subscribers WHERE status = 'subscribed' ORDER BY created_at, hash`,
  );
  const begin = database.prepare(
    `UPDATE letters SET begun_at = ? WHERE id = ? AND begun_at IS NULL AND state = 'sending'`,
  );
  const insertMail = database.prepare(
    'INSERT INTO letter_mails (letter, person, message) VALUES (?, ?, ?)',
  );
  const pause = database.prepare(
    `UPDATE letters SET state = 'paused', why = ? WHERE id = ? AND state = 'sending'`,
  );
  // Failures from before do not pause it again.
  const resume = database.prepare(`
    UPDATE letters SET state = 'sending', why = NULL, finished_at = NULL, counted_from = ended
    WHERE id = ? AND state <> 'cancelled'`);
  const resend = database.prepare(`
    UPDATE letter_mails SET state = 'waiting', owner = NULL, due_at = 0, attempts = 0, ended = NULL
    WHERE letter = ? AND state = 'unsure'
      AND person IN (SELECT hash FROM subscribers WHERE status = 'subscribed')`);
  const anyOpen = database.prepare(`
    SELECT 1 FROM letter_mails WHERE letter = ? AND state IN ('waiting', 'sending') LIMIT 1`);
  const anySent = database.prepare(`
    SELECT 1 FROM letter_mails WHERE letter = ? AND state IN ('sending', 'sent', 'unsure') LIMIT 1`);
  const removeMails = database.prepare('DELETE FROM letter_mails WHERE letter = ?');
  const remove = database.prepare('DELETE FROM letters WHERE id = ?');
  const end = database.prepare(`
    UPDATE letters SET state = ?, finished_at = ?, why = NULL
    WHERE id = ? AND state IN ('sending', 'paused')`);
  const countOpen = database.prepare(`
    SELECT COUNT(*) AS count FROM letter_mails
    WHERE letter = ? AND state IN ('waiting', 'sending')`);
  const due = database.prepare(`
    SELECT MIN(due_at) AS due FROM letter_mails
    WHERE letter = ? AND state = 'waiting' AND owner IS NULL`);
  const owners = database.prepare(`
    SELECT owner, COALESCE((SELECT beat FROM senders WHERE senders.id = owner), -1) AS beat
    FROM (SELECT DISTINCT owner FROM letter_mails
      WHERE letter = ? AND state IN ('waiting', 'sending') AND owner IS NOT NULL)`);
  const unsure = database.prepare(`
    SELECT message, COALESCE(answer, '') AS answer,
      (SELECT email FROM subscribers WHERE hash = letter_mails.person) AS email
    FROM letter_mails WHERE letter = ? AND state = 'unsure' ORDER BY id LIMIT ?`);
  const reasons = database.prepare(`
    SELECT state, answer, COUNT(*) AS count FROM letter_mails
    WHERE letter = ? AND state IN ('waiting', 'failed') AND answer IS NOT NULL
    GROUP BY state, answer ORDER BY count DESC, answer LIMIT ?`);

  const countsOf = (id: string): MailCounts => {
    const counts: Record<MailState, number> = { ...NO_MAILS };
    for (const row of count.all(id)) {
      const state = text(row, 'state');
      if (isMailState(state)) counts[state] = integer(row, 'count');
    }
    return counts;
  };

  return {
    addLetter: ({ id, subject, html, text: plain, from }, notBefore, at) =>
      Number(insert.run(id, subject, html, plain, from.name, from.address, at, notBefore).changes) >
      0,

    frozenLetter(id) {
      const row = find.get(id);
      if (row === undefined) return undefined;
      return {
        id,
        subject: text(row, 'subject'),
        html: text(row, 'html'),
        text: text(row, 'text'),
        from: { name: text(row, 'sender_name'), address: text(row, 'sender') },
      };
    },

    letterStatus(id) {
      const row = find.get(id);
      if (row === undefined) return undefined;
      return {
        id,
        subject: text(row, 'subject'),
        from: { name: text(row, 'sender_name'), address: text(row, 'sender') },
        state: stateOf(row),
        why: optional(row, 'why', text),
        askedAt: integer(row, 'asked_at'),
        notBefore: integer(row, 'not_before'),
        begunAt: optional(row, 'begun_at', integer),
        finishedAt: optional(row, 'finished_at', integer),
        counts: countsOf(id),
      };
    },

    beginLetter: (id, at) =>
      transaction(database, () => {
        if (Number(begin.run(at, id).changes) > 0) {
          for (const row of readers.all()) {
            const person = text(row, 'hash');
            insertMail.run(id, person, hashes.letterMessage(id, person));
          }
        }
        return integer(countAll.get(id), 'count');
      }),

    pauseLetter: (id, why) => Number(pause.run(why, id).changes) > 0,

    resumeLetter: (id, resendUnsure) =>
      transaction(database, () => {
        const row = find.get(id);
        if (row === undefined || stateOf(row) === 'cancelled') return false;
        if (resendUnsure) resend.run(id);
        if (stateOf(row) === 'done' && anyOpen.get(id) === undefined) return false;
        resume.run(id);
        return true;
      }),

    cancelLetter: (id, at) =>
      transaction(database, () => {
        if (Number(end.run('cancelled', at, id).changes) === 0) return 'over';
        if (anySent.get(id) !== undefined) return 'cancelled';
        removeMails.run(id);
        remove.run(id);
        return 'forgotten';
      }),

    restOfLetter: (id, at) =>
      transaction(database, () => {
        const before = find.get(id);
        if (before === undefined) return undefined;
        const open = integer(countOpen.get(id), 'count');
        const begun = before['begun_at'] !== null;
        if (open === 0 && begun && stateOf(before) === 'sending') end.run('done', at, id);
        const row = find.get(id);
        return {
          state: stateOf(row),
          why: optional(row, 'why', text),
          open,
          due: optional(due.get(id), 'due', integer),
          senders: owners.all(id).map((owner) => ({
            sender: text(owner, 'owner'),
            beat: integer(owner, 'beat'),
          })),
        };
      }),

    unsureMails: (id, most) =>
      unsure.all(id, most).map((row) => ({
        email: optional(row, 'email', text),
        message: text(row, 'message'),
        answer: text(row, 'answer'),
      })),

    letterTroubles: (id) =>
      reasons.all(id, MOST_TROUBLES).map((row) => ({
        state: text(row, 'state') === 'failed' ? 'failed' : 'waiting',
        why: text(row, 'answer'),
        count: integer(row, 'count'),
      })),
  };
}
