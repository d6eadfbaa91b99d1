import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { PASSED_ON } from '../../../quick-env.ts';
import { ask, everythingFrom, open } from '../../server/raw-http.ts';
import { type Inbox, openInbox } from '../delivery/inbox.ts';
import { tracesOf } from '../traces.ts';
import { eachOf, signUp, siteFolder, startSite } from './site-process.ts';

// Whole servers, killed and started: minutes on a slow machine, seconds on a fast one.
vi.setConfig({ testTimeout: 300_000 });

const people = (count: number) =>
  Array.from({ length: count }, (_, index) => `person${index}@example.com`);

async function inboxFor(port = 0): Promise<Inbox> {
  const inbox = await openInbox({}, port);
  onTestFinished(inbox.close);
  return inbox;
}

const portOf = (home: string) => Number(new URL(home).port);

/** How many mails arrived for each recipient. */
function mailsByRecipient({ arrived }: Inbox): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { recipients } of arrived) {
    for (const recipient of recipients) counts.set(recipient, (counts.get(recipient) ?? 0) + 1);
  }
  return counts;
}

/** Forgets an address by the command line; its exit code. */
async function forgetByCommand(data: string, email: string): Promise<number | null> {
  const command = fileURLToPath(
    new URL('../../../../src/newsletter/command/main.ts', import.meta.url),
  );
  const child = spawn(process.execPath, [command, 'forget', email], {
    env: { ...PASSED_ON, DATA_DIR: data },
    stdio: 'ignore',
  });
  await once(child, 'close');
  return child.exitCode;
}

/** What is in the list of the site in `root`. */
function look<Row>(root: string, sql: string, read: (row: Record<string, unknown>) => Row): Row[] {
  const database = new DatabaseSync(join(root, 'data/newsletter.sqlite'), { timeout: 5_000 });
  try {
    return database.prepare(sql).all().map(read);
  } finally {
    database.close();
  }
}

describe('many sign-ups at once', () => {
  it('are all on the list, and each gets its mail', async () => {
    const [root, inbox] = [await siteFolder(), await inboxFor()];
    const site = await startSite(root, { SMTP_URL: inbox.url });
    const all = people(100);
    const statuses = new Set<number>();
    await eachOf(all, 25, async (email) => statuses.add(await signUp(site.home, email)));
    expect([...statuses]).toEqual([303]);
    await inbox.holds(all.length);
    expect([...mailsByRecipient(inbox).keys()].sort()).toEqual(all.toSorted());
    expect(look(root, 'SELECT email FROM subscribers', (row) => row['email'])).toHaveLength(100);
    expect(site.output()).not.toMatch(/person\d+@|127\.0\.0\.1:\d+ /);
  });
});

describe('a process that is killed three times under load', () => {
  it('loses nothing that it had answered, and sends no mail more than twice', async () => {
    const [root, inbox] = [await siteFolder(), await inboxFor()];
    const accepted: string[] = [];
    const all = people(80);
    let home = '';
    let over = false;
    const load = eachOf(all, 8, async (email) => {
      while (!over) {
        const status = await signUp(home, email).catch(() => undefined);
        if (status === 303) {
          accepted.push(email);
          return;
        }
        // Until the next process listens.
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    });
    for (let life = 0; life < 3; life++) {
      const site = await startSite(root, { SMTP_URL: inbox.url });
      home = site.home;
      const goal = accepted.length + 20;
      while (accepted.length < Math.min(goal, all.length)) {
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
      site.process.kill('SIGKILL');
      await site.ended;
    }
    const last = await startSite(root, { SMTP_URL: inbox.url });
    home = last.home;
    await load;
    over = true;
    expect(accepted).toHaveLength(all.length);
    expect(look(root, 'PRAGMA integrity_check', (row) => row['integrity_check'])).toEqual(['ok']);
    const listed = look(root, 'SELECT email FROM subscribers', (row) => String(row['email']));
    expect(listed.sort()).toEqual(all.toSorted());

    // Lines that were under way when their process died are due when their lease is over.
    last.process.kill('SIGKILL');
    await last.ended;
    const database = new DatabaseSync(join(root, 'data/newsletter.sqlite'), { timeout: 5_000 });
    database.exec("UPDATE outbox SET due_at = 0 WHERE state = 'waiting'");
    database.close();
    await startSite(root, { SMTP_URL: inbox.url });
    await vi.waitFor(
      () =>
        expect(look(root, "SELECT 1 FROM outbox WHERE state = 'waiting'", () => 1)).toHaveLength(0),
      { timeout: 120_000, interval: 100 },
    );
    const mails = mailsByRecipient(inbox);
    expect([...mails.keys()].sort()).toEqual(all.toSorted());
    expect(Math.max(...mails.values())).toBeLessThanOrEqual(2);
    expect(look(root, "SELECT 1 FROM outbox WHERE state = 'failed'", () => 1)).toHaveLength(0);
  });
});

describe('people who leave', () => {
  /** The path that a mail to `email` in the data folder of `root` leads to by its link to `page`. */
  async function linkFor(root: string, email: string, page: string): Promise<string> {
    const folder = join(root, 'data/mail');
    return vi.waitFor(
      () => {
        for (const name of readdirSync(folder)) {
          const text = readFileSync(join(folder, name), 'utf8').replaceAll('=\n', '');
          const link = new RegExp(`newsletter/${page}/\\?t=(?:3D)?[\\w-]+`).exec(text)?.[0];
          if (text.includes(`To: ${email}`) && link !== undefined) return link;
        }
        throw new Error(`There is no mail to ${email} with a link to ${page}.`);
      },
      { timeout: 30_000, interval: 20 },
    );
  }

  const press = async (home: string, path: string, body = {}) => {
    const init = { method: 'POST', body: new URLSearchParams(body), redirect: 'manual' } as const;
    return (await fetch(home + path, init)).status;
  };

  it('are in no file below the data folder, by the page, by one click and by the command', async () => {
    const root = await siteFolder();
    const data = join(root, 'data');
    const site = await startSite(root);
    const people = [
      'r&d.department@example.com',
      'user%dept.one@example.com',
      'reader@example.com',
    ];
    for (const email of people) expect(await signUp(site.home, email)).toBe(303);
    for (const email of people) {
      expect(await press(site.home, await linkFor(root, email, 'confirm'))).toBe(303);
    }
    const [first = '', second = '', third = ''] = people;
    expect(await press(site.home, `${await linkFor(root, first, 'unsubscribe')}%3E`)).toBe(303);
    expect(tracesOf(data, first)).toEqual([]);
    const oneClick = { 'List-Unsubscribe': 'One-Click' };
    const link = await linkFor(root, second, 'unsubscribe');
    expect(await press(site.home, `${link}=`, oneClick)).toBe(200);
    expect(tracesOf(data, second)).toEqual([]);
    expect(tracesOf(data, third)).not.toEqual([]);
    expect(await forgetByCommand(data, third)).toBe(0);
    expect(tracesOf(data, third)).toEqual([]);
    expect(site.output()).not.toMatch(/department|dept|reader@/);
    expect(look(root, 'SELECT event FROM consents', (row) => row['event'])).toHaveLength(9);
  });

  it('are in no file after a process died over it, or nobody confirmed for a month', async () => {
    const root = await siteFolder();
    const data = join(root, 'data');
    const first = await startSite(root);
    const all = Array.from({ length: 15 }, (_, index) => `somebody-${index}x@example.com`);
    await eachOf(all, 10, (email) => signUp(first.home, email));
    const links = await Promise.all(all.map((email) => linkFor(root, email, 'unsubscribe')));
    // Killed while they leave.
    const leaving = eachOf(links.slice(0, 10), 10, (link) =>
      press(first.home, link).catch(() => undefined),
    );
    await Promise.race(links.slice(0, 3).map((link) => press(first.home, link).catch(() => 0)));
    first.process.kill('SIGKILL');
    await Promise.all([first.ended, leaving]);

    const database = new DatabaseSync(join(data, 'newsletter.sqlite'));
    const month = 30 * 24 * 60 * 60_000;
    const old = all.slice(12);
    for (const email of old) {
      database
        .prepare('UPDATE subscribers SET asked_at = asked_at - ? WHERE email = ?')
        .run(month, email);
    }
    database.exec('UPDATE tokens SET expires_at = 0');
    database.close();
    await startSite(root);
    await vi.waitFor(
      () => {
        const listed = look(root, 'SELECT email FROM subscribers', (row) => row['email']);
        expect(old.filter((email) => listed.includes(email))).toEqual([]);
        expect(listed.length).toBeLessThan(all.length - old.length);
        const gone = all.filter((email) => !listed.includes(email));
        expect(gone.flatMap((email) => tracesOf(data, email))).toEqual([]);
      },
      { timeout: 60_000, interval: 200 },
    );
    expect(look(root, 'PRAGMA integrity_check', (row) => row['integrity_check'])).toEqual(['ok']);
  });
});

describe('a mail server that is down', () => {
  it('gets everything once it is up', async () => {
    const root = await siteFolder();
    // A port where nobody listens yet.
    const holder = createServer().listen(0, '127.0.0.1');
    await once(holder, 'listening');
    const address = holder.address();
    const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
    holder.close();
    const site = await startSite(root, { SMTP_URL: `smtp://127.0.0.1:${port}` });
    const all = people(15);
    await eachOf(all, 10, (email) => signUp(site.home, email));
    await vi.waitFor(
      () =>
        expect(look(root, 'SELECT 1 FROM outbox WHERE last_error IS NULL', () => 1)).toHaveLength(
          0,
        ),
      { timeout: 60_000, interval: 100 },
    );
    const inbox = await inboxFor(port);
    // A minute and more passes.
    const database = new DatabaseSync(join(root, 'data/newsletter.sqlite'), { timeout: 5_000 });
    database.exec('UPDATE outbox SET due_at = 0');
    database.close();
    await signUp(site.home, 'one-more@example.com');
    await inbox.holds(all.length + 1);
    expect([...mailsByRecipient(inbox).values()]).toEqual(Array(all.length + 1).fill(1));
  });
});

describe('the server with the newsletter', () => {
  it('takes no host from the request into a mail', async () => {
    const root = await siteFolder();
    const inbox = await inboxFor();
    const site = await startSite(root, {
      SMTP_URL: inbox.url,
      SITE_URL: 'https://example.com/',
    });
    const signUpAt = async (host: string, name: string) => {
      const body = `email=${name}%40example.com`;
      const socket = await open(portOf(site.home));
      const answer = everythingFrom(socket);
      socket.write(
        `POST /newsletter/subscribe/ HTTP/1.1\r\nHost: ${host}\r\nX-Forwarded-Host: evil.example\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: ${body.length}\r\nConnection: close\r\n\r\n${body}`,
      );
      return String(await answer);
    };
    expect(await signUpAt('evil.example', 'eve')).toMatch(/^HTTP\/1\.1 421 /);
    expect(await signUpAt('example.com', 'ada')).toMatch(
      /^HTTP\/1\.1 303 [\s\S]*location: \/newsletter\/check\/\r\n/i,
    );
    const [arrived] = await inbox.holds(1);
    expect(arrived?.mail.text).toContain('https://example.com/newsletter/confirm/?t=');
    expect(JSON.stringify(arrived?.mail)).not.toMatch(/evil|eve@/);
    expect(look(root, 'SELECT email FROM subscribers', ({ email }) => email)).toEqual([
      'ada@example.com',
    ]);
  });

  it('tells its health, refuses a body that is too large, and says where mails go without SMTP_URL', async () => {
    const root = await siteFolder();
    const site = await startSite(root);
    // Its list is open once it is well.
    const { status, body } = await ask(portOf(site.home), 'GET /health/');
    expect([status, String(body)]).toEqual([
      200,
      '{"status":"ok","pages":"ok","list":"ok","mail":"ok","provider":"ok"}',
    ]);
    const large = await fetch(`${site.home}newsletter/subscribe/`, {
      method: 'POST',
      body: new URLSearchParams({ email: `ada@example.com${' '.repeat(20_000)}` }),
      redirect: 'manual',
    });
    expect(large.status).toBe(413);
    expect(look(root, 'SELECT * FROM outbox', () => 1)).toHaveLength(0);
    expect(site.output()).toMatch(
      /^SMTP_URL is not set, so mails of the newsletter go to .*mail\//,
    );
    await signUp(site.home, 'ada@example.com');
    await vi.waitFor(() =>
      expect(site.output()).toMatch(/Its link: http:\/\/localhost:\d+\/newsletter\/confirm\/\?t=/),
    );
  });
});
