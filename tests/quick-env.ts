import { accessSync, constants, statfsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Where Linux keeps files in memory. */
const SHARED_MEMORY = '/dev/shm';

/** What all tests at once may have in temporary files, in bytes: databases and copies of the site. */
const ROOM = 2 ** 31;

/**
 * Variables that make tests quick. Their temporary files need to survive no loss of power, so they are in
 * memory where there is a `folder` of it with room: a database waits for a disk at every commit. And
 * what Node compiles for one process it keeps for the next, as starting takes longer than most do.
 */
export function quickEnv(folder: string = SHARED_MEMORY): Readonly<Record<string, string>> {
  const compiled = fileURLToPath(new URL('../node_modules/.cache/compiled', import.meta.url));
  return { NODE_COMPILE_CACHE: compiled, ...(hasRoom(folder) && { TMPDIR: folder }) };
}

function hasRoom(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize >= ROOM;
  } catch {
    return false;
  }
}

/** What of this process's variables every program that a test starts is given. */
export const PASSED_ON: Readonly<Record<string, string>> = Object.fromEntries(
  ['PATH', 'NODE_COMPILE_CACHE'].flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value]];
  }),
);
