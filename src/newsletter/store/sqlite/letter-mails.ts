import type { DatabaseSync } from 'node:sqlite';
import type { MailEnd } from '../letters.ts';
import { integer, type Row, text } from './row.ts';
import type { Store } from './store.ts';
import { transaction } from './transaction.ts';

const HOUR = 60 * 60 * 1000;

/** Longer than any mail waits. What is due later was written by a clock that was wrong. */
const LONGEST_WAIT = 13 * HOUR;

/** Longer than the rate makes anybody wait, in milliseconds: what is later was a clock that was wrong. */
const LONGEST_QUEUE = 60_000;

/** Mails are taken for so much time ahead at most, in milliseconds, as others take theirs too. */
const AHEAD = 1_000;

/** More failures than this among so many of the last ones, and the letter pauses itself. */
const TOO_MANY = { failures: 5, among: 100 };

/** Why what was being sent by who died is unsure. */
const DIED = 'The program ended before it wrote down what the mail server said.';

/** The mails of the letters in a database, and who sends them. */
export function letterMails(
  database: DatabaseSync,
): Pick<Store, 'takeMails' | 'passMails' | 'beatSender' | 'buryOwner'> {
  const stateOf = database.prepare('SELECT state FROM letters WHERE id = ?');
  const rate = database.prepare('SELECT free_at FROM send_rate');
  const saveRate = database.prepare(`
    INSERT INTO send_rate (id, free_at) VALUES (1, ?)
    ON CONFLICT (id) DO UPDATE SET free_at = excluded.free_at`);
  const take = database.prepare(`
    UPDATE letter_mails SET owner = ?
    WHERE id IN (
      SELECT id FROM letter_mails
      WHERE letter = ? AND state = 'waiting' AND owner IS NULL AND (due_at <= ? OR due_at > ?)
      ORDER BY due_at, id LIMIT ?)
    RETURNING id, person, attempts,
      COALESCE((SELECT email FROM subscribers WHERE hash = letter_mails.person), '') AS email`);
  const go = database.prepare(`
    UPDATE letter_mails SET state = 'sending'
    WHERE letter = ? AND person = ? AND owner = ? AND state = 'waiting'
      AND (SELECT state FROM letters WHERE letters.id = letter_mails.letter) = 'sending'
      AND (SELECT status FROM subscribers WHERE hash = letter_mails.person) = 'subscribed'`);
  // One who was taken for dead meanwhile knows better what came of it.
  const mine = `letter = ? AND person = ? AND owner = ? AND state IN ('waiting', 'sending', 'unsure')`;
  const number = database.prepare(
    'UPDATE letters SET ended = ended + 1 WHERE id = ? RETURNING ended',
  );
  // Of somebody who has left meanwhile no words stay that might name them.
  const finish = database.prepare(`
    UPDATE letter_mails SET state = ?, owner = NULL, ended = ?, ended_at = ?,
      answer = iif(person IN (SELECT hash FROM subscribers), ?, NULL)
    WHERE ${mine}`);
  const gone = `NOT EXISTS (SELECT 1 FROM subscribers
    WHERE hash = letter_mails.person AND status = 'subscribed')`;
  const postpone = database.prepare(`
    UPDATE letter_mails SET state = iif(${gone}, 'left', 'waiting'), owner = NULL,
      attempts = attempts + 1, due_at = ?, answer = iif(${gone}, NULL, ?)
    WHERE ${mine}`);
  const free = database.prepare(`
    UPDATE letter_mails SET state = iif(${gone}, 'left', 'waiting'), owner = NULL WHERE ${mine}`);
  const failures = database.prepare(`
    SELECT COUNT(*) AS count, MAX(ended) AS last FROM letter_mails
    WHERE letter = ? AND state IN ('failed', 'unsure')
      AND ended > (SELECT MAX(counted_from, ended - ?) FROM letters WHERE id = ?)`);
  const pause = database.prepare(
    `UPDATE letters SET state = 'paused', why = ? WHERE id = ? AND state = 'sending'`,
  );
  const beat = database.prepare(`
    INSERT INTO senders (id, beat) VALUES (?, 0) ON CONFLICT (id) DO UPDATE SET beat = beat + 1`);
  const bury = database.prepare(`
    UPDATE letter_mails SET state = 'unsure', answer = '${DIED}'
    WHERE letter = ? AND owner = ? AND state = 'sending'`);
  const release = database.prepare(`
    UPDATE letter_mails SET owner = NULL WHERE letter = ? AND owner = ? AND state = 'waiting'`);
  const forget = database.prepare(`
    DELETE FROM senders WHERE id = ?
      AND NOT EXISTS (SELECT 1 FROM letter_mails WHERE owner = senders.id
        AND state IN ('waiting', 'sending'))`);

  const isSending = (letter: string): boolean => {
    const row = stateOf.get(letter);
    return row !== undefined && text(row, 'state') === 'sending';
  };

  /** When so many mails may go, in milliseconds from now, by the rate; they are no others' then. */
  const reserve = (wanted: number, perSecond: number, now: number) => {
    if (perSecond === 0) return { waits: Array.from({ length: wanted }, () => 0), keep: () => {} };
    const interval = 1_000 / perSecond;
    const row = rate.get();
    const saved = row === undefined ? now : Number(row['free_at']);
    const first = Math.max(now, saved > now + LONGEST_QUEUE ? now : saved);
    const waits = Array.from({ length: wanted }, (_, index) => first + index * interval - now);
    return {
      waits: waits.filter((wait, index) => wait <= AHEAD || (index === 0 && first === now)),
      keep: (used: number) => void saveRate.run(first + used * interval),
    };
  };

  const record = (letter: string, person: string, sender: string, end: MailEnd, at: number) => {
    if (end.kind === 'free') free.run(letter, person, sender);
    else if (end.kind === 'later') {
      postpone.run(end.dueAt, end.answer, letter, person, sender);
    } else {
      const place = integer(number.get(letter), 'ended');
      finish.run(end.kind, place, at, end.answer, letter, person, sender);
    }
  };

  /** Pauses a letter where too many of its mails failed. */
  const watch = (letter: string, ended: readonly { readonly end: MailEnd }[]): void => {
    const bad = ended.findLast(({ end }) => end.kind === 'failed' || end.kind === 'unsure')?.end;
    if (bad === undefined || bad.kind === 'free') return;
    const count = integer(failures.get(letter, TOO_MANY.among, letter), 'count');
    if (count <= TOO_MANY.failures) return;
    pause.run(
      `More than ${TOO_MANY.failures} of its last ${TOO_MANY.among} mails failed (${count}). The last one: ${bad.answer}`,
      letter,
    );
  };

  const takenOf = (row: Row, wait: number) => ({
    person: text(row, 'person'),
    email: text(row, 'email'),
    attempts: integer(row, 'attempts'),
    wait,
  });

  return {
    takeMails: ({ letter, sender, most, perSecond, now }) =>
      transaction(database, () => {
        if (!isSending(letter)) return [];
        const { waits, keep } = reserve(most, perSecond, now);
        if (waits.length === 0) return [];
        const rows = take.all(sender, letter, now, now + LONGEST_WAIT, waits.length);
        if (rows.length > 0) keep(rows.length);
        return rows.map((taken, index) => takenOf(taken, waits[index] ?? 0));
      }),

    passMails: (letter, sender, ended, going, at) =>
      transaction(database, () => {
        for (const { person, end } of ended) record(letter, person, sender, end, at);
        watch(letter, ended);
        return {
          may: going.map((person) => Number(go.run(letter, person, sender).changes) > 0),
          goesOn: isSending(letter),
        };
      }),

    beatSender: (sender) => void beat.run(sender),

    buryOwner: (letter, sender) =>
      transaction(database, () => {
        bury.run(letter, sender);
        release.run(letter, sender);
        forget.run(sender);
      }),
  };
}
