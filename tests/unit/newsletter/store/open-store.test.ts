import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { databasePath } from '../../../../src/newsletter/store/data-folder.ts';
import { ListError } from '../../../../src/newsletter/store/list-error.ts';
import { openList } from '../../../../src/newsletter/store/open-list.ts';
import { requireSqlite } from '../../../../src/newsletter/store/sqlite/open-database.ts';
import { dataFolder } from '../data-folder.ts';
import { KEY, newStore, openIn, signUp } from './opened-store.ts';

/** The message of the ListError that opening a store ends in. */
async function refusal(path: string, key = KEY): Promise<string> {
  try {
    await openList({ path, key }).close();
  } catch (error) {
    expect(error).toBeInstanceOf(ListError);
    return error instanceof Error ? error.message : '';
  }
  return 'It was opened.';
}

describe('opening a store', () => {
  it('makes its folder and file, for nobody else to read, with the right settings', async () => {
    const folder = join(dataFolder(), 'deep', 'data');
    openIn(folder);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    for (const end of ['', '-wal']) {
      expect(statSync(`${databasePath(folder)}${end}`).mode & 0o777).toBe(0o600);
    }
    const database = new DatabaseSync(databasePath(folder));
    expect(database.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' });
    expect(database.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' });
    database.close();
  });

  it('finds everything again the next time', async () => {
    const { folder, store } = newStore();
    await store.signUp(signUp('ada@example.com'));
    expect(await openIn(folder).counts()).toEqual(await store.counts());
  });

  it('refuses the schema of a newer program, and leaves it as it is', async () => {
    const { folder, store } = newStore();
    await store.signUp(signUp('ada@example.com'));
    const database = new DatabaseSync(databasePath(folder));
    database.exec('PRAGMA user_version = 99');
    expect(await refusal(databasePath(folder))).toMatch(
      /newsletter\.sqlite has schema 99, and this program knows up to \d+\. Use the newer [^\n]+\.$/,
    );
    expect(database.prepare('PRAGMA user_version').get()).toEqual({ user_version: 99 });
    database.close();
  });

  it('refuses another key', async () => {
    const { folder, store } = newStore();
    await store.check();
    expect(await refusal(databasePath(folder), `another ${KEY}`)).toMatch(
      /was made with another key\. Put back the file "key" [^\n]+\.$/,
    );
  });

  it('says what to do where there is no database to open', async () => {
    const folder = dataFolder();
    writeFileSync(join(folder, 'text'), 'This is no database. '.repeat(100));
    expect(await refusal(join(folder, 'text'))).toMatch(
      /cannot be opened: file is not a database\. Set/,
    );
    mkdirSync(join(folder, 'folder'));
    expect(await refusal(join(folder, 'folder'))).toMatch(/cannot be opened: EISDIR[^\n]+DATA_DIR/);
    expect(await refusal(join(folder, 'text', 'below'))).toMatch(
      /cannot be opened: E[^\n]+DATA_DIR/,
    );
  });
});

describe('the version of SQLite', () => {
  it.each(['3.51.3', '3.51.10', '3.52.0', '3.53.4', '4.0.0'])('%s is good', async (version) => {
    expect(() => requireSqlite(version)).not.toThrow();
  });

  it.each(['3.51.2', '3.50.9', '3.51', '2.99.99'])('%s is refused', async (version) => {
    expect(() => requireSqlite(version)).toThrow(
      new RegExp(`brings SQLite ${version}, which can damage .* Use Node 24\\.15 or later`),
    );
  });
});
