import type { MailEnd, TakenMail } from '../letters.ts';
import type { List } from '../list.ts';
import type { Database, Transaction } from './database.ts';
import { letterLock } from './letters.ts';
import { integer, type Row, text } from './row.ts';

const HOUR = 60 * 60 * 1000;

/** Longer than any mail waits. What is due later was written by a clock that was wrong. */
const LONGEST_WAIT = 13 * HOUR;

/** Longer than the rate makes anybody wait, in milliseconds: what is later was a clock that was wrong. */
const LONGEST_QUEUE = 60_000;

/** Mails are taken for so much time ahead at most, in milliseconds, as others take theirs too. */
const AHEAD = 1_000;

/** More failures than this among so many of the last ones, and the letter pauses itself. */
const TOO_MANY = { failures: 5, among: 100 };

/** What a lock on the rate of all letters is called. */
const RATE = 'rate of letters';

/** Why what was being sent by who died is unsure. */
const DIED = 'The program ended before it wrote down what the mail server said.';

/** The mails of the letters in a database, and who sends them. */
export function letterMails(
  database: Database,
): Pick<List, 'takeMails' | 'passMails' | 'beatSender' | 'buryOwner'> {
  const stateOf = 'SELECT state FROM letters WHERE id = ?';
  const rate = 'SELECT free_at FROM send_rate';
  const saveRate = `
    INSERT INTO send_rate (id, free_at) VALUES (1, ?)
    ON CONFLICT (id) DO UPDATE SET free_at = excluded.free_at`;
  const take = `
    WITH due AS MATERIALIZED (
      SELECT id FROM letter_mails
      WHERE letter = ? AND state = 'waiting' AND owner IS NULL AND (due_at <= ? OR due_at > ?)
      ORDER BY due_at, id LIMIT ?${database.dialect.skipLocked})
    UPDATE letter_mails SET owner = ? WHERE id IN (SELECT id FROM due)
    RETURNING id, person, attempts,
      COALESCE((SELECT email FROM subscribers WHERE hash = letter_mails.person), '') AS email`;
  const go = `
    UPDATE letter_mails SET state = 'sending'
    WHERE letter = ? AND person = ? AND owner = ? AND state = 'waiting'
      AND (SELECT state FROM letters WHERE letters.id = letter_mails.letter) = 'sending'
      AND (SELECT status FROM subscribers WHERE hash = letter_mails.person) = 'subscribed'`;
  // One who was taken for dead meanwhile knows better what came of it.
  const mine = `letter = ? AND person = ? AND owner = ? AND state IN ('waiting', 'sending', 'unsure')`;
  const number = 'UPDATE letters SET ended = ended + 1 WHERE id = ? RETURNING ended';
  // Of somebody who has left meanwhile no words stay that might name them.
  const finish = `
    UPDATE letter_mails SET state = ?, owner = NULL, ended = ?, ended_at = ?,
      answer = CASE WHEN EXISTS (SELECT 1 FROM subscribers WHERE hash = letter_mails.person)
        THEN ? END
    WHERE ${mine}`;
  const gone = `NOT EXISTS (SELECT 1 FROM subscribers
    WHERE hash = letter_mails.person AND status = 'subscribed')`;
  const postpone = `
    UPDATE letter_mails SET state = CASE WHEN ${gone} THEN 'left' ELSE 'waiting' END, owner = NULL,
      attempts = attempts + 1, due_at = ?, answer = CASE WHEN ${gone} THEN NULL ELSE ? END
    WHERE ${mine}`;
  const free = `
    UPDATE letter_mails SET state = CASE WHEN ${gone} THEN 'left' ELSE 'waiting' END, owner = NULL WHERE ${mine}`;
  const failures = `
    SELECT COUNT(*) AS count, MAX(ended) AS last FROM letter_mails
    WHERE letter = ? AND state IN ('failed', 'unsure')
      AND ended > (SELECT counted_from FROM letters WHERE id = letter_mails.letter)
      AND ended > (SELECT letters.ended - ? FROM letters WHERE id = letter_mails.letter)`;
  const pause = `UPDATE letters SET state = 'paused', why = ? WHERE id = ? AND state = 'sending'`;
  const beat = `
    INSERT INTO senders (id, beat) VALUES (?, 0) ON CONFLICT (id) DO UPDATE SET beat = senders.beat + 1`;
  const bury = `
    UPDATE letter_mails SET state = 'unsure', answer = '${DIED}'
    WHERE letter = ? AND owner = ? AND state = 'sending'`;
  const release = `
    UPDATE letter_mails SET owner = NULL WHERE letter = ? AND owner = ? AND state = 'waiting'`;
  const forget = `
    DELETE FROM senders WHERE id = ?
      AND NOT EXISTS (SELECT 1 FROM letter_mails WHERE owner = senders.id
        AND state IN ('waiting', 'sending'))`;

  const isSending = async ({ get }: Transaction, letter: string): Promise<boolean> => {
    const row = await get(stateOf, letter);
    return row !== undefined && text(row, 'state') === 'sending';
  };

  /** When so many mails may go, in milliseconds from now, by the rate; they are no others' then. */
  const reserve = async (within: Transaction, wanted: number, perSecond: number, at: number) => {
    if (perSecond === 0) {
      return { waits: Array.from({ length: wanted }, () => 0), keep: async () => undefined };
    }
    const now = await within.clock(at);
    const interval = 1_000 / perSecond;
    const row = await within.get(rate);
    const saved = row === undefined ? now : Number(row['free_at']);
    const first = Math.max(now, saved > now + LONGEST_QUEUE ? now : saved);
    const waits = Array.from({ length: wanted }, (_, index) => first + index * interval - now);
    return {
      waits: waits.filter((wait, index) => wait <= AHEAD || (index === 0 && first === now)),
      keep: async (used: number) => void (await within.run(saveRate, first + used * interval)),
    };
  };

  const record = async (
    within: Transaction,
    letter: string,
    person: string,
    sender: string,
    end: MailEnd,
    at: number,
  ): Promise<void> => {
    const { run, get } = within;
    if (end.kind === 'free') await run(free, letter, person, sender);
    else if (end.kind === 'later') {
      await run(postpone, end.dueAt, end.answer, letter, person, sender);
    } else {
      const place = integer(await get(number, letter), 'ended');
      await run(finish, end.kind, place, at, end.answer, letter, person, sender);
    }
  };

  /** Pauses a letter where too many of its mails failed. */
  const watch = async (
    { run, get }: Transaction,
    letter: string,
    ended: readonly { readonly end: MailEnd }[],
  ): Promise<void> => {
    const bad = ended.findLast(({ end }) => end.kind === 'failed' || end.kind === 'unsure')?.end;
    if (bad === undefined || bad.kind === 'free') return;
    const count = integer(await get(failures, letter, TOO_MANY.among), 'count');
    if (count <= TOO_MANY.failures) return;
    await run(
      pause,
      `More than ${TOO_MANY.failures} of its last ${TOO_MANY.among} mails failed (${count}). The last one: ${bad.answer}`,
      letter,
    );
  };

  const takenOf = (row: Row, wait: number): TakenMail => ({
    person: text(row, 'person'),
    email: text(row, 'email'),
    attempts: integer(row, 'attempts'),
    wait,
  });

  return {
    takeMails: ({ letter, sender, most, perSecond, now }) =>
      database.transaction(async (within) => {
        await within.lock([letterLock(letter), RATE]);
        if (!(await isSending(within, letter))) return [];
        const { waits, keep } = await reserve(within, most, perSecond, now);
        if (waits.length === 0) return [];
        const values = [letter, now, now + LONGEST_WAIT, waits.length, sender];
        const rows = await within.all(take, ...values);
        const isHere = (row: Row) => text(row, 'email') !== '';
        // Who left while the readers were written down is not to be written to.
        for (const row of rows) {
          if (!isHere(row)) await within.run(free, letter, text(row, 'person'), sender);
        }
        if (rows.length > 0) await keep(rows.length);
        return rows.filter(isHere).map((taken, index) => takenOf(taken, waits[index] ?? 0));
      }),

    passMails: (letter, sender, ended, going, at) =>
      database.transaction(async (within) => {
        await within.lock([letterLock(letter)]);
        for (const { person, end } of ended) {
          await record(within, letter, person, sender, end, at);
        }
        await watch(within, letter, ended);
        const may: boolean[] = [];
        for (const person of going) {
          may.push((await within.run(go, letter, person, sender)) > 0);
        }
        return { may, goesOn: await isSending(within, letter) };
      }),

    beatSender: async (sender) => void (await database.run(beat, sender)),

    buryOwner: (letter, sender) =>
      database.transaction(async ({ lock, run }) => {
        await lock([letterLock(letter)]);
        await run(bury, letter, sender);
        await run(release, letter, sender);
        await run(forget, sender);
      }),
  };
}
