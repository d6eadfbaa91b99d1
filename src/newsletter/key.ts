import { randomBytes } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { SetupError } from './setup-error.ts';

// 32 random bytes as base64url have 43 characters. Less than 32 characters can be guessed.
const SHORTEST_KEY = 32;

const codeOf = (error: unknown): unknown =>
  error instanceof Error && 'code' in error ? error.code : undefined;

function readKeyFile(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw new SetupError(
      `The newsletter's key in ${path} cannot be read (${codeOf(error)}). Give this program's user the right to read it.`,
    );
  }
}

function sync(path: string): void {
  const folder = openSync(path, 'r');
  fsyncSync(folder);
  closeSync(folder);
}

/** Writes a new key whole or not at all, so that two processes that start at once agree on one. */
function makeKeyFile(folder: string, path: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const draft = `${path}.${process.pid}-${randomBytes(4).toString('hex')}`;
  const file = openSync(draft, 'wx', 0o600);
  try {
    writeSync(file, `${randomBytes(32).toString('base64url')}\n`);
    fsyncSync(file);
    linkSync(draft, path);
    sync(folder);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  } finally {
    closeSync(file);
    rmSync(draft, { force: true });
  }
}

/**
 * The key of all keyed hashes: what was given, or the file `key` in the data folder, which is made
 * once, for its owner's eyes only.
 *
 * @param given the value of NEWSLETTER_KEY; empty counts as not given
 * @param folder the data folder; made where it is missing
 * @throws SetupError where the key is too short, or its file cannot be read or made
 */
export function newsletterKey(given: string | undefined, folder: string): string {
  const key = given?.trim();
  if (key) {
    if (key.length >= SHORTEST_KEY) return key;
    throw new SetupError(
      `NEWSLETTER_KEY has ${key.length} characters. It should be a secret of at least ${SHORTEST_KEY}, such as openssl rand -base64 32 prints. Leave it out to have one made.`,
    );
  }
  const path = join(folder, 'key');
  try {
    if (readKeyFile(path) === undefined) makeKeyFile(folder, path);
  } catch (error) {
    if (error instanceof SetupError) throw error;
    throw new SetupError(
      `The newsletter's key cannot be written to ${path} (${codeOf(error)}). Set DATA_DIR to a folder that this program's user may write to.`,
    );
  }
  const made = readKeyFile(path) ?? '';
  if (made.length >= SHORTEST_KEY) return made;
  throw new SetupError(
    `The newsletter's key in ${path} is damaged: it has ${made.length} characters and needs at least ${SHORTEST_KEY}. Put back the one from your backup.`,
  );
}
