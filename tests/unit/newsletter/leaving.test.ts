import { appendFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';
import fc from 'fast-check';
import { simpleParser } from 'mailparser';
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { NewsletterConfig } from '../../../src/newsletter/config.ts';
import { DeliveryError, type Provider } from '../../../src/newsletter/delivery/delivery.ts';
import { keyedHashes } from '../../../src/newsletter/hashes.ts';
import { type Newsletter, startNewsletter } from '../../../src/newsletter/newsletter.ts';
import { databasePath } from '../../../src/newsletter/store/data-folder.ts';
import { startList } from '../../../src/newsletter/store/start-list.ts';
import { dataFolder } from './data-folder.ts';
import { openInbox } from './delivery/inbox.ts';
import { DAY, EVERY, HOUR, hashOf, KEY, NOW, openIn, signUp } from './store/opened-store.ts';
import { tracesOf } from './traces.ts';

const HASHES = keyedHashes(KEY);
const ADA = "ada&lovelace=o'neil@example.com";
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

/** A newsletter on a data folder, whose mails are files or go to `smtpUrl`. */
function opened(dataDir: string, smtpUrl?: string, clock = { now: NOW }, provider?: Provider) {
  const rate = { most: 1_000_000, window: HOUR };
  const config: NewsletterConfig = {
    ...{
      dataDir,
      databaseUrl: undefined,
      smtpUrl,
      from: 'letters@example.org',
      key: KEY,
      confirm: 'here',
    },
    ...{ provider: { NEWSLETTER_PROVIDER: 'embedded' }, clientAddressHeader: undefined },
    rates: { network: rate, all: rate },
    ...{ bounceAddress: undefined, postalAddress: undefined, dkim: undefined },
    ...{ perSecond: 10, connections: 5 },
  };
  const said: string[] = [];
  const newsletter = startNewsletter(config, {
    ...{
      site: { origin: 'https://example.org', base: '/' },
      welcome: [],
      siteName: 'Second Thoughts',
      accent: '#1d3bc6',
    },
    ...{ words: WORDS, consent: 'One email a week.', postalAddress: undefined },
    ...{
      provider,
      startList,
      monotonic: () => performance.now(),
      page: async () => '<title></title>',
    },
    ...{ now: () => clock.now, random: Math.random, print: (line: string) => said.push(line) },
    log: (event, facts) => said.push(JSON.stringify({ event, ...facts })),
  });
  let running = true;
  const stop = async () => {
    if (running) await newsletter.stop();
    running = false;
  };
  onTestFinished(stop);
  return { newsletter, said, stop };
}

const post = ({ respond }: Newsletter, path: string, body = '') =>
  respond(
    new Request(`http://site.invalid/newsletter/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body,
    }),
    '192.0.2.1',
  );

const comeIn = (newsletter: Newsletter, email: string) =>
  post(newsletter, 'subscribe/', String(new URLSearchParams({ email, page: '/' })));

const leave = (newsletter: Newsletter, email: string) =>
  post(newsletter, `unsubscribe/?t=${HASHES.unsubscribeToken(hashOf(email))}`);

const mailsIn = (folder: string) => {
  try {
    return readdirSync(join(folder, 'mail')).filter((name) => name.endsWith('.eml'));
  } catch {
    return [];
  }
};

/** Waits for what a busy machine may take a while for. */
const eventually = (work: () => void) => vi.waitFor(work, { timeout: 30_000 });

afterEach(() => {
  vi.useRealTimers();
});

describe('leaving', () => {
  it('takes the address out of every file, mails included, and leaves the others', async () => {
    const folder = dataFolder();
    const { newsletter, said } = opened(folder);
    for (const email of [ADA, 'bob@example.com']) await comeIn(newsletter, email);
    await eventually(() => expect(mailsIn(folder)).toHaveLength(2));
    const mails = await Promise.all(
      mailsIn(folder).map((name) => simpleParser(readFileSync(join(folder, 'mail', name)))),
    );
    const mine = mails.find(({ to }) => JSON.stringify(to).includes('lovelace'));
    const confirm = /confirm\/\?t=\S+/.exec(mine?.text ?? '')?.[0] ?? '';
    // As mail programs bend it.
    await post(newsletter, `${confirm}=3D>`);
    await eventually(() => expect(mailsIn(folder)).toHaveLength(3));
    expect(tracesOf(folder, ADA).length).toBeGreaterThan(2);

    expect((await leave(newsletter, ADA)).status).toBe(303);
    expect(tracesOf(folder, ADA)).toEqual([]);
    expect(tracesOf(folder, 'bob@example.com')).not.toEqual([]);
    expect(mailsIn(folder)).toHaveLength(1);
    expect(said.join('\n')).not.toMatch(/lovelace|bob@/);
  });

  it.each([
    'ada.lovelace@bücher.example',
    `${'x'.repeat(64)}@example.com`,
    '{ada-l|o|v}@example.com',
  ])('takes away the mail to %s', async (typed) => {
    const folder = dataFolder();
    const { newsletter } = opened(folder);
    await comeIn(newsletter, typed);
    await eventually(() => expect(mailsIn(folder)).toHaveLength(1));
    const email = typed.replace('bücher', 'xn--bcher-kva');
    await leave(newsletter, email);
    expect(mailsIn(folder)).toEqual([]);
    expect([...tracesOf(folder, email), ...tracesOf(folder, typed)]).toEqual([]);
  });

  it('wins over mails that are just being written, whenever it happens', async () => {
    const folder = dataFolder();
    const { newsletter, stop } = opened(folder);
    const people = Array.from({ length: 30 }, (_, index) => `somebody-${index}x@example.com`);
    const delay = fc.sample(fc.integer({ min: 0, max: 60 }), { numRuns: people.length, seed: 7 });
    await Promise.all(
      people.map(async (email, index) => {
        await comeIn(newsletter, email);
        // The worker writes its mails from 25 ms on.
        await wait(delay[index]);
        await leave(newsletter, email);
        // With the answer, and not a moment later.
        expect(tracesOf(folder, email)).toEqual([]);
      }),
    );
    await stop();
    expect(people.flatMap((email) => tracesOf(folder, email))).toEqual([]);
    expect(mailsIn(folder)).toEqual([]);
  });

  it('takes back a mail that waits for a server, and says nothing of it as a failure', async () => {
    const inbox = await openInbox();
    const folder = dataFolder();
    const clock = { now: NOW };
    const { newsletter, said } = opened(folder, 'smtp://127.0.0.1:1', clock);
    await comeIn(newsletter, ADA);
    await eventually(() => expect(said.join()).toContain('newsletter.retry'));
    await leave(newsletter, ADA);
    const second = opened(folder, inbox.url, { now: NOW + DAY });
    await comeIn(second.newsletter, 'bob@example.com');
    await inbox.holds(1);
    expect(inbox.arrived.map(({ recipients }) => recipients)).toEqual([['bob@example.com']]);
    expect(tracesOf(folder, ADA)).toEqual([]);
    await second.stop();
    await inbox.close();
  });

  it('takes back a mail that is on its way through a slow server, up to its last byte', async () => {
    const reached = Promise.withResolvers<void>();
    const go = Promise.withResolvers<void>();
    const inbox = await openInbox({
      onRcptTo: (_, __, done) => {
        reached.resolve();
        go.promise.then(() => done());
      },
    });
    const folder = dataFolder();
    const { newsletter, said, stop } = opened(folder, inbox.url);
    await comeIn(newsletter, ADA);
    await reached.promise;
    await leave(newsletter, ADA);
    go.resolve();
    await comeIn(newsletter, 'bob@example.com');
    await inbox.holds(1);
    await stop();
    expect(inbox.arrived.map(({ recipients }) => recipients)).toEqual([['bob@example.com']]);
    expect(tracesOf(folder, ADA)).toEqual([]);
    expect(said.join()).not.toMatch(/retry|given-up|failed/);
    await inbox.close();
  });
});

describe('a provider', () => {
  it('hears who left and who is forgotten, also after it was down, and keeps the address nowhere here', async () => {
    const told: string[] = [];
    const clock = { now: NOW };
    let up = false;
    const tell = (what: string) => async (email: string) => {
      if (!up) throw new DeliveryError('It is down.');
      told.push(`${what} ${email}`);
    };
    const provider: Provider = {
      confirms: false,
      add: ({ email }) => tell('add')(email),
      ...{ leave: tell('leave'), forget: tell('forget') },
    };
    const folder = dataFolder();
    const before = openIn(folder, 'confirmed');
    const evidence = { source: 'a list', givenOn: '2025-01-01' };
    const grace = 'grace.hopper@example.com';
    await before.importBatch([ADA, grace, 'bob@example.com'], evidence, NOW);
    await before.close();
    const first = opened(folder, undefined, clock, provider);
    await leave(first.newsletter, ADA);
    await eventually(() => expect(first.said.join()).toContain('newsletter.retry'));
    const command = openIn(folder);
    expect(await command.forget(grace, NOW)).toMatchObject({ known: true, provider: true });
    expect(await command.scrub()).toBe(true);
    for (const email of [ADA, grace]) expect(tracesOf(folder, email)).toEqual([]);
    await first.stop();

    up = true;
    clock.now += HOUR;
    const second = opened(folder, undefined, clock, provider);
    await eventually(() => expect(told.toSorted()).toEqual([`forget ${grace}`, `leave ${ADA}`]));
    await second.stop();
    const database = new DatabaseSync(databasePath(folder));
    expect(database.prepare('SELECT 1 FROM outbox WHERE sealed IS NOT NULL').all()).toEqual([]);
    database.close();
    expect(second.said.join('\n') + first.said.join('\n')).not.toMatch(/lovelace|hopper/);
  });

  it('hears that somebody left while it was being told of them', async () => {
    const told: string[] = [];
    const [adding, go] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const provider: Provider = {
      confirms: false,
      add: async () => {
        adding.resolve();
        await go.promise;
        told.push('add');
      },
      leave: async () => void told.push('leave'),
      forget: async () => undefined,
    };
    const folder = dataFolder();
    const store = openIn(folder, 'confirmed');
    await store.signUp(signUp(ADA));
    await store.issueToken('t', hashOf(ADA), NOW + DAY);
    await store.confirm('t', { at: NOW, page: '', wording: '', network: '' }, ['hand-over']);
    const { newsletter } = opened(folder, undefined, undefined, provider);
    await adding.promise;
    await leave(newsletter, ADA);
    go.resolve();
    await eventually(() =>
      expect(told.filter((what) => what === 'leave').length).toBeGreaterThan(0),
    );
    expect(told.at(-1)).toBe('leave');
    expect(told[0]).toBe('add');
  });
});

describe('housekeeping', () => {
  it('finishes at the start what another process left undone', async () => {
    const folder = dataFolder();
    const store = openIn(folder);
    await store.signUp(signUp(ADA));
    await store.signUp(signUp('bob@example.com'));
    for (const { id } of await store.takeDue(NOW, NOW + HOUR, 9, EVERY)) await store.done(id, NOW);
    mkdirSync(join(folder, 'mail'));
    const eml = (to: string) => `From: letters@example.org\r\nTo: ${to}\r\n\r\nHello, ${to}\r\n`;
    writeFileSync(join(folder, 'mail', 'a.eml'), eml(ADA));
    writeFileSync(join(folder, 'mail', 'b.eml'), eml('Bob@example.com'));
    writeFileSync(join(folder, 'mail', 'c.eml.part'), eml(ADA).slice(0, 50));
    // As if the process died right after the transaction.
    await store.unsubscribe(hashOf(ADA), { at: NOW, page: '', wording: '', network: '' });
    expect(tracesOf(folder, ADA)).not.toEqual([]);
    const { stop } = opened(folder);
    await eventually(() => expect(tracesOf(folder, ADA)).toEqual([]));
    await stop();
    expect(readdirSync(join(folder, 'mail'))).toEqual(['b.eml']);
  });

  it('deletes addresses that nobody confirmed for 30 days, at the start and while it runs', async () => {
    const folder = dataFolder();
    const clock = { now: NOW };
    const first = opened(folder, undefined, clock);
    await comeIn(first.newsletter, ADA);
    await eventually(() => expect(mailsIn(folder)).toHaveLength(1));
    await first.stop();

    clock.now = NOW + 30 * DAY - 1;
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const second = opened(folder, undefined, clock);
    await comeIn(second.newsletter, 'bob@example.com');
    await eventually(() => expect(mailsIn(folder)).toHaveLength(2));
    clock.now = NOW + 30 * DAY;
    vi.advanceTimersByTime(HOUR);
    await eventually(() => expect(tracesOf(folder, ADA)).toEqual([]));
    expect(second.said).toContain('{"event":"newsletter.unconfirmed","deleted":1}');
    expect(mailsIn(folder)).toHaveLength(1);
    await second.stop();

    clock.now = NOW + 61 * DAY;
    opened(folder, undefined, clock);
    await eventually(() => expect(tracesOf(folder, 'bob@example.com')).toEqual([]));
    expect(mailsIn(folder)).toEqual([]);
  });

  it('comes back to what a reader of the list kept it from, and lets people leave meanwhile', async () => {
    const folder = dataFolder();
    const { newsletter } = opened(folder);
    await comeIn(newsletter, ADA);
    await eventually(() => expect(mailsIn(folder)).toHaveLength(1));
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const reader = new DatabaseSync(databasePath(folder));
    reader.exec('BEGIN; SELECT COUNT(*) FROM subscribers;');
    expect((await leave(newsletter, ADA)).status).toBe(303);
    expect(tracesOf(folder, ADA)).not.toEqual([]);
    reader.close();
    await vi.advanceTimersByTimeAsync(10_000);
    vi.useRealTimers();
    await eventually(() => expect(tracesOf(folder, ADA)).toEqual([]));
  });

  it('leaves files alone that are no mails of ours', async () => {
    const folder = dataFolder();
    mkdirSync(join(folder, 'mail', 'sub.eml'), { recursive: true });
    writeFileSync(join(folder, 'mail', 'notes.txt'), 'To: ada@example.com');
    writeFileSync(join(folder, 'mail', 'empty.eml'), '');
    appendFileSync(join(folder, 'mail', 'bytes.eml'), Buffer.from([0xff, 0x00, 0x0a, 0x0a]));
    const { newsletter, said } = opened(folder);
    expect((await leave(newsletter, 'ada@example.com')).status).toBe(303);
    expect(readdirSync(join(folder, 'mail')).sort()).toEqual([
      ...['bytes.eml', 'empty.eml', 'notes.txt', 'sub.eml'],
    ]);
    expect(said.join()).not.toContain('traces');
  });
});
