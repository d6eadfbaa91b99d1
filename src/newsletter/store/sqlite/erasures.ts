import { closeSync, openSync, read } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import { promisify } from 'node:util';
import { integer, text } from './row.ts';

/** People who were deleted, and whether their addresses are gone from the files as well. */
export interface Erasures {
  /** Deletes the subscriber with this hash, tokens and mails of letters included. Returns the address; undefined where there was none. Inside the caller's transaction. */
  erase(hash: string): string | undefined;
  /** Deletes all pending ones who asked before and have no token that is good. Returns their hashes. Inside the caller's transaction. */
  eraseUnconfirmed(askedBefore: number, now: number): readonly string[];
  /**
   * Takes the bytes of what was deleted out of the database's files. Resolves with false where that
   * is for later, because another process is reading or writing.
   */
  scrub(): Promise<boolean>;
  close(): void;
}

interface Gone {
  readonly hash: string;
  readonly email: string;
}

/** From so many at once on, rebuilding the file is less work than looking for each of them. */
const TOO_MANY_TO_SEEK = 50;

/** So much of the file is looked at before others get their turn. */
const CHUNK = 1024 * 1024;

/** So much of an address behind its hash is no accident. */
const TELLING = 6;

const readAt = promisify(read);

const SQLITE_BUSY = 5;

const isBusy = (error: unknown): boolean =>
  error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY;

/** How often each of `needles` is in the file. */
async function countIn(file: number, needles: readonly Buffer[]): Promise<readonly number[]> {
  const counts = needles.map(() => 0);
  const longest = Math.max(0, ...needles.map(({ length }) => length));
  const chunk = Buffer.allocUnsafe(CHUNK + longest);
  for (let position = 0; ; position += CHUNK) {
    const { bytesRead } = await readAt(file, chunk, 0, chunk.length, position);
    const part = chunk.subarray(0, bytesRead);
    for (const [index, needle] of needles.entries()) {
      let at = part.indexOf(needle);
      // What begins in the overlap is counted in the next chunk.
      while (at >= 0 && at < CHUNK) {
        counts[index] = (counts[index] ?? 0) + 1;
        at = part.indexOf(needle, at + 1);
      }
    }
    if (bytesRead < chunk.length) return counts;
  }
}

/**
 * Deletes people from a database in a way that can be proved by its bytes.
 *
 * `secure_delete` overwrites what is deleted, and emptying the write-ahead log takes older versions
 * of pages away. One kind of trace stays: where rows moved to another page, their old page may keep
 * a copy behind its rows. So the file is searched for the address, which takes milliseconds, and
 * rebuilt where it is found, which is rare.
 */
export function erasures(database: DatabaseSync, path: string): Erasures {
  const remove = database.prepare('DELETE FROM subscribers WHERE hash = ? RETURNING hash, email');
  const removeUnconfirmed = database.prepare(`
    DELETE FROM subscribers
    WHERE status = 'pending' AND asked_at <= ? AND NOT EXISTS (
      SELECT 1 FROM tokens WHERE tokens.subscriber = subscribers.hash AND tokens.expires_at > ?)
    RETURNING hash, email`);
  // Whoever leaves gets no letter any more, and a server's words may name them.
  const removeFromLetters = database.prepare(`
    UPDATE letter_mails SET state = iif(state = 'waiting', 'left', state), answer = NULL
    WHERE person = ?`);
  const mark = database.prepare('INSERT INTO erasures DEFAULT VALUES');
  const open = database.prepare('SELECT id FROM erasures ORDER BY id');
  const settle = database.prepare('DELETE FROM erasures WHERE id = ?');
  const findListed = database.prepare('SELECT 1 FROM subscribers WHERE hash = ?');
  const countListed = database.prepare(
    'SELECT COUNT(*) AS count FROM subscribers WHERE instr(email, ?) > 0',
  );
  // Open as long as the database is: closing any other handle of the file would end the locks that
  // SQLite holds on it for this process (sqlite.org, "How to corrupt", 2.2).
  const file = openSync(path, 'r');
  const gone = new Map<number, readonly Gone[]>();
  let scrubbing: Promise<unknown> = Promise.resolve();

  const note = (rows: readonly Gone[]): void => {
    for (const { hash } of rows) removeFromLetters.run(hash);
    if (rows.length > 0) gone.set(Number(mark.run().lastInsertRowid), rows);
  };

  const emptyLog = (): boolean => {
    const timeout = integer(database.prepare('PRAGMA busy_timeout').get(), 'timeout');
    // Nobody waits here for a backup to end: it is tried again later.
    database.exec('PRAGMA busy_timeout = 0');
    try {
      return integer(database.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get(), 'busy') === 0;
    } finally {
      database.exec(`PRAGMA busy_timeout = ${timeout}`);
    }
  };

  const hasTraces = async (people: readonly Gone[]): Promise<boolean> => {
    // Who has come back meanwhile is in the file by right.
    const absent = people.filter(({ hash }) => findListed.get(hash) === undefined);
    if (absent.length > TOO_MANY_TO_SEEK) return true;
    const counts = await countIn(
      file,
      absent.flatMap(({ hash, email }) => [
        Buffer.from(hash + email.slice(0, TELLING)),
        Buffer.from(email),
      ]),
    );
    // An address may be a part of another one, which is on the list.
    return absent.some(({ email }, index) => {
      const [behindHash = 0, anywhere = 0] = counts.slice(2 * index, 2 * index + 2);
      if (behindHash > 0 || anywhere === 0) return behindHash > 0;
      return anywhere > integer(countListed.get(email), 'count');
    });
  };

  const scrubOnce = async (): Promise<boolean> => {
    const ids = open.all().map((row) => integer(row, 'id'));
    if (ids.length === 0) return true;
    if (!emptyLog()) return false;
    // Of those whom another process deleted, and may have died over, nothing else is known.
    const strangers = ids.some((id) => !gone.has(id));
    if (strangers || (await hasTraces(ids.flatMap((id) => gone.get(id) ?? [])))) {
      try {
        database.exec('VACUUM');
      } catch (error) {
        if (isBusy(error)) return false;
        throw error;
      }
      if (!emptyLog()) return false;
    }
    for (const id of ids) {
      settle.run(id);
      gone.delete(id);
    }
    return true;
  };

  const peopleOf = (rows: ReturnType<typeof remove.all>): readonly Gone[] =>
    rows.map((row) => ({ hash: text(row, 'hash'), email: text(row, 'email') }));

  return {
    erase(hash) {
      const people = peopleOf(remove.all(hash));
      note(people);
      return people[0]?.email;
    },
    eraseUnconfirmed(askedBefore, now) {
      const people = peopleOf(removeUnconfirmed.all(askedBefore, now));
      note(people);
      return people.map(({ hash }) => hash);
    },
    scrub() {
      const next = scrubbing.then(scrubOnce, scrubOnce);
      scrubbing = next;
      return next;
    },
    close: () => closeSync(file),
  };
}
