import type { Transaction } from './database.ts';
import { integer, type Row, text } from './row.ts';

/** Somebody who was deleted. */
export interface Gone {
  readonly hash: string;
  readonly email: string;
}

/**
 * Told of those who were deleted together, and of the row of `erasures` that stands for them until
 * their bytes are gone as well.
 */
export type NoteGone = (erasure: number, people: readonly Gone[]) => void;

/** Deletes people. All of it inside the caller's transaction. */
export interface Erasures {
  /** Deletes the subscriber with this hash, tokens and mails of letters included. Returns the address; undefined where there was none. */
  readonly erase: (database: Transaction, hash: string) => Promise<string | undefined>;
  /** Deletes all pending ones who asked before and have no token that is good. Returns their hashes. */
  readonly eraseUnconfirmed: (
    database: Transaction,
    askedBefore: number,
    now: number,
  ) => Promise<readonly string[]>;
}

const REMOVE = 'DELETE FROM subscribers WHERE hash = ? RETURNING hash, email';

const REMOVE_UNCONFIRMED = `
  DELETE FROM subscribers
  WHERE status = 'pending' AND asked_at <= ? AND NOT EXISTS (
    SELECT 1 FROM tokens WHERE tokens.subscriber = subscribers.hash AND tokens.expires_at > ?)
  RETURNING hash, email`;

// Whoever leaves gets no letter any more, and a server's words may name them.
const REMOVE_FROM_LETTERS = `
  UPDATE letter_mails
  SET state = CASE WHEN state = 'waiting' THEN 'left' ELSE state END, answer = NULL
  WHERE person = ?`;

const peopleOf = (rows: readonly Row[]): readonly Gone[] =>
  rows.map((row) => ({ hash: text(row, 'hash'), email: text(row, 'email') }));

/** The deletions of a database. */
export function erasures(noteGone: NoteGone): Erasures {
  const note = async (database: Transaction, people: readonly Gone[]): Promise<void> => {
    if (people.length === 0) return;
    for (const { hash } of people) await database.run(REMOVE_FROM_LETTERS, hash);
    const erasure = await database.get('INSERT INTO erasures DEFAULT VALUES RETURNING id');
    noteGone(integer(erasure, 'id'), people);
  };
  return {
    async erase(database, hash) {
      const people = peopleOf(await database.all(REMOVE, hash));
      await note(database, people);
      return people[0]?.email;
    },
    async eraseUnconfirmed(database, askedBefore, now) {
      const people = peopleOf(await database.all(REMOVE_UNCONFIRMED, askedBefore, now));
      await note(database, people);
      return people.map(({ hash }) => hash);
    },
  };
}
