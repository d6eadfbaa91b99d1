import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { openInbox } from '../delivery/inbox.ts';
import { connectTo } from '../store/every-database.ts';
import { hasPostgres, sharedPostgres } from '../store/postgres.ts';
import { signUp, siteFolder, startSite } from './site-process.ts';

const KEY = 'a key that is long enough to be one';

async function answerOf(home: string, accept: string) {
  const response = await fetch(`${home}newsletter/subscribe/`, {
    method: 'POST',
    headers: { accept },
    body: new URLSearchParams({ email: 'ada@example.com', page: '/' }),
    redirect: 'manual',
  });
  return { status: response.status, text: await response.text() };
}

async function healthOf(home: string) {
  const response = await fetch(`${home}health/`);
  return { status: response.status, data: await response.json() };
}

describe.runIf(hasPostgres)('servers on one PostgreSQL', () => {
  const running = sharedPostgres(true);

  it('take sign-ups side by side, say so while it is away, and go on by themselves', async () => {
    const [root, inbox, url] = [await siteFolder(), await openInbox(), await running().database()];
    onTestFinished(inbox.close);
    const env = { SMTP_URL: inbox.url, DATABASE_URL: url, NEWSLETTER_KEY: KEY };
    const sites = await Promise.all(
      ['one', 'two'].map((name) => startSite(root, { ...env, DATA_DIR: join(root, name) })),
    );
    const [one = '', two = ''] = sites.map(({ home }) => home);
    const all = Array.from({ length: 40 }, (_, index) => `p${index}@example.com`);
    const statuses = await Promise.all(
      all.map((email, index) => signUp(index % 2 === 0 ? one : two, email)),
    );
    expect(new Set(statuses)).toEqual(new Set([303]));
    await inbox.holds(all.length);
    expect(existsSync(join(root, 'one/newsletter.sqlite'))).toBe(false);

    const client = await connectTo(url);
    // A mail is noted as sent a moment after it arrived.
    await vi.waitFor(async () => {
      const waiting = await client.query("SELECT 1 FROM outbox WHERE state = 'waiting'");
      expect(waiting.rows).toEqual([]);
    });
    await client.end();
    await running().stop();
    for (const home of [one, two]) {
      expect(await answerOf(home, 'application/json')).toEqual({
        status: 503,
        text: '{"kind":"unavailable"}',
      });
      const page = await answerOf(home, 'text/html');
      expect(page).toEqual({ status: 503, text: '<title>unavailable</title>' });
      expect(await healthOf(home)).toMatchObject({
        status: 503,
        data: { pages: 'ok', list: 'The database of the list cannot be reached.' },
      });
    }
    await running().start();
    await vi.waitFor(async () => expect(await signUp(two, 'late@example.com')).toBe(303), {
      timeout: 20_000,
    });
    await inbox.holds(all.length + 1);
    const written = inbox.arrived.flatMap(({ recipients }) => recipients);
    expect(written.toSorted()).toEqual([...all, 'late@example.com'].sort());
    await vi.waitFor(async () => expect((await healthOf(one)).status).toBe(200), {
      timeout: 20_000,
    });
    const counting = await connectTo(url);
    const { rows } = await counting.query('SELECT count(*)::int AS n FROM subscribers');
    await counting.end();
    expect(rows).toEqual([{ n: 41 }]);
    for (const { output } of sites) expect(output()).not.toContain(running().password);
  });

  it('serve pages, and refuse the list, with another key than it was made with', async () => {
    const [root, url] = [await siteFolder(), await running().database()];
    const first = await startSite(root, { DATABASE_URL: url, NEWSLETTER_KEY: KEY });
    expect(await signUp(first.home, 'ada@example.com')).toBe(303);
    // It makes a key of its own.
    const second = await startSite(root, { DATABASE_URL: url, DATA_DIR: join(root, 'second') });
    expect(await signUp(second.home, 'bob@example.com')).toBe(503);
    expect(second.output()).toMatch(/made with another key\. Set NEWSLETTER_KEY to the key of/);
    expect((await fetch(`${second.home}newsletter/check/`)).status).toBe(200);
  });

  it('do not start with what is no address of a database, and do not show it', async () => {
    const root = await siteFolder();
    const starting = startSite(root, { DATABASE_URL: 'postgres://me:secret@host' });
    await expect(starting).rejects.toThrow('It ended.');
    await expect(starting).rejects.not.toThrow(/secret/);
  });
});
