import { closeSync, openSync, rmSync } from 'node:fs';
import { CommandError, codeOf } from './command-error.ts';

/** Why a file cannot be made, by the system's code. */
const REASONS: Readonly<Record<string, string>> = {
  EEXIST: 'is there already; name a new file, so that nothing is overwritten',
  ENOENT: 'cannot be made: its folder is not there; make the folder first',
  ENOTDIR: 'cannot be made: its folder is a file; name another folder',
};

/**
 * Makes an empty file that only this user may read, has it filled, and deletes it again where that
 * fails.
 *
 * @throws CommandError where there is a file already, or none can be made
 */
export async function fillNewFile(path: string, fill: () => Promise<void>): Promise<void> {
  try {
    closeSync(openSync(path, 'wx', 0o600));
  } catch (error) {
    const code = codeOf(error) ?? '';
    throw new CommandError(`${path} ${REASONS[code] ?? `cannot be made (${code})`}.`);
  }
  try {
    await fill();
  } catch (error) {
    rmSync(path, { force: true });
    throw error;
  }
}
