import { PassThrough } from 'node:stream';
import type { Client } from 'pg';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { newsletter } from '../../../../src/newsletter/command/main.ts';
import { databasePath } from '../../../../src/newsletter/store/data-folder.ts';
import type { FrozenLetter } from '../../../../src/newsletter/store/letters.ts';
import { moveList } from '../../../../src/newsletter/store/move/move-list.ts';
import { openList } from '../../../../src/newsletter/store/open-list.ts';
import { connectTo } from './every-database.ts';
import {
  at,
  DAY,
  EVERY,
  everybodyOn,
  HOUR,
  hashOf,
  KEY,
  NOW,
  newStore,
  signUp,
} from './opened-store.ts';
import { hasPostgres, sharedPostgres } from './postgres.ts';

const LETTER: FrozenLetter = {
  ...{ id: 'one', subject: 'Ünïcode 🐦', html: '<p>Hello</p>', text: 'Hello\n' },
  from: { name: 'Us', address: 'us@example.com' },
};

/** A list in a file with rows in every table, closed. */
async function fullList(people = 3): Promise<string> {
  const { folder, store, subscribe } = newStore('everyone');
  for (const name of ['ada', 'bob', 'eve']) await subscribe(`${name}@example.com`);
  const evidence = { source: 'a sheet', givenOn: '2025-01-01' };
  const more = Array.from({ length: people }, (_, index) => `person-${index}@example.com`);
  await store.importBatch(more, evidence, NOW);
  await store.signUp(signUp('new@example.com'));
  await store.issueToken('token', hashOf('new@example.com'), NOW + DAY);
  await store.unsubscribe(hashOf('eve@example.com'), at(NOW + 1));
  await store.forget('gone@example.com', NOW);
  await store.noteCopy({ path: '/somewhere/export.csv', madeAt: NOW });
  await store.addLetter(LETTER, 0, NOW);
  await store.beginLetter('one', NOW);
  const taken = await store.takeMails({
    letter: 'one',
    sender: 's',
    most: 2,
    perSecond: 7,
    now: NOW,
  });
  await store.beatSender('s');
  const ended = taken.slice(0, 1).map(({ person }) => ({
    person,
    end: { kind: 'sent', answer: 'a NUL: \0.' } as const,
  }));
  await store.passMails('one', 's', ended, [], NOW);
  const person = hashOf('ada@example.com');
  await store.takeReturn({ letter: 'one', person, kind: 'full', code: '5.2.2', at: NOW });
  await store.close();
  return folder;
}

const move = (folder: string, url: string) =>
  moveList({
    path: databasePath(folder),
    key: KEY,
    url,
    now: NOW + DAY,
    progress: () => undefined,
  });

describe.runIf(hasPostgres)('moving a list to PostgreSQL', () => {
  const running = sharedPostgres();

  async function newDatabase() {
    const url = await running().database();
    const open = () => {
      const list = openList({ url, key: KEY });
      onTestFinished(() => list.close());
      return list;
    };
    const past = async (): Promise<Client> => {
      const client = await connectTo(url);
      onTestFinished(() => client.end());
      return client;
    };
    return { url, open, past };
  }

  it('takes everything along, which goes on there as it would have here', async () => {
    const folder = await fullList(1_200);
    const { url, open } = await newDatabase();
    const steps: [number, number][] = [];
    const result = await moveList({
      ...{ path: databasePath(folder), key: KEY, url, now: NOW + DAY },
      progress: (done, total) => void steps.push([done, total]),
    });
    expect(result).toMatchObject({ kind: 'moved', tables: 13 });
    expect(result.place).toMatch(/^postgres:\/\/list@127\.0\.0\.1:\d+\/list_\d+$/);
    expect(steps.at(-1)?.[0]).toBe(steps.at(-1)?.[1]);

    const list = open();
    expect(await list.counts()).toMatchObject({ subscribed: 1_202, pending: 1, suppressed: 2 });
    expect((await everybodyOn(list)).slice(0, 2).map(({ status }) => status)).toHaveLength(2);
    expect(await list.frozenLetter('one')).toEqual(LETTER);
    expect(await list.letterStatus('one')).toMatchObject({
      state: 'sending',
      counts: { sent: 1, waiting: 1_201 },
    });
    expect(await list.confirm('token', at(NOW + HOUR), ['welcome'])).toBe('confirmed');
    const lines = await list.takeDue(NOW + HOUR, NOW + DAY, 10, EVERY);
    expect(lines.map(({ errand, email }) => `${errand} ${email}`)).toEqual(
      expect.arrayContaining(['leave eve@example.com', 'welcome new@example.com']),
    );
    // New rows are numbered behind those that came along.
    await list.signUp(signUp('later@example.com', NOW + HOUR));
    expect((await list.copies()).map(({ path }) => path)).toEqual([
      '/somewhere/export.csv',
      databasePath(folder),
    ]);
  });

  it('leaves a file that says where the list is, and that nobody can use', async () => {
    const folder = await fullList();
    const { url } = await newDatabase();
    const { place } = await move(folder, url);
    const old = openList({ path: databasePath(folder), key: KEY });
    await expect(old.counts()).rejects.toMatchObject({
      ill: 'moved',
      message: expect.stringContaining(`to ${place}. Set DATABASE_URL`),
    });
    await expect(old.takeDue(NOW, NOW, 1, EVERY)).rejects.not.toThrow(running().password);
  });

  it('says that both are the same when it is done again, and that the list has gone on later', async () => {
    const folder = await fullList();
    const { url, open } = await newDatabase();
    const { rows } = await move(folder, url);
    expect(await move(folder, url)).toMatchObject({ kind: 'same', rows: rows + 1 });
    await open().signUp(signUp('later@example.com', NOW + HOUR));
    expect(await move(folder, url)).toMatchObject({ kind: 'lives-on' });
    expect((await open().counts()).pending).toBe(2);
  });

  it('takes up a move of which only the last step is missing', async () => {
    const folder = await fullList();
    const { url } = await newDatabase();
    await move(folder, url);
    const { DatabaseSync } = await import('node:sqlite');
    const file = new DatabaseSync(databasePath(folder));
    file.exec("DELETE FROM settings WHERE name = 'moved-to'");
    file.close();
    expect(await move(folder, url)).toMatchObject({ kind: 'same' });
    await expect(openList({ path: databasePath(folder), key: KEY }).counts()).rejects.toMatchObject(
      {
        ill: 'moved',
      },
    );
  });

  it('goes into a database that a server was started on, with whom nobody is yet', async () => {
    const folder = await fullList();
    const { url, open } = await newDatabase();
    await open().check();
    expect(await move(folder, url)).toMatchObject({ kind: 'moved' });
  });

  it.each([
    ['another list', KEY, /another list in postgres:\S+ already/],
    ['a list of another key', `another ${KEY}`, /made with another key\. Set NEWSLETTER_KEY/],
  ])('refuses a database with %s, and changes neither', async (_, key, words) => {
    const folder = await fullList();
    const { url } = await newDatabase();
    const other = openList({ url, key });
    onTestFinished(() => other.close());
    await other.signUp(signUp('other@example.com'));
    await expect(move(folder, url)).rejects.toThrow(words);
    expect((await everybodyOn(other)).map(({ email }) => email)).toEqual(['other@example.com']);
    const list = openList({ path: databasePath(folder), key: KEY });
    onTestFinished(() => list.close());
    expect((await list.counts()).subscribed).toBe(5);
  });

  it('refuses this list in another state, where nobody has said which is right', async () => {
    const folder = await fullList();
    const { url, open } = await newDatabase();
    await move(folder, url);
    await open().signUp(signUp('later@example.com', NOW + HOUR));
    const { DatabaseSync } = await import('node:sqlite');
    const file = new DatabaseSync(databasePath(folder));
    file.exec("DELETE FROM settings WHERE name = 'moved-to'");
    file.close();
    await expect(move(folder, url)).rejects.toThrow(/holds this list in another state than/);
  });

  it('refuses while anybody else has the list open', async () => {
    const folder = await fullList();
    const { url, past } = await newDatabase();
    const list = openList({ path: databasePath(folder), key: KEY });
    await list.check();
    await expect(move(folder, url)).rejects.toThrow(/is in use\. Stop the server/);
    await list.signUp(signUp('later@example.com'));
    await list.close();
    expect(
      (await (await past()).query("SELECT to_regclass('newsletter.subscribers') AS t")).rows,
    ).toEqual([{ t: null }]);
    expect(await move(folder, url)).toMatchObject({ kind: 'moved' });
  });

  it('leaves nothing behind where it is cut off, and can be done again', async () => {
    const folder = await fullList(1_200);
    const { url, open, past } = await newDatabase();
    const client = await past();
    let cut: Promise<unknown> | undefined;
    const moving = moveList({
      ...{ path: databasePath(folder), key: KEY, url, now: NOW },
      progress: (done) => {
        if (done < 1_000) return;
        cut ??= client.query(
          `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
           WHERE datname = current_database() AND pid <> pg_backend_pid()`,
        );
      },
    });
    await expect(moving).rejects.toMatchObject({ name: 'ListError', ill: 'away' });
    await cut;
    expect((await client.query('SELECT count(*)::int AS n FROM subscribers')).rows).toEqual([
      { n: 0 },
    ]);
    const list = openList({ path: databasePath(folder), key: KEY });
    expect((await list.counts()).subscribed).toBe(1_202);
    await list.close();
    expect(await move(folder, url)).toMatchObject({ kind: 'moved' });
    expect((await open().counts()).subscribed).toBe(1_202);
  });

  it('is a command that says what it did, and what to do next', async () => {
    const folder = await fullList();
    const { url } = await newDatabase();
    const said: string[] = [];
    const log = vi.spyOn(console, 'log').mockImplementation((text) => void said.push(text));
    onTestFinished(() => void log.mockRestore());
    const env = { DATA_DIR: folder, NEWSLETTER_KEY: KEY, DATABASE_URL: url };
    const output = new PassThrough();
    expect(await newsletter(['move'], env, output)).toBe(0);
    expect(await newsletter(['move', '--to', url], env, output)).toBe(0);
    expect(await newsletter(['stats'], env, output)).toBe(0);
    expect(said.join('')).toMatch(
      /^Moved the list to postgres:\/\/list@\S+: [\d,]+ rows in 13 tables/,
    );
    expect(said.join('')).toContain('The list is in postgres://list@');
    expect(said.join('')).toMatch(/ 5 {2}subscribed/);
    expect(said.join('')).not.toContain(running().password);
  });
});
