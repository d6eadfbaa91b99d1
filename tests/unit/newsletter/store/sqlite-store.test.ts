import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { SetupError } from '../../../../src/newsletter/setup-error.ts';
import { openDatabase } from '../../../../src/newsletter/store/open-database.ts';
import { databaseFile, exampleStore, HASHES, signUpOf } from './example-store.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const NOW = Date.UTC(2026, 10, 23);
const ADA = 'ada@example.com';
const here = { at: NOW, page: '/newsletter/confirm/', wording: '', network: '' };

/** Signs Ada up and confirms her. */
function withAda() {
  const example = exampleStore();
  example.store.signUp(signUpOf(ADA, NOW));
  example.store.issueToken('t1', HASHES.address(ADA), NOW + HOUR);
  example.store.confirm('t1', here, ['welcome']);
  return example;
}

describe('a sign-up', () => {
  it('waits to be confirmed, and the token confirms it again and again', () => {
    const { store } = exampleStore();
    store.signUp(signUpOf(ADA, NOW));
    expect(store.counts()).toMatchObject({ pending: 1, subscribed: 0, waiting: 1 });
    const [item] = store.takeDue(NOW, NOW + MINUTE, 10);
    expect(item).toMatchObject({ errand: 'confirm', email: ADA, attempts: 0 });
    store.issueToken('t1', item?.subscriber ?? '', NOW + HOUR);
    expect(store.confirm('t0', here, [])).toBe('unknown');
    expect(store.confirm('t1', here, ['welcome', 'hand-over'])).toBe('confirmed');
    expect(store.confirm('t1', here, ['welcome', 'hand-over'])).toBe('already');
    expect(store.counts()).toMatchObject({ pending: 0, subscribed: 1, waiting: 3 });
  });

  it('is too late once its token has expired', () => {
    const { store } = exampleStore();
    store.signUp(signUpOf(ADA, NOW));
    store.issueToken('t1', HASHES.address(ADA), NOW);
    expect(store.confirm('t1', here, [])).toBe('expired');
  });

  it('leaves the same writes whoever it is from', () => {
    const { store, database } = withAda();
    const kinds = {
      new: () => store.signUp(signUpOf('new@example.com', NOW)),
      pending: () => store.signUp(signUpOf('new@example.com', NOW)),
      subscribed: () => store.signUp(signUpOf(ADA, NOW)),
      trapped: () => store.signUp(signUpOf('trap@example.com', NOW, true)),
      suppressed: () => store.signUp(signUpOf('gone@example.com', NOW)),
    };
    store.unsubscribe(HASHES.address('gone@example.com'), here);
    const rows = (table: string) =>
      Number(database.prepare(`SELECT count(*) AS count FROM ${table}`).get()?.['count']);
    for (const signUp of Object.values(kinds)) {
      const before = [rows('consents'), rows('outbox')];
      signUp();
      expect([rows('consents'), rows('outbox')]).toEqual(before.map((count) => count + 1));
    }
    const asked = store.takeDue(NOW, NOW, 99).filter(({ errand }) => errand === 'confirm');
    expect(asked.map(({ email }) => email)).toEqual([ADA, 'new@example.com']);
  });

  it('gets one mail in ten minutes and three a day', () => {
    const { store } = exampleStore();
    const asked = () =>
      store
        .takeDue(NOW + 99 * HOUR, NOW + 999 * HOUR, 99)
        .filter(({ errand }) => errand === 'confirm').length;
    const at = [0, 9 * MINUTE, 10 * MINUTE, HOUR, 2 * HOUR, 23 * HOUR, 25 * HOUR];
    const mails = at.map((later) => {
      store.signUp(signUpOf(ADA, NOW + later));
      return asked();
    });
    expect(mails).toEqual([1, 0, 1, 1, 0, 0, 1]);
  });
});

describe('leaving', () => {
  it('suppresses the address for good, also one that was never here', () => {
    const { store } = withAda();
    for (const email of [ADA, ADA, 'never@example.com']) {
      store.unsubscribe(HASHES.address(email), here);
      store.signUp(signUpOf(email, NOW + 99 * HOUR));
    }
    expect(store.counts()).toMatchObject({ subscribed: 0, unsubscribed: 1, suppressed: 2 });
    expect(store.confirm('t1', here, [])).toBe('unknown');
    const asked = store.takeDue(NOW + 999 * HOUR, NOW, 99);
    expect(asked.filter(({ errand }) => errand !== 'nothing')).toEqual([]);
  });
});

describe('the outbox', () => {
  it('gives each line to one taker, until its lease is over', () => {
    const { store } = exampleStore();
    for (let each = 0; each < 5; each++) store.signUp(signUpOf(`p${each}@example.com`, NOW));
    const first = store.takeDue(NOW, NOW + MINUTE, 3);
    const second = store.takeDue(NOW, NOW + MINUTE, 3);
    expect([first.length, second.length, store.takeDue(NOW, NOW, 3).length]).toEqual([3, 2, 0]);
    expect(store.nextDue()).toBe(NOW + MINUTE);
    expect(store.takeDue(NOW + MINUTE, NOW + HOUR, 9).map(({ attempts }) => attempts)).toEqual([
      1, 1, 1, 1, 1,
    ]);
  });

  it('tries again when it is told to, gives up when it is told to, and forgets what is done', () => {
    const { store, database } = exampleStore();
    for (const name of ['a', 'b', 'c']) store.signUp(signUpOf(`${name}@example.com`, NOW));
    const [a, b, c] = store.takeDue(NOW, NOW + HOUR, 9).map(({ id }) => id);
    store.done(a ?? 0, NOW);
    store.retry(b ?? 0, NOW + MINUTE, 'The server is busy.');
    store.giveUp(c ?? 0, NOW, 'There is no such mailbox.');
    expect(store.counts()).toMatchObject({ waiting: 1, failed: 1 });
    expect(store.nextDue()).toBe(NOW + MINUTE);
    const done = database.prepare("SELECT email FROM outbox WHERE state = 'done'").all();
    expect(done.map((row) => row['email'])).toEqual(['']);
    store.done(b ?? 0, NOW);
    expect(store.nextDue()).toBeUndefined();
  });
});

describe('the database', () => {
  it('keeps the consent log as it was written', () => {
    const { database } = withAda();
    for (const change of ['UPDATE consents SET at = 0', 'DELETE FROM consents']) {
      expect(() => database.exec(change)).toThrow('append-only');
    }
  });

  it('refuses what a newer program wrote, and a folder it cannot write', () => {
    const { database, file } = exampleStore();
    database.exec('PRAGMA user_version = 99');
    database.close();
    expect(() => openDatabase(file)).toThrow(SetupError);
    expect(() => openDatabase(file)).toThrow(/written by a newer version of this program \(99, /);
    expect(() => openDatabase('/dev/null/newsletter.db')).toThrow(/cannot be opened/);
  });

  it('can be written by a second process at the same time', () => {
    const { store, file } = exampleStore(databaseFile());
    store.signUp(signUpOf(ADA, NOW));
    const script = `
      const { openDatabase } = await import('${new URL('../../../../src/newsletter/store/open-database.ts', import.meta.url)}');
      const { sqliteStore } = await import('${new URL('../../../../src/newsletter/store/sqlite-store.ts', import.meta.url)}');
      const store = sqliteStore(openDatabase(process.argv[1]), (email) => email);
      store.signUp({ email: 'bob@example.com', at: Date.now(), trapped: false, page: '/', wording: '', network: '' });
      console.log(store.counts().pending);
      store.close();`;
    const output = execFileSync(process.execPath, ['--input-type=module', '--eval', script, file]);
    expect(String(output)).toBe('2\n');
    expect(store.counts().pending).toBe(2);
  });
});
