import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { steadyClock } from '../../../src/newsletter/clock.ts';
import type { NewsletterConfig } from '../../../src/newsletter/config.ts';
import { startNewsletter } from '../../../src/newsletter/newsletter.ts';
import { calmLog } from '../../../src/newsletter/service/calm-log.ts';
import { jsonLog } from '../../../src/newsletter/service/log.ts';
import { databasePath } from '../../../src/newsletter/store/data-folder.ts';
import type { List } from '../../../src/newsletter/store/list.ts';
import { OPERATIONS } from '../../../src/newsletter/store/operations.ts';
import { type StartList, startList } from '../../../src/newsletter/store/start-list.ts';
import { listen } from '../../../src/server/listen.ts';
import { readSite } from '../../../src/server/site.ts';
import { createSiteServer } from '../../../src/server/site-server.ts';
import { openInbox } from './delivery/inbox.ts';
import { siteFolder } from './process/site-process.ts';
import { DAY, everybodyOn, HOUR, KEY, NOW, openIn } from './store/opened-store.ts';
import { threads } from './store/threads.ts';
import { STEPS, stuckServer } from './stuck-server.ts';

// A fault may take as long as people are let wait for it.
vi.setConfig({ testTimeout: 120_000 });

const WORDS = {
  confirm: { subject: 'Confirm', text: 'Press it.', button: 'Confirm', ignore: 'Or not.' },
  welcome: {
    subject: 'Welcome',
    text: 'Thank you.',
    unsubscribe: 'Leave',
    letters: { text: 'Read these:' },
  },
  footer: { why: 'You asked for it.' },
};

interface Options {
  readonly smtpUrl?: string | undefined;
  readonly mostPages?: number;
  readonly start?: StartList;
  readonly wall?: { now: number };
}

/** A site with its newsletter on the data in `root`, over real HTTP, and all that it logs. */
async function siteOn(root: string, options: Options = {}) {
  const { smtpUrl, mostPages, start = startList, wall = { now: NOW } } = options;
  const folder = join(root, 'data');
  const rate = { most: 1_000, window: HOUR };
  const config: NewsletterConfig = {
    ...{ dataDir: folder, databaseUrl: undefined, smtpUrl, from: 'letters@example.org' },
    ...{ key: KEY, confirm: 'here' as const },
    ...{ provider: { NEWSLETTER_PROVIDER: 'embedded' }, clientAddressHeader: undefined },
    rates: { network: rate, all: rate },
    ...{ bounceAddress: undefined, postalAddress: undefined, dkim: undefined },
    ...{ perSecond: 10, connections: 5 },
  };
  const logged: string[] = [];
  const site = await readSite(join(root, 'dist'));
  const monotonic = () => performance.now();
  const newsletter = startNewsletter(config, {
    ...{
      site: { origin: 'https://example.org', base: '/' },
      welcome: [],
      siteName: 'Second Thoughts',
    },
    accent: '#1d3bc6',
    ...{ words: WORDS, consent: 'One email a week.', postalAddress: undefined, monotonic },
    ...{ provider: undefined, random: Math.random, print: () => undefined },
    page: async (path) => String((await site.resources.get(path)?.represent('identity'))?.body),
    startList: (where, given, changed) =>
      start(where, () => ({ ...given(), ...(mostPages && { mostPages }) }), changed),
    now: steadyClock(() => wall.now, monotonic),
    log: calmLog(
      jsonLog(
        (line) => logged.push(line),
        () => wall.now,
      ),
      monotonic,
    ),
  });
  const server = createSiteServer(() => site, '/', undefined, newsletter);
  const port = await listen(server, 0, '127.0.0.1');
  let running = true;
  const stop = async () => {
    if (!running) return;
    running = false;
    server.closeAllConnections();
    server.close();
    await newsletter.stop();
  };
  onTestFinished(stop);
  const home = `http://127.0.0.1:${port}/`;
  const signUp = async (email: string, accept = 'application/json') => {
    const response = await fetch(`${home}newsletter/subscribe/`, {
      method: 'POST',
      headers: { accept },
      body: new URLSearchParams({ email, page: '/' }),
      redirect: 'manual',
    });
    return { status: response.status, text: await response.text() };
  };
  const health = async () => {
    const response = await fetch(`${home}health/`);
    return { status: response.status, data: await response.json() };
  };
  /** Whether every page is served. */
  const pages = async () => {
    const paths = ['newsletter/check/', 'newsletter/confirm/', 'newsletter/unsubscribe/'];
    const responses = await Promise.all(paths.map((path) => fetch(home + path)));
    return responses.every(({ status }) => status === 200);
  };
  return { folder, logged, signUp, health, pages, stop };
}

/** A data folder whose list knows `names`, closed. */
async function rootWith(...names: readonly string[]) {
  const root = await siteFolder();
  const list = openIn(join(root, 'data'));
  const evidence = { source: 'a list', givenOn: '2025-01-01' };
  await list.importBatch(
    names.map((name) => `${name}@example.com`),
    evidence,
    NOW,
  );
  await list.close();
  return root;
}

const look = (root: string, sql: string) => {
  const database = new DatabaseSync(databasePath(join(root, 'data')));
  try {
    return database.prepare(sql).all();
  } finally {
    database.close();
  }
};

const TABLES = [
  ...['subscribers', 'suppressions', 'consents', 'tokens', 'outbox', 'erasures', 'copies'],
  ...['key_check', 'settings', 'probe'],
  ...['letters', 'letter_mails', 'letter_returns', 'senders', 'send_rate'],
];

afterEach(() => {
  vi.useRealTimers();
});

describe('a damaged list', () => {
  it.each(TABLES)('serves every page where it is %s, and says which part is ill', async (table) => {
    const root = await rootWith('ada', 'bob');
    const [page] = look(root, `SELECT rootpage FROM sqlite_schema WHERE name = '${table}'`);
    const file = openSync(databasePath(join(root, 'data')), 'r+');
    writeSync(file, Buffer.alloc(4_096, 0xa5), 0, 4_096, (Number(page?.['rootpage']) - 1) * 4_096);
    closeSync(file);
    const { signUp, health, pages, logged } = await siteOn(root);
    const responses: Awaited<ReturnType<typeof signUp>>[] = [];
    for (let index = 0; index < 4; index += 1) {
      expect(await pages()).toBe(true);
      responses.push(await signUp(`reader${index}@example.com`));
    }
    for (const { status, text } of responses) {
      expect([
        [200, '{"kind":"check"}'],
        [503, '{"kind":"unavailable"}'],
      ]).toContainEqual([status, text]);
    }
    if (responses.some(({ status }) => status === 503)) {
      const asPage = await signUp('page@example.com', 'text/html');
      expect(asPage).toEqual({ status: 503, text: '<title>unavailable</title>' });
    }
    const { status, data } = await health();
    expect([status, data.pages]).toEqual([503, 'ok']);
    expect(data.list).toMatch(/damaged|cannot be opened/);
    expect(logged.length).toBeLessThan(100);
    const kept = responses.filter(({ status: answered }) => answered === 200).length;
    if (kept > 0) {
      const [row] = look(root, "SELECT COUNT(*) AS n FROM subscribers WHERE status = 'pending'");
      expect(row?.['n']).toBe(kept);
    }
  });
});

describe('a full disk', () => {
  it('is told, loses nothing that was answered, and sends nothing twice', async () => {
    const root = await rootWith('ada');
    const inbox = await openInbox();
    onTestFinished(inbox.close);
    const [pages] = look(root, 'PRAGMA page_count');
    const full = await siteOn(root, {
      smtpUrl: inbox.url,
      mostPages: Number(pages?.['page_count']) + 6,
    });
    const answered: string[] = [];
    let refused = 0;
    for (let index = 0; index < 300 && refused < 20; index += 1) {
      const email = `reader-with-a-rather-long-name-${index}@example.com`;
      const { status } = await full.signUp(email);
      if (status === 200) answered.push(email);
      else refused += 1;
    }
    expect([answered.length > 0, refused, await full.pages()]).toEqual([true, 20, true]);
    const { status, data } = await full.health();
    expect([status, data.list]).toEqual([503, 'There is no room left for the list on its disk.']);
    await full.stop();
    expect(full.logged.length).toBeLessThan(100);

    await siteOn(root, { smtpUrl: inbox.url });
    await inbox.holds(answered.length);
    const got = inbox.arrived.flatMap(({ recipients }) => recipients);
    expect(got.toSorted()).toEqual(answered.toSorted());
    const listed = new Set((await everybodyOn(openIn(full.folder))).map(({ email }) => email));
    expect(answered.filter((email) => !listed.has(email))).toEqual([]);
  });
});

describe('a list that another process holds locked', () => {
  it('holds up no page, answers 503, and goes on when it is let go', async () => {
    const root = await rootWith('ada');
    const inbox = await openInbox();
    onTestFinished(inbox.close);
    const { signUp, health, pages, logged, folder } = await siteOn(root, { smtpUrl: inbox.url });
    expect((await signUp('first@example.com')).status).toBe(200);
    await inbox.holds(1);
    const other = new DatabaseSync(databasePath(folder));
    other.exec('BEGIN IMMEDIATE');
    const waiting = Promise.all(
      Array.from({ length: 8 }, (_, index) => signUp(`reader${index}@example.com`)),
    );
    let answered = false;
    void waiting.then(() => {
      answered = true;
    });
    expect([await pages(), answered]).toEqual([true, false]);
    expect(new Set((await waiting).map(({ status }) => status))).toEqual(new Set([503]));
    expect((await health()).data.list).toBe('Another process holds the list locked.');
    other.exec('ROLLBACK');
    other.close();
    expect((await signUp('last@example.com')).status).toBe(200);
    await inbox.holds(2);
    expect(inbox.arrived.flatMap(({ recipients }) => recipients)).toEqual([
      'first@example.com',
      'last@example.com',
    ]);
    expect(logged.length).toBeLessThan(100);
  });
});

describe('a list whose thread dies', () => {
  it('comes back, with everybody who was answered and their mails, while pages are served', async () => {
    const root = await rootWith('ada');
    const inbox = await openInbox();
    onTestFinished(inbox.close);
    const all = threads();
    const { signUp, health, pages, logged, folder } = await siteOn(root, { smtpUrl: inbox.url });
    const answered: string[] = [];
    const sending = Array.from({ length: 24 }, async (_, index) => {
      const email = `reader${index}@example.com`;
      if (index === 12) await all[0]?.terminate();
      if ((await signUp(email)).status === 200) answered.push(email);
    });
    expect(await pages()).toBe(true);
    await Promise.all(sending);
    await vi.waitFor(
      async () => {
        expect((await signUp('last@example.com')).status).toBe(200);
        expect((await health()).status).toBe(200);
      },
      { timeout: 30_000, interval: 200 },
    );
    answered.push('last@example.com');
    // What was asked for when the thread died may have been stored, and was answered with 503.
    const listed = (await everybodyOn(openIn(folder))).map(({ email }) => email);
    expect(answered.filter((email) => !listed.includes(email))).toEqual([]);
    await inbox.holds(new Set(answered).size);
    const got = inbox.arrived.flatMap(({ recipients }) => recipients);
    expect(new Set(got).size).toBe(got.length);
    expect(logged.length).toBeLessThan(100);
  });
});

describe('a list that never answers', () => {
  it('as on a disk that hangs, holds up no page, and no stop', async () => {
    const never = () => new Promise<never>(() => undefined);
    const silent = Object.fromEntries(OPERATIONS.map((name) => [name, never]));
    const start: StartList = () => ({
      // Whoever keeps a list promises to close it in time.
      list: { ...(silent as unknown as List), close: async () => undefined },
      ill: () => undefined,
    });
    const { pages, signUp, stop, logged } = await siteOn(await siteFolder(), { start });
    void signUp('ada@example.com').catch(() => undefined);
    expect(await pages()).toBe(true);
    await stop();
    expect(logged.length).toBeLessThan(100);
  });
});

describe('a mail server that is stuck', () => {
  it.each(STEPS)('at %s, while the server is stopped, sends the mail once in all', async (step) => {
    const root = await siteFolder();
    const stuck = await stuckServer(step);
    const first = await siteOn(root, { smtpUrl: stuck.url });
    for (const name of ['ada', 'bob']) {
      expect((await first.signUp(`${name}@example.com`)).status).toBe(200);
    }
    await stuck.reached;
    expect([await first.pages(), (await first.health()).status]).toEqual([true, 200]);
    await first.stop();
    // A short mail is out before the server has read it.
    const whole = ['the mail', 'the end'].includes(step);
    // What nobody saw the end of waits for its turn; all else can be taken at once.
    const [lines] = look(root, "SELECT MAX(unseen) AS unseen FROM outbox WHERE state = 'waiting'");
    expect(lines?.['unseen']).toBe(whole ? 1 : 0);

    const inbox = await openInbox();
    onTestFinished(inbox.close);
    await siteOn(root, { smtpUrl: inbox.url, wall: { now: NOW + HOUR } });
    await inbox.holds(2);
    const got = inbox.arrived.flatMap(({ recipients }) => recipients);
    expect(got.toSorted()).toEqual(['ada@example.com', 'bob@example.com']);
    // One that came whole to the first server can be told from another one.
    const ids = inbox.arrived.map(({ mail }) => mail.messageId);
    expect(ids).toEqual(expect.arrayContaining([...stuck.whole]));
    expect(first.logged.length).toBeLessThan(100);
  });

  it('or hangs up after the end gets two copies at most, of one Message-ID, and the owner hears of it', async () => {
    const root = await siteFolder();
    const wall = { now: NOW };
    const stuck = await stuckServer('the end', 'drop');
    for (let life = 0; life < 4; life += 1) {
      wall.now += HOUR;
      const site = await siteOn(root, { smtpUrl: stuck.url, wall });
      if (life === 0) await site.signUp('ada@example.com');
      await vi
        .waitFor(
          () => expect(site.logged.join()).toMatch(/retry|given-up/),
          life < 3 ? { timeout: 30_000 } : { timeout: 100 },
        )
        .catch((error) => {
          if (life < 3) throw error;
        });
      if (life === 2) {
        await vi.waitFor(
          async () => {
            expect((await site.health()).data.mail).toMatch(/sent twice, and nobody saw/);
          },
          { timeout: 30_000 },
        );
      }
      await site.stop();
    }
    expect(stuck.whole).toHaveLength(2);
    expect(new Set(stuck.whole).size).toBe(1);
    expect(look(root, 'SELECT state FROM outbox')).toEqual([{ state: 'failed' }]);
  });
});

describe('a mail server that refuses some', () => {
  it('for good or for now gives all others theirs, and everybody theirs once or the owner word', async () => {
    const root = await siteFolder();
    let grey = true;
    const inbox = await openInbox({
      onRcptTo: ({ address }, _, done) => {
        const refuse = (responseCode: number, message: string) =>
          done(Object.assign(new Error(message), { responseCode }));
        if (address.startsWith('nobody')) refuse(550, '5.1.1 nobody@example.com is not known');
        else if (address.startsWith('grey') && grey) refuse(451, '4.7.1 Come back later');
        else if (address.startsWith('blocked') && grey) refuse(554, '5.7.1 Your IP is listed');
        else done();
      },
    });
    onTestFinished(inbox.close);
    const first = await siteOn(root, { smtpUrl: inbox.url });
    const names = ['ada', 'nobody', 'bob', 'grey', 'blocked', 'eve'];
    for (const name of names) {
      expect((await first.signUp(`${name}@example.com`)).status).toBe(200);
    }
    await inbox.holds(3);
    await vi.waitFor(
      () => {
        expect(first.logged.filter((line) => line.includes('newsletter.retry'))).toHaveLength(2);
        expect(first.logged.filter((line) => line.includes('given-up'))).toHaveLength(1);
      },
      { timeout: 30_000 },
    );
    expect(first.logged.join()).not.toContain('@');
    await first.stop();
    expect(look(root, 'SELECT state, last_error FROM outbox WHERE last_error <> 0')).toEqual([
      { state: 'failed', last_error: 'The mail server answered 550 5.1.1 to RCPT TO.' },
      { state: 'waiting', last_error: 'The mail server answered 451 4.7.1 to RCPT TO.' },
      { state: 'waiting', last_error: 'The mail server answered 554 5.7.1 to RCPT TO.' },
    ]);

    grey = false;
    const second = await siteOn(root, { smtpUrl: inbox.url, wall: { now: NOW + HOUR } });
    await inbox.holds(5);
    const got = inbox.arrived.flatMap(({ recipients }) => recipients);
    const served = names.filter((name) => name !== 'nobody').map((name) => `${name}@example.com`);
    expect(got.toSorted()).toEqual(served.toSorted());
    await vi.waitFor(async () => {
      expect((await second.health()).data.mail).toBe('some mails were given up');
    });
  });
});

describe('a clock that jumps', () => {
  it('back and forth loses nobody, keeps nobody waiting, and locks nobody out', async () => {
    const root = await siteFolder();
    const inbox = await openInbox();
    onTestFinished(inbox.close);
    const wall = { now: NOW };
    const site = await siteOn(root, { smtpUrl: inbox.url, wall });
    const all: string[] = [];
    for (const jump of [365 * DAY, -365 * DAY, -9_000 * DAY, 9_000 * DAY, 3 * HOUR, -2 * DAY]) {
      wall.now += jump;
      const email = `reader${all.length}@example.com`;
      all.push(email);
      expect((await site.signUp(email)).status).toBe(200);
      await inbox.holds(all.length);
    }
    expect(await site.pages()).toBe(true);
    const link = /newsletter\/confirm\/\?t=([\w-]+)/;
    const tokens = inbox.arrived.map(({ mail }) => link.exec(mail.text ?? '')?.[1] ?? '');
    expect(new Set(tokens).size).toBe(all.length);
    await site.stop();
    expect(look(root, "SELECT 1 FROM outbox WHERE state <> 'done'")).toEqual([]);

    // Another process starts on a day long before, and another one on the right day.
    for (const start of [NOW - 20 * DAY, NOW + DAY]) {
      const next = await siteOn(root, { smtpUrl: inbox.url, wall: { now: start } });
      all.push(`late${start}@example.com`);
      expect((await next.signUp(all.at(-1) ?? '')).status).toBe(200);
      await inbox.holds(all.length);
      await next.stop();
    }
    const listed = (await everybodyOn(openIn(site.folder))).map(({ email }) => email);
    expect(listed.toSorted()).toEqual(all.toSorted());
  });
});
