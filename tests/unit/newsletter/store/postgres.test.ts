import { randomBytes } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { List } from '../../../../src/newsletter/store/list.ts';
import { openList } from '../../../../src/newsletter/store/open-list.ts';
import { numbered } from '../../../../src/newsletter/store/postgres/database.ts';
import { requirePostgres } from '../../../../src/newsletter/store/postgres/migrate.ts';
import { LATEST } from '../../../../src/newsletter/store/postgres/migrations.ts';
import { isDatabaseUrl, shownPlace } from '../../../../src/newsletter/store/postgres/place.ts';
import { MIGRATIONS } from '../../../../src/newsletter/store/sqlite/migrations.ts';
import { startList } from '../../../../src/newsletter/store/start-list.ts';
import { dataFolder } from '../data-folder.ts';
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
  openIn,
  signUp,
} from './opened-store.ts';
import { hasPostgres, sharedPostgres, startPostgres, WITHOUT_POSTGRES } from './postgres.ts';

if (!hasPostgres) console.warn(WITHOUT_POSTGRES);

describe('the address of a database', () => {
  it.each([
    'postgres://u:p@db.example.com:5432/list',
    'postgresql://localhost/list',
    'postgres:///list?host=/run/postgresql',
  ])('%s is one', (text) => expect(isDatabaseUrl(text)).toBe(true));
  it.each([
    '',
    'list',
    'mysql://u@h/list',
    'postgres://u:p@h',
    'postgres://u:p@h/',
    'postgres://u:50%@h/list',
    'postgres://u:p@h:x/l',
  ])('%j is none', (text) => expect(isDatabaseUrl(text)).toBe(false));
  it('is shown without what is secret', () => {
    expect(shownPlace('postgresql://ada:p%40ss@db.example.com:5432/list?sslpassword=x')).toBe(
      'postgres://ada@db.example.com:5432/list',
    );
    expect(shownPlace('postgres:///list?host=/run/postgresql')).toBe(
      'postgres:///run/postgresql/list',
    );
  });
});

describe('the version of PostgreSQL', () => {
  it.each([150_000, 150_013, 180_001])('%i is good', (version) => {
    expect(() => requirePostgres(version, 'x')).not.toThrow();
  });
  it.each([
    [140_012, '14'],
    [90_624, '9'],
  ])('%i is refused', (version, name) => {
    expect(() => requirePostgres(version, 'postgres://h/l')).toThrow(
      `The newsletter's database postgres://h/l is on PostgreSQL ${name}, which is too old. Use PostgreSQL 15 or later.`,
    );
  });
});

it('numbers what stands for values', () => {
  expect(numbered('SELECT ? WHERE x IN (?, ?)')).toBe('SELECT $1 WHERE x IN ($2, $3)');
});

describe.runIf(hasPostgres)('a list in PostgreSQL', () => {
  const running = sharedPostgres();

  const opened = (url: string, key = KEY, mustExist = false): List => {
    const list = openList({ url, key, mustExist });
    // One that could not be opened says so once more.
    onTestFinished(() => list.close().catch(() => undefined));
    return list;
  };

  /** The same list as several instances have it open. */
  async function instances(count = 2) {
    const url = await running().database();
    const lists = Array.from({ length: count }, () => opened(url));
    const [first] = lists;
    if (first === undefined) throw new Error('No list is asked for.');
    return { url, lists, first };
  }

  const refusalOf = async (url: string, key = KEY, mustExist = false): Promise<string> => {
    const error = await opened(url, key, mustExist)
      .counts()
      .then(
        () => new Error('It was opened.'),
        (reason: unknown) => reason,
      );
    expect(error).toMatchObject({ name: 'ListError' });
    const message = error instanceof Error ? error.message : '';
    expect(message).not.toContain(running().password);
    expect(message).not.toContain('wrong-password');
    return message;
  };

  it('has the same tables and columns as one in a file', async () => {
    const folder = dataFolder();
    await openIn(folder).check();
    const file = new DatabaseSync(`${folder}/newsletter.sqlite`);
    const types: Readonly<Record<string, string>> = {
      INTEGER: 'bigint',
      TEXT: 'text',
      REAL: 'double precision',
      BLOB: 'bytea',
    };
    const here = file
      .prepare(
        `SELECT m.name AS "table", c.name, c.type, c."notnull" + c.pk > 0 AS needed FROM sqlite_schema AS m, pragma_table_info(m.name) AS c
         WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%'`,
      )
      .all()
      .map(
        (row) =>
          `${row['table']}.${row['name']} ${types[String(row['type'])]} ${row['needed'] === 1}`,
      );
    file.close();
    const { url, first } = await instances(1);
    await first.check();
    const client = await connectTo(url);
    onTestFinished(() => client.end());
    const { rows } = await client.query(
      `SELECT table_name, column_name, data_type, is_nullable = 'NO' AS needed FROM information_schema.columns
       WHERE table_schema = 'newsletter' AND table_name <> 'schema_version'`,
    );
    const there = rows.map(
      (row) => `${row.table_name}.${row.column_name} ${row.data_type} ${row.needed}`,
    );
    expect(there.sort()).toEqual(here.sort());
    expect(LATEST).toBe(MIGRATIONS.length);
  });

  it('says in a sentence why it cannot be opened', async () => {
    const url = await running().database();
    const port = running().port;
    expect(await refusalOf(url.replace(running().password, 'wrong-password'))).toMatch(
      /^The newsletter's database postgres:\/\/list@\S+ refuses the user or the password of DATABASE_URL\./,
    );
    expect(await refusalOf(url.replace(/\w+$/, 'nothing'))).toMatch(
      /\/nothing is not there\. Create it/,
    );
    expect(await refusalOf(url.replace(String(port), '9'))).toMatch(
      /:9\/\w+ cannot be reached \(ECONNREFUSED\)\. Check that PostgreSQL runs there/,
    );
    expect(await refusalOf(url.replace('127.0.0.1', 'no-such-host.invalid'))).toMatch(
      /cannot be reached/,
    );
    expect(await refusalOf(url, KEY, true)).toMatch(
      /^There is no newsletter's list in postgres:\S+ Check DATABASE_URL/,
    );
  });

  it('refuses another key, and a schema of a newer program, and leaves both as they are', async () => {
    const { url, first } = await instances(1);
    await first.signUp(signUp('ada@example.com'));
    expect(await refusalOf(url, `another ${KEY}`)).toMatch(
      /was made with another key\. Set NEWSLETTER_KEY/,
    );
    const client = await connectTo(url);
    onTestFinished(() => client.end());
    await client.query('UPDATE schema_version SET version = version + 1');
    expect(await refusalOf(url)).toMatch(
      /has schema \d+, and this program knows up to \d+\. Use the newer/,
    );
    await client.query('UPDATE schema_version SET version = version - 1');
    expect((await opened(url).counts()).pending).toBe(1);
  });

  it('may be opened by several for the first time at once', async () => {
    const { lists } = await instances(4);
    await Promise.all(lists.map((list, index) => list.signUp(signUp(`p${index}@example.com`))));
    expect((await lists[0]?.counts())?.pending).toBe(4);
  });

  it('sends one mail to a mailbox, whoever is asked by whatever spelling at once', async () => {
    const { lists, first } = await instances(3);
    const all = Array.from({ length: 60 }, (_, index) =>
      lists[index % 3]?.signUp(
        signUp(index % 2 === 0 ? `ada+${index}@gmail.com` : 'ada@gmail.com'),
      ),
    );
    await Promise.all(all);
    const lines = await first.takeDue(NOW, NOW + HOUR, 100, EVERY);
    expect(lines).toHaveLength(60);
    expect(lines.filter(({ errand }) => errand === 'confirm')).toHaveLength(1);
    expect((await first.counts()).pending).toBe(1);
  });

  it('gives each line to one worker only', async () => {
    const { lists, first } = await instances(3);
    for (let index = 0; index < 90; index += 1) await first.signUp(signUp(`p${index}@example.com`));
    const taken: number[] = [];
    const work = async (list: List): Promise<void> => {
      for (;;) {
        const lines = await list.takeDue(NOW, NOW + HOUR, 5, EVERY);
        if (lines.length === 0) return;
        taken.push(...lines.map(({ id }) => id));
      }
    };
    await Promise.all([...lists, ...lists].map(work));
    expect(taken).toHaveLength(90);
    expect(new Set(taken).size).toBe(90);
  });

  it('confirms once, whoever leaves or confirms at the same time', async () => {
    const { url, lists, first } = await instances(2);
    const client = await connectTo(url);
    onTestFinished(() => client.end());
    for (let round = 0; round < 12; round += 1) {
      const email = `p${round}@example.com`;
      await first.signUp(signUp(email));
      await first.issueToken(email, hashOf(email), NOW + DAY);
      const outcomes = await Promise.all([
        ...[...lists, ...lists].map((list) => list.confirm(email, at(NOW), ['welcome'])),
        ...(round % 2 === 0 ? [lists[1]?.unsubscribe(hashOf(email), at(NOW))] : []),
      ]);
      const confirmed = outcomes.filter((outcome) => outcome === 'confirmed').length;
      const { rows } = await client.query(
        "SELECT count(*)::int AS n FROM outbox WHERE subscriber = $1 AND errand = 'welcome'",
        [hashOf(email)],
      );
      expect(rows[0]?.n).toBe(confirmed);
      expect(confirmed).toBeLessThanOrEqual(1);
      if (round % 2 === 1) expect(confirmed).toBe(1);
      else {
        expect(await first.isListed(hashOf(email))).toBe(false);
        expect(
          (await first.takeDue(NOW, NOW + HOUR, 9, ['welcome'])).map((line) => line.email),
        ).not.toContain(email);
      }
    }
  });

  it('lets nobody be imported who leaves at the same time', async () => {
    const { lists } = await instances(2);
    const [here, there] = lists;
    const emails = Array.from({ length: 40 }, (_, index) => `p${index}@example.com`);
    const evidence = { source: 'a sheet', givenOn: '2025-01-01' };
    await Promise.all([
      here?.importBatch(emails, evidence, NOW),
      there?.suppressBatch(emails.toReversed(), 'elsewhere', NOW),
    ]);
    expect(await here?.counts()).toMatchObject({ subscribed: 0, suppressed: 40 });
    expect(await here?.importBatch(emails, evidence, NOW)).toEqual(emails.map(() => 'suppressed'));
  });

  it('sends a letter to nobody twice, and to nobody who left', async () => {
    const { lists, first } = await instances(3);
    const emails = Array.from({ length: 60 }, (_, index) => `p${index}@example.com`);
    await first.importBatch(emails, { source: 'a sheet', givenOn: '2025-01-01' }, NOW);
    const letter = {
      id: 'one',
      subject: 's',
      html: 'h',
      text: 't',
      from: { name: 'n', address: 'a@b.c' },
    };
    await first.addLetter(letter, 0, NOW);
    const leaving = emails.slice(0, 10).map((email) => first.unsubscribe(hashOf(email), at(NOW)));
    await Promise.all([...lists.map((list) => list.beginLetter('one', NOW)), ...leaving]);
    const people: string[] = [];
    const send = async (list: List, sender: string): Promise<void> => {
      for (;;) {
        const share = { letter: 'one', sender, most: 4, perSecond: 0, now: NOW };
        const mails = await list.takeMails(share);
        if (mails.length === 0) return;
        const going = mails.map(({ person }) => person);
        const { may } = await list.passMails('one', sender, [], going, NOW);
        people.push(...going.filter((_, index) => may[index]));
        const end = { kind: 'sent', answer: 'ok' } as const;
        const ended = going.map((person) => ({ person, end }));
        await list.passMails('one', sender, ended, [], NOW);
      }
    };
    await Promise.all(lists.map((list, index) => send(list, `sender-${index}`)));
    expect(new Set(people).size).toBe(people.length);
    expect(people).toHaveLength(50);
    for (const email of emails.slice(0, 10)) expect(people).not.toContain(hashOf(email));
    expect((await first.letterStatus('one'))?.counts).toMatchObject({
      ...{ sent: 50, waiting: 0, sending: 0 },
    });
  });

  it('gives each moment to one mail, whatever the letter, the instance and its clock', async () => {
    const { url, lists, first } = await instances(3);
    const emails = Array.from({ length: 10 }, (_, index) => `p${index}@example.com`);
    await first.importBatch(emails, { source: 'a sheet', givenOn: '2025-01-01' }, NOW);
    const from = { name: 'n', address: 'a@b.c' };
    for (const id of ['one', 'two', 'three']) {
      await first.addLetter({ id, subject: 's', html: 'h', text: 't', from }, 0, NOW);
      await first.beginLetter(id, NOW);
    }
    const client = await connectTo(url);
    onTestFinished(() => client.end());
    const clock = 'extract(epoch FROM clock_timestamp())::float8 * 1000';
    const { rows: began } = await client.query(`SELECT ${clock} AS now`);
    const taken = await Promise.all(
      ['one', 'two', 'three', 'one', 'two', 'three'].map((letter, index) =>
        lists[index % 3]?.takeMails({
          ...{ letter, sender: `s${index}`, most: 1, perSecond: 1, now: NOW + index * DAY },
        }),
      ),
    );
    const count = taken.flatMap((mails) => mails ?? []).length;
    expect(count).toBeGreaterThan(0);
    const { rows: ended } = await client.query('SELECT free_at FROM send_rate');
    expect(ended[0]?.free_at - began[0]?.now).toBeGreaterThanOrEqual(count * 1_000);
  });

  it('forgets nothing that was sent where a letter is canceled while it goes out', async () => {
    const { lists, first } = await instances(2);
    await first.importBatch(['ada@example.com'], { source: 's', givenOn: '2025-01-01' }, NOW);
    for (let round = 0; round < 10; round += 1) {
      const id = `letter-${round}`;
      const from = { name: 'n', address: 'a@b.c' };
      await first.addLetter({ id, subject: 's', html: 'h', text: 't', from }, 0, NOW);
      await first.beginLetter(id, NOW);
      await first.takeMails({ letter: id, sender: 's', most: 1, perSecond: 0, now: NOW });
      const [passed, ended] = await Promise.all([
        first.passMails(id, 's', [], [hashOf('ada@example.com')], NOW),
        lists[1]?.cancelLetter(id, NOW),
      ]);
      expect(ended).toBe(passed.may[0] ? 'cancelled' : 'forgotten');
    }
  });

  it('pauses and buries among several as among one', async () => {
    const { lists, first } = await instances(2);
    const emails = Array.from({ length: 20 }, (_, index) => `p${index}@example.com`);
    await first.importBatch(emails, { source: 's', givenOn: '2025-01-01' }, NOW);
    const from = { name: 'n', address: 'a@b.c' };
    await first.addLetter({ id: 'one', subject: 's', html: 'h', text: 't', from }, 0, NOW);
    await first.beginLetter('one', NOW);
    const end = { kind: 'failed', answer: '550' } as const;
    await Promise.all(
      lists.map(async (list, index) => {
        const share = { letter: 'one', sender: `s${index}`, most: 4, perSecond: 0, now: NOW };
        const mails = await list.takeMails(share);
        const ended = mails.map(({ person }) => ({ person, end }));
        await list.passMails('one', `s${index}`, ended, [], NOW);
      }),
    );
    const status = await first.letterStatus('one');
    expect(status).toMatchObject({ state: 'paused', counts: { failed: 8, waiting: 12 } });
    expect(status?.why).toMatch(/^More than 5 of its last 100 mails failed \(8\)/);
  });

  it('takes the rows of who left out of its tables, later where somebody still reads them', async () => {
    const { url, first } = await instances(1);
    await first.importBatch(
      ['ada@example.com', 'bob@example.com'],
      { source: 's', givenOn: '2025-01-01' },
      NOW,
    );
    const reader = await connectTo(url);
    onTestFinished(() => reader.end());
    await reader.query('BEGIN ISOLATION LEVEL REPEATABLE READ');
    await reader.query('SELECT count(*) FROM subscribers');
    await first.unsubscribe(hashOf('ada@example.com'), at(NOW));
    expect(await first.scrub()).toBe(false);
    await reader.query('COMMIT');
    expect(await first.scrub()).toBe(true);
    // What a page still holds, by the module of PostgreSQL that shows it.
    await reader.query('CREATE EXTENSION pageinspect SCHEMA public');
    const { rows } = await reader.query(
      "SELECT count(*)::int AS n FROM public.heap_page_items(public.get_raw_page('newsletter.subscribers', 0)) WHERE t_data IS NOT NULL",
    );
    expect(rows).toEqual([{ n: 1 }]);
    expect(await first.scrub()).toBe(true);
  });

  it('is away while the database is, says so, and works again by itself', async () => {
    const own = await startPostgres(true);
    onTestFinished(own.remove);
    const url = await own.database();
    const said: string[] = [];
    const { list, ill } = startList(
      { url },
      () => ({ key: KEY }),
      (now) => said.push(now?.ill ?? 'well'),
    );
    onTestFinished(() => list.close());
    const kept = ['first@example.com'];
    await list.signUp(signUp('first@example.com'));
    // With connections that are idle, and with some that are at work.
    for (const how of ['fast', 'immediate'] as const) {
      const busy = Array.from({ length: 20 }, (_, index) => {
        const email = `${how}-${index}-${randomBytes(2).toString('hex')}@example.com`;
        return list.signUp(signUp(email)).then(
          () => void kept.push(email),
          (error: unknown) => expect(error).toMatchObject({ name: 'ListError' }),
        );
      });
      await own.stop(how);
      await Promise.all(busy);
      await expect(list.signUp(signUp('nobody@example.com'))).rejects.toMatchObject({
        ill: 'away',
        message: 'The database of the list cannot be reached.',
      });
      expect(ill()?.ill).toBe('away');
      await own.start();
      await list.signUp(signUp(`after-${how}@example.com`));
      kept.push(`after-${how}@example.com`);
      await vi.waitFor(() => list.check().then(() => expect(ill()).toBeUndefined()), {
        timeout: 20_000,
      });
    }
    expect(said.filter((state) => state === 'well').length).toBeGreaterThan(0);
    expect(said.at(-1)).toBe('well');
    const listed = (await everybodyOn(list)).map(({ email }) => email);
    expect(kept.filter((email) => !listed.includes(email))).toEqual([]);
  });

  it('is opened by itself where the database comes later than the server', async () => {
    const own = await startPostgres();
    onTestFinished(own.remove);
    const url = await own.database();
    await own.stop();
    const { list, ill } = startList(
      { url },
      () => ({ key: KEY }),
      () => undefined,
    );
    onTestFinished(() => list.close());
    await expect(list.counts()).rejects.toThrow(/cannot be reached \(ECONNREFUSED\)/);
    expect(ill()?.ill).toBe('away');
    await own.start();
    await vi.waitFor(() => list.signUp(signUp('ada@example.com')), { timeout: 20_000 });
    expect(ill()).toBeUndefined();
  });
});
