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
    openIn(folder);
    expect(look(folder, 'SELECT * FROM consents')).toEqual(before);
    expect(() => look(folder, 'DELETE FROM consents')).toThrow(/only grows/);
    expect(look(folder, 'PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
    expect(look(folder, 'PRAGMA foreign_key_check')).toEqual([]);
    expect(look(folder, 'PRAGMA user_version')).toEqual([{ user_version: MIGRATIONS.length }]);
    openIn(folder);
    expect(look(folder, 'SELECT * FROM consents')).toEqual(before);
  });
});
