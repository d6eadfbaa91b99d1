import { existsSync, globSync, realpathSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** A build that is older than this, in milliseconds, has been given up, whatever its process says. */
const GIVEN_UP_AFTER = 24 * 60 * 60_000;

/** Where a new site is built and where the old one lies for a moment: both beside `folder`. */
const nextTo = (folder: string, what: 'next' | 'last', process: number | '*') =>
  join(dirname(folder), `.${basename(folder)}-${what}-${process}`);

/**
 * The folder itself where `folder` is a link to one, so that what is swapped is what is served.
 * A link that leads nowhere stays as it is.
 */
export function realFolder(folder: string): string {
  try {
    return realpathSync(folder);
  } catch {
    return folder;
  }
}

/**
 * The folder in which process `pid` builds what is to stand at `folder`: on the same disk, so that
 * moving it there is one step, and hidden, so that nothing publishes it.
 */
export function buildFolder(folder: string, pid: number): string {
  return nextTo(folder, 'next', pid);
}

/**
 * Puts `next`, a whole site, in the place of `folder`. Whoever looks finds the old site or the new
 * one, never a part; for some microseconds between two renames there is none, as POSIX exchanges no
 * folders. Throws an Error with a sentence where `folder` cannot be moved, and leaves it as it was.
 */
export function swapIn(next: string, folder: string, pid: number): void {
  const last = nextTo(folder, 'last', pid);
  rmSync(last, { recursive: true, force: true });
  const had = existsSync(folder);
  try {
    if (had) renameSync(folder, last);
  } catch (error) {
    throw new Error(
      `${folder} cannot be replaced (${codeOf(error)}), so the site there stays as it was. A build moves a new folder to its place: it may be no mount point, and its parent has to be writable.`,
    );
  }
  try {
    renameSync(next, folder);
  } catch (error) {
    if (had) renameSync(last, folder);
    throw error;
  }
  rmSync(last, { recursive: true, force: true });
}

/**
 * Clears up after builds that were killed: what they built is deleted, and a site that one of them
 * had moved away is put back where `folder` is missing. Leaves alone what a running process works on.
 *
 * @param now milliseconds since 1970
 * @param isRunning whether there is a process of that number
 */
export function clearUp(
  folder: string,
  now: number,
  isRunning: (pid: number) => boolean = isProcess,
): void {
  const left = (what: 'next' | 'last') =>
    globSync(basename(nextTo(folder, what, '*')), { cwd: dirname(folder) })
      .filter((name) => /-\d+$/.test(name))
      .map((name) => join(dirname(folder), name))
      .filter((path) => {
        const age = now - statSync(path).ctimeMs;
        return age > GIVEN_UP_AFTER || !isRunning(Number(/\d+$/.exec(path)?.[0]));
      });
  const [last] = left('last');
  if (last !== undefined && !existsSync(folder)) renameSync(last, folder);
  for (const path of [...left('next'), ...left('last')]) {
    rmSync(path, { recursive: true, force: true });
  }
}

function isProcess(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // It runs, and belongs to somebody else.
    return codeOf(error) === 'EPERM';
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
