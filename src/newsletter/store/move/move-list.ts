import { keyedHashes } from '../../hashes.ts';
import type { Progress } from '../list.ts';
import { ListError } from '../list-error.ts';
import { listErrorOf } from '../postgres/list-error-of.ts';
import { otherKey } from '../postgres/open-store.ts';
import { openTarget, type Target } from '../postgres/target.ts';
import type { Statements, Transaction } from '../sql/database.ts';
import { keyMark, requireSameKey } from '../sql/key-check.ts';
import { listName, nameList } from '../sql/list-name.ts';
import { movedTo, noteMoved } from '../sql/moved.ts';
import { text } from '../sql/row.ts';
import { openAlone } from '../sqlite/open-alone.ts';
import { copyTable, countOf, digestOf, type ListTable, tablesOf } from './tables.ts';

/** A list that is to be moved: its file, its key, and the database with its password. */
export interface Move {
  readonly path: string;
  readonly key: string;
  readonly url: string;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly progress: Progress;
}

/** What came of it. `lives-on`: it was moved there before, and people have come or gone since. */
export interface Moved {
  readonly kind: 'moved' | 'same' | 'lives-on';
  /** Where the list is now, without a password. */
  readonly place: string;
  readonly rows: number;
  readonly tables: number;
}

/** What a server that was started once writes into an empty database. */
const HARMLESS = new Set(['key_check', 'settings']);

/** Whether a database has nothing of any list in it. */
async function isEmpty(target: Statements, tables: readonly ListTable[]): Promise<boolean> {
  for (const table of tables) {
    if (!HARMLESS.has(table.name) && (await countOf(target, table)) > 0) return false;
  }
  return true;
}

/** The tables whose rows are not the same in both, and how many rows there are. */
async function compare(
  source: Statements,
  target: Statements,
  tables: readonly ListTable[],
  progress: (rows: number) => void,
) {
  const others: string[] = [];
  let rows = 0;
  for (const table of tables) {
    const [here, there] = [
      await digestOf(source, table, progress),
      await digestOf(target, table, progress),
    ];
    rows += here.rows;
    if (here.hash !== there.hash || here.rows !== there.rows) others.push(table.name);
  }
  return { rows, others };
}

function requireNoOther(place: string): never {
  throw new ListError(
    'unopened',
    `There is another list in ${place} already, and nothing was changed there. Move this one to an empty database.`,
  );
}

async function copyAll(
  source: Statements,
  target: Target,
  within: Transaction,
  tables: readonly ListTable[],
  progress: (rows: number) => void,
): Promise<number> {
  for (const name of HARMLESS) await within.run(`DELETE FROM ${name}`);
  for (const table of tables) await copyTable(source, within, table, progress);
  await target.countOn(
    within,
    tables.map(({ name }) => name),
  );
  const { rows, others } = await compare(source, within, tables, progress);
  if (others.length === 0) return rows;
  throw new ListError(
    'broken',
    `After copying, ${others.join(' and ')} in ${target.place} differed from the list, so nothing was kept there. The list is where it was.`,
  );
}

const NOTE_COPY = `
  INSERT INTO copies (path, made_at) VALUES (?, ?)
  ON CONFLICT (path) DO UPDATE SET made_at = excluded.made_at`;

/** Refuses a database that has the list in another state, and that nobody has said to be the right one. */
function requireSameState(place: string, path: string): never {
  throw new ListError(
    'unopened',
    `${place} holds this list in another state than ${path}, and nothing was changed. Where the list there is the right one, set DATABASE_URL to it. Otherwise empty that database, as by DROP SCHEMA newsletter CASCADE, and move the list again.`,
  );
}

async function moveBetween(
  source: Statements,
  target: Target,
  { path, key, now, progress }: Move,
): Promise<Moved> {
  const { address } = keyedHashes(key);
  const { place } = target;
  await requireSameKey(
    source,
    address,
    `The newsletter's database ${path} was made with another key. Put back the file "key" that lay beside it, or set NEWSLETTER_KEY to what it was then.`,
  );
  const before = await movedTo(source);
  if (before !== undefined && before !== place) {
    throw new ListError(
      'moved',
      `This list was moved to ${before}, and ${path} is out of date. Move it from there, with pg_dump and pg_restore.`,
    );
  }
  const tables = await tablesOf(source);
  const names = tables.map(({ name }) => name);
  let total = 0;
  for (const table of tables) total += await countOf(source, table);
  // Read once to be copied, and once in each to be compared.
  const steps = (times: number) => {
    let done = 0;
    return (rows: number): void => {
      done += rows;
      progress(Math.min(done, times * total), times * total);
    };
  };
  const name = await nameList(source);
  const moved = (kind: Moved['kind'], rows: number): Moved => ({
    ...{ kind, place, rows, tables: tables.length },
  });

  const result = await target.database.transaction(async (within) => {
    await target.seize(within, names);
    const made = await within.get('SELECT hash FROM key_check');
    if (made !== undefined && text(made, 'hash') !== keyMark(address)) {
      throw new ListError('unopened', otherKey(place));
    }
    const known = await listName(within);
    if (known === name) {
      const { rows, others } = await compare(source, within, tables, steps(2));
      if (others.length === 0) return moved('same', rows);
      return before === undefined ? requireSameState(place, path) : moved('lives-on', rows);
    }
    if (known !== undefined || !(await isEmpty(within, tables))) requireNoOther(place);
    const rows = await copyAll(source, target, within, tables, steps(3));
    // The file still holds the addresses: who is forgotten later is to be looked for there.
    for (const list of [source, within]) await list.run(NOTE_COPY, path, now);
    return moved('moved', rows);
  });
  if (before === undefined) await noteMoved(source, place);
  return result;
}

/**
 * Moves a list from its file to an empty database of PostgreSQL: all of it in one transaction there,
 * compared row by row before it ends, so that a move that is interrupted leaves nothing behind. From
 * then on the file says where the list is, and cannot be used. To be done while nothing else has the
 * list open. Done once more, it says whether both are the same.
 *
 * @throws ListError where one of them cannot be used, or the database holds another list; then the
 *   list is where it was
 */
export async function moveList(move: Move): Promise<Moved> {
  const { database, close } = openAlone(move.path);
  try {
    const target = await openTarget(move.url);
    try {
      return await moveBetween(database, target, move);
    } catch (error) {
      throw listErrorOf(error);
    } finally {
      await target.close();
    }
  } finally {
    close();
  }
}
