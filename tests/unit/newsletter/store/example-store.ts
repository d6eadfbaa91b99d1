import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { keyedHashes } from '../../../../src/newsletter/hashes.ts';
import { openDatabase } from '../../../../src/newsletter/store/open-database.ts';
import { sqliteStore } from '../../../../src/newsletter/store/sqlite-store.ts';
import type { SignUp } from '../../../../src/newsletter/store/store.ts';

export const HASHES = keyedHashes('a key of at least thirty-two characters');

/** A file for a database, in a folder that goes away with the test. */
export function databaseFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'second-thoughts-store-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, 'newsletter.db');
}

/** A store in a new file, and its database to look into. */
export function exampleStore(file = databaseFile()) {
  const database = openDatabase(file);
  const store = sqliteStore(database, HASHES.address);
  onTestFinished(() => {
    if (database.isOpen) database.close();
  });
  return { store, database, file };
}

/** A sign-up as the form sends it. */
export const signUpOf = (email: string, at: number, trapped = false): SignUp => ({
  email,
  at,
  trapped,
  page: '/',
  wording: 'One email a week.',
  network: HASHES.network('192.0.2.1'),
});
