import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { databasePath } from '../../../../src/newsletter/store/data-folder.ts';
import { MIGRATIONS } from '../../../../src/newsletter/store/sqlite/migrations.ts';
import { dataFolder } from '../data-folder.ts';
import { tracesOf } from '../traces.ts';
import { at, DAY, EVERY, everybodyOn, HOUR, hashOf, NOW, openIn, signUp } from './opened-store.ts';

const emailOf = (name: string) => `${name}@example.com`;
const hash = (name: string) => hashOf(emailOf(name));

/** A list as the first schema kept it, with everybody it could hold. */
function firstList(): string {
  const folder = dataFolder();
  const database = new DatabaseSync(databasePath(folder));
  database.exec('PRAGMA journal_mode = WAL; PRAGMA foreign_keys = ON;');
  database.exec(MIGRATIONS[0] ?? '');
  database.exec('PRAGMA user_version = 1');
  const person = database.prepare(`
    INSERT INTO subscribers (hash, email, status, page, created_at, asked_at, confirmed_at)
    VALUES (?, ?, ?, '/newsletter/', ?, ?, ?)`);
  const people = { reader: 'subscribed', waiting: 'pending', departed: 'unsubscribed' };
  for (const [name, status] of Object.entries({
    ...people,
    ...{ returning: 'unsubscribed', returned: 'unsubscribed' },
  })) {
    person.run(hash(name), emailOf(name), status, NOW, NOW, status === 'pending' ? null : NOW);
  }
  const suppress = database.prepare('INSERT INTO suppressions (hash, at) VALUES (?, ?)');
  for (const name of ['departed', 'returning', 'returned', 'erased', 'stranger']) {
    suppress.run(hash(name), NOW);
  }
  const consent = database.prepare(`
    INSERT INTO consents (subscriber, event, at, page, wording, network)
    VALUES (?, ?, ?, '', 'One email a week.', '')`);
  for (const name of Object.keys(people)) consent.run(hash(name), 'sign-up', NOW);
  consent.run(hash('erased'), 'forget', NOW);
  const token = database.prepare('INSERT INTO tokens VALUES (?, ?, ?)');
  token.run('token of waiting', hash('waiting'), NOW + DAY);
  token.run('token of returning', hash('returning'), NOW + DAY);
  database
    .prepare(`
      INSERT INTO outbox (errand, subscriber, page, created_at, state, due_at)
      VALUES ('confirm', ?, '/', ?, 'waiting', ?)`)
    .run(hash('returned'), NOW, NOW);
  database.close();
  return folder;
}

/** Looks into the file past the store. */
function look(folder: string, sql: string) {
  const database = new DatabaseSync(databasePath(folder));
  try {
    return database.prepare(sql).all();
  } finally {
    database.close();
  }
}

/** A list as the second schema kept it, with every kind of line that its outbox could hold. */
function secondList(firstEdition: boolean): string {
  const folder = dataFolder();
  const database = new DatabaseSync(databasePath(folder));
  database.exec('PRAGMA journal_mode = WAL; PRAGMA foreign_keys = ON;');
  for (const step of MIGRATIONS.slice(0, 2)) database.exec(step);
  // Before there were providers to be told of who leaves.
  if (firstEdition) {
    database.exec('DELETE FROM outbox; ALTER TABLE outbox RENAME COLUMN email TO unused');
  }
  database.exec('PRAGMA user_version = 2');
  const person = database.prepare(`
    INSERT INTO subscribers (hash, email, status, page, created_at, asked_at, confirmed_at)
    VALUES (?, ?, ?, '/newsletter/', ?, ?, ?)`);
  person.run(hash('reader'), emailOf('reader'), 'subscribed', NOW, NOW, NOW);
  person.run(hash('waiting'), emailOf('waiting'), 'pending', NOW, NOW, null);
  const line = database.prepare(`
    INSERT INTO outbox (errand, subscriber, page, created_at, state, due_at, attempts, unseen,
      finished_at, last_error)
    VALUES (?, ?, '/', ?, ?, ?, ?, ?, ?, ?)`);
  const add = (errand: string, name: string, state = 'waiting', unseen = 0) => {
    const ended = state === 'waiting' ? null : NOW;
    const why = state === 'failed' ? 'No.' : null;
    return line.run(errand, hash(name), NOW, state, NOW, 1, unseen, ended, why).lastInsertRowid;
  };
  add('confirm', 'waiting', 'waiting', 3);
  for (const errand of ['welcome', 'hand-over', 'nothing']) add(errand, 'reader');
  for (const state of ['done', 'failed']) add('welcome', 'reader', state);
  if (!firstEdition) {
    const keep = database.prepare('UPDATE outbox SET email = ? WHERE id = ?');
    for (const name of ['departed', "o'neil+letters"]) {
      keep.run(emailOf(name), add('take-back', name));
    }
    for (const state of ['done', 'failed']) add('take-back', 'departed', state);
  }
  database.close();
  return folder;
}

describe('a list of the second schema', () => {
  it.each([
    ['its last edition', false],
    ['its first edition', true],
  ])('of %s keeps every line that waits, with whom it is for', async (_, firstEdition) => {
    const folder = secondList(firstEdition);
    const store = openIn(folder);
    const lines = await store.takeDue(NOW, NOW + DAY, 99, EVERY);
    expect(lines.map(({ errand, email }) => `${errand} ${email}`)).toEqual([
      'confirm waiting@example.com',
      'welcome reader@example.com',
      'hand-over reader@example.com',
      'nothing reader@example.com',
      ...(firstEdition ? [] : ['leave departed@example.com', "leave o'neil+letters@example.com"]),
    ]);
    // What it counted as unseen is tried all the same.
    expect(lines.map(({ attempts, unseen }) => [attempts, unseen])).toEqual(
      lines.map(() => [1, 0]),
    );
    expect(await store.counts()).toMatchObject({
      waiting: lines.length - 1,
      failed: firstEdition ? 1 : 2,
    });
    expect(look(folder, 'PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
  });

  it('seals the addresses of those who are to be taken off at a provider, to the last byte', async () => {
    const folder = secondList(false);
    const departed = ['departed@example.com', "o'neil+letters@example.com"];
    for (const email of departed) expect(tracesOf(folder, email)).not.toEqual([]);
    const store = openIn(folder);
    expect(await store.scrub()).toBe(true);
    for (const email of departed) expect(tracesOf(folder, email)).toEqual([]);
    await store.close();
    const lines = await openIn(folder).takeDue(NOW, NOW + DAY, 99, ['leave']);
    expect(lines.map(({ email }) => email)).toEqual(departed);
  });
});

describe('a list of the first schema', () => {
  it('keeps its readers, and those who have not confirmed with their links', async () => {
    const store = openIn(firstList());
    const people = await everybodyOn(store);
    expect(people.map(({ email, status }) => `${status} ${email}`).sort()).toEqual([
      'pending returned@example.com',
      'pending returning@example.com',
      'pending waiting@example.com',
      'subscribed reader@example.com',
    ]);
    expect(await store.confirm('token of waiting', at(NOW + HOUR), [])).toBe('confirmed');
    expect(await store.confirm('token of returning', at(NOW + HOUR), [])).toBe('confirmed');
    expect(await store.takeDue(NOW, NOW + DAY, 5, EVERY)).toMatchObject([
      { errand: 'confirm', email: 'returned@example.com' },
    ]);
    expect(await store.counts()).toMatchObject({ subscribed: 3, pending: 1 });
  });

  it('loses those who had left, to the last byte, and lets them come back', async () => {
    const folder = firstList();
    expect(tracesOf(folder, 'departed@example.com')).not.toEqual([]);
    const store = openIn(folder);
    expect(await store.scrub()).toBe(true);
    expect(tracesOf(folder, 'departed@example.com')).toEqual([]);
    const errands: unknown[] = [];
    for (const name of ['departed', 'stranger', 'erased']) {
      await store.signUp(signUp(emailOf(name), NOW + DAY));
      errands.push((await store.takeDue(NOW + DAY, NOW + 2 * DAY, 9, EVERY)).at(-1)?.errand);
    }
    expect(errands).toEqual(['confirm', 'confirm', 'nothing']);
  });

  it('keeps its log of consents, as it was and for good, and is in order', async () => {
    const folder = firstList();
    const before = look(folder, 'SELECT * FROM consents');
    await openIn(folder).check();
    expect(look(folder, 'SELECT * FROM consents')).toEqual(before);
    expect(() => look(folder, 'DELETE FROM consents')).toThrow(/only grows/);
    expect(look(folder, 'PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
    expect(look(folder, 'PRAGMA foreign_key_check')).toEqual([]);
    expect(look(folder, 'PRAGMA user_version')).toEqual([{ user_version: MIGRATIONS.length }]);
    await openIn(folder).check();
    expect(look(folder, 'SELECT * FROM consents')).toEqual(before);
  });
});
