import { request } from 'node:https';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, onTestFinished, vi } from 'vitest';
import { freePort } from '../../../free-port.ts';
import { startProxy } from '../../server/hosts/proxies.ts';
import { openInbox } from '../delivery/inbox.ts';
import { connectTo } from '../store/every-database.ts';
import { startPostgres } from '../store/postgres.ts';
import { type SiteProcess, siteFolder, startSite } from './site-process.ts';

const NAME = 'second-thoughts.example';

/** So many mails one process sends at a time: of so many a death may leave the end unseen. */
const MAILS_AT_ONCE = 5;

/** So many people sign up at a time. */
const AT_ONCE = 8;

/** How long one waits before the next, in milliseconds. */
const BETWEEN = 50;

/** What a browser would see of a sign-up that did not work. */
interface Refusal {
  readonly status: number;
  readonly body: string;
}

/** Signs an address up through the proxy, as the form does. */
function signUpAt(port: number, email: string): Promise<Refusal> {
  const { promise, resolve, reject } = Promise.withResolvers<Refusal>();
  const sent = request(
    {
      ...{ host: '127.0.0.1', port, path: '/newsletter/subscribe/', method: 'POST' },
      ...{ agent: false, rejectUnauthorized: false, servername: NAME },
      headers: { Host: NAME, 'Content-Type': 'application/x-www-form-urlencoded' },
    },
    (response) => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (chunk) => {
        body += chunk;
      });
      response.on('error', reject);
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body }));
    },
  );
  sent.on('error', reject);
  sent.end(new URLSearchParams({ email, page: '/' }).toString());
  return promise;
}

/**
 * Two instances of the server behind one nginx, with one list in a PostgreSQL of our own. While
 * people sign up, one of the two is killed and started again, in turn, and half way the database dies
 * and comes back. Expects that every sign-up that was answered is on the list, and that nobody gets
 * more mails than the outbox's rule allows. Returns how many signed up, and how many mails came twice.
 */
export async function twoInstances(
  kills: number,
): Promise<{ readonly people: number; readonly twice: number }> {
  const postgres = await startPostgres(true);
  onTestFinished(postgres.remove);
  const url = await postgres.database();
  const inbox = await openInbox();
  onTestFinished(inbox.close);
  const root = await siteFolder();
  const ports = [await freePort(), await freePort()];
  const start = (index: number): Promise<SiteProcess> =>
    startSite(root, {
      ...{ DATABASE_URL: url, DATA_DIR: join(root, `data-${index}`), PORT: String(ports[index]) },
      ...{ SITE_URL: `https://${NAME}/`, SMTP_URL: inbox.url },
      ...{ NEWSLETTER_KEY: 'a key that both instances share, long enough' },
    });
  const instances = [await start(0), await start(1)];
  const proxy = await startProxy('nginx', NAME, ports);
  onTestFinished(() => proxy[Symbol.asyncDispose]());

  const accepted: string[] = [];
  const refusals: Refusal[] = [];
  const all: string[] = [];
  let over = false;
  const one = async (): Promise<void> => {
    while (!over) {
      const email = `person${all.length}@example.com`;
      all.push(email);
      // Whoever is refused tries again, as the sentence says.
      for (;;) {
        const response = await signUpAt(proxy.port, email);
        await pause(BETWEEN);
        if (response.status === 303) break;
        refusals.push(response);
      }
      accepted.push(email);
    }
  };
  const load = Promise.all(Array.from({ length: AT_ONCE }, one));
  onTestFinished(() => {
    over = true;
  });
  const until = (isSo: () => boolean, what: string) =>
    vi.waitFor(() => expect(isSo(), what).toBe(true), { timeout: 60_000, interval: 5 });

  for (let kill = 0; kill < kills; kill += 1) {
    const goal = accepted.length + 2 * AT_ONCE;
    await until(() => accepted.length >= goal, `sign-ups go on after ${kill} kills`);
    const index = kill % 2;
    const victim = instances[index];
    victim?.process.kill('SIGKILL');
    await victim?.ended;
    instances[index] = await start(index);
    if (kill !== Math.floor(kills / 2)) continue;

    await postgres.stop('immediate');
    const [before, seen] = [accepted.length, refusals.length];
    await until(() => refusals.length >= seen + 2 * AT_ONCE, 'sign-ups are refused meanwhile');
    // Those that were under way may have come through; nobody after them.
    expect(accepted.length).toBeLessThanOrEqual(before + AT_ONCE);
    for (const { status, body } of refusals.slice(seen)) {
      expect({ status, body }).toMatchObject({
        status: 503,
        body: expect.stringMatching(/<title>unavailable<|away for a moment/),
      });
    }
    expect(refusals.slice(seen).some(({ body }) => body.includes('<title>unavailable<'))).toBe(
      true,
    );
    await postgres.start();
  }
  const goal = accepted.length + 2 * AT_ONCE;
  await until(() => accepted.length >= goal, 'sign-ups work again by themselves');
  over = true;
  await load;
  expect(new Set(refusals.map(({ status }) => status))).toEqual(new Set([503]));

  const client = await connectTo(url);
  onTestFinished(() => client.end());
  const { rows } = await client.query('SELECT email FROM subscribers');
  expect(rows.map(({ email }) => String(email)).sort()).toEqual(all.toSorted());

  const waiting = async (more = '') =>
    (await client.query(`SELECT id FROM outbox WHERE state = 'waiting' ${more}`)).rows.length;
  const due = 'AND due_at <= extract(epoch FROM now()) * 1000';
  await vi.waitFor(async () => expect(await waiting(due)).toBe(0), {
    timeout: 120_000,
    interval: 100,
  });
  for (const instance of instances) {
    instance.process.kill('SIGTERM');
    await instance.ended;
  }
  // Lines that were under way when their process died are due when their lease is over.
  await client.query(`UPDATE outbox SET due_at = 0 WHERE state = 'waiting'`);
  await start(0);
  await vi.waitFor(async () => expect(await waiting()).toBe(0), {
    timeout: 120_000,
    interval: 100,
  });
  const failed = await client.query(`SELECT last_error FROM outbox WHERE state = 'failed'`);
  expect(failed.rows).toEqual([]);

  const mails = new Map<string, (string | undefined)[]>();
  for (const { recipients, mail } of inbox.arrived) {
    for (const to of recipients) mails.set(to, [...(mails.get(to) ?? []), mail.messageId]);
  }
  expect([...mails.keys()].sort()).toEqual(all.toSorted());
  const twice = [...mails.values()].filter(({ length }) => length > 1);
  // Sent again only where nobody saw the end of the first, and then as the same mail.
  for (const ids of twice) expect([ids.length, new Set(ids).size]).toEqual([2, 1]);
  expect(twice.length).toBeLessThanOrEqual(MAILS_AT_ONCE * (kills + 2));
  return { people: all.length, twice: twice.length };
}
