import { closeSync, openSync, read } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import { promisify } from 'node:util';
import type { Gone, NoteGone } from '../sql/erasures.ts';
import { integer } from '../sql/row.ts';
import type { SqliteDatabase } from './database.ts';

/** The bytes of people who were deleted, in the files of a database. */
export interface Traces {
  readonly noteGone: NoteGone;
  /**
   * Takes the bytes of what was deleted out of the database's files. Resolves with false where that
   * is for later, because another process is reading or writing.
   */
  readonly scrub: () => Promise<boolean>;
  readonly close: () => void;
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
export function traces(
  database: DatabaseSync,
  alone: SqliteDatabase['alone'],
  path: string,
): Traces {
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
    const absent = await alone(() =>
      people.filter(({ hash }) => findListed.get(hash) === undefined),
    );
    if (absent.length > TOO_MANY_TO_SEEK) return true;
    const counts = await countIn(
      file,
      absent.flatMap(({ hash, email }) => [
        Buffer.from(hash + email.slice(0, TELLING)),
        Buffer.from(email),
      ]),
    );
    // An address may be a part of another one, which is on the list.
    return alone(() =>
      absent.some(({ email }, index) => {
        const [behindHash = 0, anywhere = 0] = counts.slice(2 * index, 2 * index + 2);
        if (behindHash > 0 || anywhere === 0) return behindHash > 0;
        return anywhere > integer(countListed.get(email), 'count');
      }),
    );
  };

  const rebuild = (): boolean => {
    try {
      database.exec('VACUUM');
    } catch (error) {
      if (isBusy(error)) return false;
      throw error;
    }
    return emptyLog();
  };

  const scrubOnce = async (): Promise<boolean> => {
    const { ids, isEmpty } = await alone(() => {
      const found = open.all().map((row) => integer(row, 'id'));
      return { ids: found, isEmpty: found.length === 0 || emptyLog() };
    });
    if (ids.length === 0) return true;
    if (!isEmpty) return false;
    // Of those whom another process deleted, and may have died over, nothing else is known.
    const strangers = ids.some((id) => !gone.has(id));
    const people = ids.flatMap((id) => gone.get(id) ?? []);
    if ((strangers || (await hasTraces(people))) && !(await alone(rebuild))) return false;
    await alone(() => {
      for (const id of ids) {
        settle.run(id);
        gone.delete(id);
      }
    });
    return true;
  };

  return {
    noteGone: (erasure, people) => void gone.set(erasure, people),
    scrub() {
      const next = scrubbing.then(scrubOnce, scrubOnce);
      scrubbing = next;
      return next;
    },
    close: () => closeSync(file),
  };
}
