import type { KeyedHashes } from '../../hashes.ts';
import type { LetterState, MailCounts, MailState } from '../letters.ts';
import type { List } from '../list.ts';
import { type Database, marks, type Statements } from './database.ts';
import { integer, optional, type Row, text } from './row.ts';

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

/** So many readers are written down with one statement. */
const READERS_AT_ONCE = 500;

/** What a lock on how far a letter is, and on all its mails, is called. */
export function letterLock(id: string): string {
  return `letter ${id}`;
}

/** The letters of a database: what they say, for whom they are, and how far they are. */
export function letters(
  database: Database,
  hashes: Pick<KeyedHashes, 'letterMessage'>,
): Pick<
  List,
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
  const insert = `
    INSERT INTO letters
      (id, subject, html, text, sender_name, sender, state, asked_at, not_before)
    VALUES (?, ?, ?, ?, ?, ?, 'sending', ?, ?) ON CONFLICT (id) DO NOTHING`;
  const find = 'SELECT * FROM letters WHERE id = ?';
  const count = 'SELECT state, COUNT(*) AS count FROM letter_mails WHERE letter = ? GROUP BY state';
  const countAll = 'SELECT COUNT(*) AS count FROM letter_mails WHERE letter = ?';
  const readers = `SELECT hash FROM subscribers WHERE status = 'subscribed' ORDER BY created_at, hash`;
  const begin = `UPDATE letters SET begun_at = ? WHERE id = ? AND begun_at IS NULL AND state = 'sending'`;
  const insertMails = (count: number) =>
    `INSERT INTO letter_mails (letter, person, message) VALUES ${Array.from({ length: count }, () => `(${marks(3)})`).join(', ')}`;
  const pause = `UPDATE letters SET state = 'paused', why = ? WHERE id = ? AND state = 'sending'`;
  // Failures from before do not pause it again.
  const resume = `
    UPDATE letters SET state = 'sending', why = NULL, finished_at = NULL, counted_from = ended
    WHERE id = ? AND state <> 'cancelled'`;
  const resend = `
    UPDATE letter_mails SET state = 'waiting', owner = NULL, due_at = 0, attempts = 0, ended = NULL
    WHERE letter = ? AND state = 'unsure'
      AND person IN (SELECT hash FROM subscribers WHERE status = 'subscribed')`;
  const anyOpen = `
    SELECT 1 FROM letter_mails WHERE letter = ? AND state IN ('waiting', 'sending') LIMIT 1`;
  const anySent = `
    SELECT 1 FROM letter_mails WHERE letter = ? AND state IN ('sending', 'sent', 'unsure') LIMIT 1`;
  const removeMails = 'DELETE FROM letter_mails WHERE letter = ?';
  const remove = 'DELETE FROM letters WHERE id = ?';
  const end = `
    UPDATE letters SET state = ?, finished_at = ?, why = NULL
    WHERE id = ? AND state IN ('sending', 'paused')`;
  const countOpen = `
    SELECT COUNT(*) AS count FROM letter_mails
    WHERE letter = ? AND state IN ('waiting', 'sending')`;
  const due = `
    SELECT MIN(due_at) AS due FROM letter_mails
    WHERE letter = ? AND state = 'waiting' AND owner IS NULL`;
  const owners = `
    SELECT owner, COALESCE((SELECT beat FROM senders WHERE senders.id = owner), -1) AS beat
    FROM (SELECT DISTINCT owner FROM letter_mails
      WHERE letter = ? AND state IN ('waiting', 'sending') AND owner IS NOT NULL) AS taken`;
  const unsure = `
    SELECT message, COALESCE(answer, '') AS answer,
      (SELECT email FROM subscribers WHERE hash = letter_mails.person) AS email
    FROM letter_mails WHERE letter = ? AND state = 'unsure' ORDER BY id LIMIT ?`;
  const reasons = `
    SELECT state, answer, COUNT(*) AS count FROM letter_mails
    WHERE letter = ? AND state IN ('waiting', 'failed') AND answer IS NOT NULL
    GROUP BY state, answer ORDER BY count DESC, answer LIMIT ?`;

  const countsOf = async (id: string): Promise<MailCounts> => {
    const counts: Record<MailState, number> = { ...NO_MAILS };
    for (const row of await database.all(count, id)) {
      const state = text(row, 'state');
      if (isMailState(state)) counts[state] = integer(row, 'count');
    }
    return counts;
  };

  const writeReaders = async ({ all, run }: Statements, id: string): Promise<void> => {
    const people = (await all(readers)).map((row) => text(row, 'hash'));
    for (let start = 0; start < people.length; start += READERS_AT_ONCE) {
      const some = people.slice(start, start + READERS_AT_ONCE);
      const values = some.flatMap((person) => [id, person, hashes.letterMessage(id, person)]);
      await run(insertMails(some.length), ...values);
    }
  };

  return {
    addLetter: async ({ id, subject, html, text: plain, from }, notBefore, at) =>
      (await database.run(
        ...([insert, id, subject, html, plain, from.name, from.address] as const),
        ...[at, notBefore],
      )) > 0,

    async frozenLetter(id) {
      const row = await database.get(find, id);
      if (row === undefined) return undefined;
      return {
        id,
        subject: text(row, 'subject'),
        html: text(row, 'html'),
        text: text(row, 'text'),
        from: { name: text(row, 'sender_name'), address: text(row, 'sender') },
      };
    },

    async letterStatus(id) {
      const row = await database.get(find, id);
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
        counts: await countsOf(id),
      };
    },

    beginLetter: (id, at) =>
      database.transaction(async (within) => {
        await within.lock([letterLock(id)]);
        if ((await within.run(begin, at, id)) > 0) await writeReaders(within, id);
        return integer(await within.get(countAll, id), 'count');
      }),

    pauseLetter: (id, why) =>
      database.transaction(async (within) => {
        await within.lock([letterLock(id)]);
        return (await within.run(pause, why, id)) > 0;
      }),

    resumeLetter: (id, resendUnsure) =>
      database.transaction(async (within) => {
        await within.lock([letterLock(id)]);
        const row = await within.get(find, id);
        if (row === undefined || stateOf(row) === 'cancelled') return false;
        if (resendUnsure) await within.run(resend, id);
        if (stateOf(row) === 'done' && (await within.get(anyOpen, id)) === undefined) return false;
        await within.run(resume, id);
        return true;
      }),

    cancelLetter: (id, at) =>
      database.transaction(async (within) => {
        await within.lock([letterLock(id)]);
        if ((await within.run(end, 'cancelled', at, id)) === 0) return 'over';
        if ((await within.get(anySent, id)) !== undefined) return 'cancelled';
        await within.run(removeMails, id);
        await within.run(remove, id);
        return 'forgotten';
      }),

    restOfLetter: (id, at) =>
      database.transaction(async (within) => {
        await within.lock([letterLock(id)]);
        const before = await within.get(find, id);
        if (before === undefined) return undefined;
        const open = integer(await within.get(countOpen, id), 'count');
        const begun = before['begun_at'] !== null;
        if (open === 0 && begun && stateOf(before) === 'sending') {
          await within.run(end, 'done', at, id);
        }
        const row = await within.get(find, id);
        const senders = await within.all(owners, id);
        return {
          state: stateOf(row),
          why: optional(row, 'why', text),
          open,
          due: optional(await within.get(due, id), 'due', integer),
          senders: senders.map((owner) => ({
            sender: text(owner, 'owner'),
            beat: integer(owner, 'beat'),
          })),
        };
      }),

    unsureMails: async (id, most) =>
      (await database.all(unsure, id, most)).map((row) => ({
        email: optional(row, 'email', text),
        message: text(row, 'message'),
        answer: text(row, 'answer'),
      })),

    letterTroubles: async (id) =>
      (await database.all(reasons, id, MOST_TROUBLES)).map((row) => ({
        state: text(row, 'state') === 'failed' ? 'failed' : 'waiting',
        why: text(row, 'answer'),
        count: integer(row, 'count'),
      })),
  };
}
