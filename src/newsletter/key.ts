import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SetupError } from './setup-error.ts';

/**
 * The key of all hashes: the one that is configured, or one that is made once and kept in
 * `dataDir`. Whoever loses it loses every unsubscribe link that was sent.
 *
 * @throws SetupError where the folder cannot be written
 */
export function loadKey(dataDir: string, configured: string | undefined): string {
  if (configured !== undefined) return configured;
  const file = join(dataDir, 'key');
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    if (!existsSync(file)) {
      // Two that start at once: the first one's key is the one.
      try {
        writeFileSync(file, randomBytes(32).toString('base64url'), { flag: 'wx', mode: 0o600 });
      } catch (error) {
        if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
      }
      chmodSync(file, 0o600);
    }
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    const why = error instanceof Error ? error.message : 'unknown';
    throw new SetupError(
      `DATA_DIR is "${dataDir}", where the newsletter cannot write (${why}). Set it to a folder that this account may write to.`,
    );
  }
}
