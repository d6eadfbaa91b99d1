import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { databasePath } from '../../../../src/newsletter/store/open-store.ts';
import { tracesOf } from '../traces.ts';
import { at, DAY, HOUR, hashOf, NOW, newStore, openIn, signUp } from './opened-store.ts';

const ADA = 'ada.lovelace@example.com';

/** The bytes of the database in a folder, as Latin-1. */
function bytesIn(folder: string): string {
  const database = new DatabaseSync(databasePath(folder), { readOnly: true });
  try {
    return Buffer.from(database.serialize()).toString('latin1');
  } finally {
    database.close();
  }
}

describe('the bytes of who has left', () => {
  it('are in no file, with all that a subscription leaves behind', async () => {
    const { folder, store, subscribe } = newStore();
    for (let index = 0; index < 50; index += 1) subscribe(`reader-${index}@example.com`);
    subscribe(ADA);
    expect(tracesOf(folder, ADA)).not.toEqual([]);
    store.unsubscribe(hashOf(ADA), at(NOW + HOUR));
    expect(await store.scrub()).toBe(true);
    expect(tracesOf(folder, ADA)).toEqual([]);
    expect(store.counts().subscribed).toBe(50);
  });

  it('are gone also where a row that moved has left a copy in its old page', async () => {
    const { folder, store, rows } = newStore();
    const all = Array.from(
      { length: 6_000 },
      (_, index) => `somebody-${'x'.repeat(index % 30)}${index}@example.com`,
    );
    for (let start = 0; start < all.length; start += 500) {
      store.importBatch(all.slice(start, start + 500), { source: 'x', givenOn: '2025-01-01' }, NOW);
    }
    const before = bytesIn(folder);
    const twice = all.filter((email) => before.split(hashOf(email) + email).length > 2);
    // Else this test would show nothing.
    expect(twice.length).toBeGreaterThan(0);
    for (const email of twice) store.unsubscribe(hashOf(email), at(NOW + HOUR));
    const after = bytesIn(folder);
    expect(twice.filter((email) => after.includes(email))).not.toEqual([]);
    expect(await store.scrub()).toBe(true);
    expect(twice.flatMap((email) => tracesOf(folder, email))).toEqual([]);
    expect(store.counts().subscribed).toBe(all.length - twice.length);
    expect(rows('SELECT * FROM erasures')).toEqual([]);
    expect(rows('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
  });

  it('are looked for in the whole file, which is rebuilt only where they may be in it', async () => {
    const { store, rows, subscribe } = newStore();
    for (const name of ['ada', 'xada', 'bob']) subscribe(`${name}@example.com`);
    expect(await store.scrub()).toBe(true);
    // VACUUM counts it up.
    const rebuilds = () => Number(rows('PRAGMA schema_version')[0]?.['schema_version']);
    const before = rebuilds();
    store.unsubscribe(hashOf('ada@example.com'), at(NOW));
    expect(await store.scrub()).toBe(true);
    expect(rebuilds()).toBe(before);
    // As a copy would lie there of which a part was overwritten.
    rows("UPDATE outbox SET last_error = 'xyzbob@example.comzyx' WHERE id = 1");
    store.unsubscribe(hashOf('bob@example.com'), at(NOW));
    expect(await store.scrub()).toBe(true);
    expect(rebuilds()).toBe(before + 1);
  });

  it('stay gone whatever else happens, and whoever comes back', async () => {
    const step = fc.record({
      who: fc.integer({ min: 0, max: 60 }),
      what: fc.constantFrom('come', 'come', 'come', 'trap', 'leave', 'forget', 'wait'),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 150 }), async (steps) => {
        const { folder, store } = newStore();
        // None is a part of another one.
        const emailOf = (who: number) => `_${who}_${'x'.repeat(who % 7)}@example.com`;
        let now = NOW;
        for (const [index, { who, what }] of steps.entries()) {
          now += HOUR;
          const email = emailOf(who);
          if (what === 'trap') store.signUp(signUp(email, now, true));
          if (what === 'leave') store.unsubscribe(hashOf(email), at(now));
          if (what === 'forget') store.forget(email, now);
          if (what === 'wait') now += 20 * DAY;
          if (what === 'wait') store.deleteUnconfirmed(now);
          if (what !== 'come') continue;
          store.signUp(signUp(email, now));
          store.issueToken(`${index}`, hashOf(email), now + HOUR);
          if (who % 2 === 0) store.confirm(`${index}`, at(now), []);
        }
        expect(await store.scrub()).toBe(true);
        const listed = new Set([...store.subscribers()].map(({ email }) => email));
        for (let who = 0; who <= 60; who += 1) {
          const email = emailOf(who);
          if (!listed.has(email)) expect(tracesOf(folder, email)).toEqual([]);
        }
      }),
      { numRuns: 10 },
    );
  }, 120_000);

  it('are for later while another process reads, and nobody waits for it', async () => {
    const { folder, store, subscribe } = newStore();
    subscribe(ADA);
    const reader = new DatabaseSync(databasePath(folder));
    reader.exec('BEGIN; SELECT COUNT(*) FROM subscribers;');
    store.unsubscribe(hashOf(ADA), at(NOW));
    expect(await store.scrub()).toBe(false);
    reader.exec('COMMIT');
    reader.close();
    expect(await store.scrub()).toBe(true);
    expect(tracesOf(folder, ADA)).toEqual([]);
  });

  it('are taken away by the next process where one died over it', async () => {
    const { folder, store, subscribe } = newStore();
    subscribe(ADA);
    store.unsubscribe(hashOf(ADA), at(NOW));
    // As if this one ended here: it never scrubs.
    const next = openIn(folder);
    expect(await next.scrub()).toBe(true);
    expect(tracesOf(folder, ADA)).toEqual([]);
    expect(await store.scrub()).toBe(true);
  });

  it('are taken away for all who leave at once, one after the other', async () => {
    const { folder, store, subscribe } = newStore();
    const all = Array.from({ length: 80 }, (_, index) => `leaver-${index}x@example.com`);
    for (const email of all) subscribe(email);
    const scrubs = all.map((email) => {
      store.unsubscribe(hashOf(email), at(NOW));
      return store.scrub();
    });
    expect(new Set(await Promise.all(scrubs))).toEqual(new Set([true]));
    expect(all.flatMap((email) => tracesOf(folder, email))).toEqual([]);
  });

  it('are left in place where the same person is back', async () => {
    const { folder, store, subscribe } = newStore();
    subscribe(ADA);
    store.unsubscribe(hashOf(ADA), at(NOW));
    store.signUp(signUp(ADA, NOW + HOUR));
    expect(await store.scrub()).toBe(true);
    expect(tracesOf(folder, ADA)).not.toEqual([]);
    expect(store.counts().pending).toBe(1);
  });
});

describe('addresses that nobody confirmed', () => {
  it('go thirty days after they were last asked for, with their bytes', async () => {
    const { folder, store, rows, sendAll, subscribe } = newStore();
    subscribe('listed@example.com');
    store.signUp(signUp(ADA));
    store.signUp(signUp('grace.hopper@example.com'));
    sendAll();
    store.issueToken('t', hashOf(ADA), NOW + 3 * DAY);
    store.signUp(signUp('grace.hopper@example.com', NOW + DAY));
    sendAll(NOW + DAY);
    expect(store.deleteUnconfirmed(NOW + 30 * DAY - 1)).toBe(0);
    expect(store.deleteUnconfirmed(NOW + 30 * DAY)).toBe(1);
    expect(await store.scrub()).toBe(true);
    expect(tracesOf(folder, ADA)).toEqual([]);
    expect([...store.subscribers()].map(({ email }) => email).sort()).toEqual([
      'grace.hopper@example.com',
      'listed@example.com',
    ]);
    expect(store.deleteUnconfirmed(NOW + 31 * DAY)).toBe(1);
    expect(store.confirm('t', at(NOW + 31 * DAY), [])).toBe('unknown');
    // Nobody left: they may sign up again, and the log keeps what happened.
    expect(store.counts()).toMatchObject({ suppressed: 0, pending: 0, subscribed: 1 });
    expect(rows(`SELECT event FROM consents WHERE subscriber = '${hashOf(ADA)}'`)).toEqual([
      { event: 'sign-up' },
    ]);
    store.signUp(signUp(ADA, NOW + 32 * DAY));
    expect(sendAll(NOW + 32 * DAY)).toEqual([`confirm ${ADA}`]);
  });

  it('stay while a link to confirm that reached them works, and lose what still waits', () => {
    const { store } = newStore();
    store.signUp(signUp(ADA));
    store.signUp(signUp('grace.hopper@example.com'));
    // The server was down for a month, and sent one of them.
    store.issueToken('late', hashOf(ADA), NOW + 32 * DAY);
    expect(store.deleteUnconfirmed(NOW + 31 * DAY)).toBe(1);
    expect(store.counts()).toMatchObject({ pending: 1, waiting: 1 });
    expect(store.confirm('late', at(NOW + 31 * DAY), [])).toBe('confirmed');
    expect(store.deleteUnconfirmed(NOW + 99 * DAY)).toBe(0);
  });

  it('are not kept by programs that fill the hidden field', () => {
    const { store } = newStore();
    store.signUp(signUp(ADA));
    store.signUp(signUp(ADA, NOW + 20 * DAY, true));
    expect(store.deleteUnconfirmed(NOW + 30 * DAY)).toBe(1);
  });
});
