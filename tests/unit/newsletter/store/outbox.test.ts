import { describe, expect, it } from 'vitest';
import { inEveryDatabase } from './every-database.ts';
import { at, DAY, EVERY, HOUR, hashOf, MINUTE, NOW, signUp } from './opened-store.ts';

const LATER = NOW + HOUR;

inEveryDatabase((newStore) => {
  async function threeLines() {
    const opened = await newStore();
    for (const name of ['a', 'b', 'c']) await opened.store.signUp(signUp(`${name}@example.com`));
    return opened;
  }

  describe('the outbox', () => {
    it('gives out what is due, in order, at most so many, and to one taker only', async () => {
      const { store } = await threeLines();
      expect(await store.nextDue(EVERY)).toBe(0);
      expect((await store.takeDue(NOW, LATER, 2, EVERY)).map(({ email }) => email)).toEqual([
        'a@example.com',
        'b@example.com',
      ]);
      expect((await store.takeDue(NOW, LATER, 2, EVERY)).map(({ email }) => email)).toEqual([
        'c@example.com',
      ]);
      expect(await store.takeDue(LATER - 1, LATER, 2, EVERY)).toEqual([]);
      expect(await store.nextDue(EVERY)).toBe(LATER);
    });

    it('gives a line out again when the lease has run out, which is no failure', async () => {
      const { store } = await threeLines();
      await store.takeDue(NOW, LATER, 1, EVERY);
      await store.takeDue(NOW, LATER + 1, 2, EVERY);
      expect(await store.takeDue(LATER, LATER + HOUR, 10, EVERY)).toMatchObject([
        { email: 'a@example.com', attempts: 0 },
      ]);
    });

    it('waits with what failed until it is due again', async () => {
      const { store, rows } = await threeLines();
      const [first] = await store.takeDue(NOW, LATER, 1, EVERY);
      await store.retry(first?.id ?? 0, NOW + 5 * MINUTE, 'the server says 451', true);
      expect(await rows('SELECT last_error FROM outbox WHERE id = 1')).toEqual([
        { last_error: 'the server says 451' },
      ]);
      expect(await store.takeDue(NOW + 5 * MINUTE - 1, LATER, 10, EVERY)).toHaveLength(2);
      expect(await store.nextDue(EVERY)).toBe(NOW + 5 * MINUTE);
      expect(await store.takeDue(NOW + 5 * MINUTE, LATER, 10, EVERY)).toMatchObject([
        { email: 'a@example.com', attempts: 1 },
      ]);
    });

    it('never gives out again what was done or given up, also not after a late retry', async () => {
      const { store, rows } = await threeLines();
      await store.takeDue(NOW, LATER, 10, EVERY);
      await store.done(1, NOW);
      await store.giveUp(2, NOW, 'no such mailbox');
      await store.done(3, NOW);
      for (const id of [1, 2, 3]) await store.retry(id, NOW, 'too late', true);
      await store.giveUp(3, NOW, 'too late');
      await store.done(2, NOW);
      expect(await store.takeDue(NOW + DAY, NOW + 2 * DAY, 10, EVERY)).toEqual([]);
      expect(await store.nextDue(EVERY)).toBeUndefined();
      expect(
        (await rows('SELECT state FROM outbox ORDER BY id')).map(({ state }) => state),
      ).toEqual(['done', 'failed', 'done']);
      expect(await store.counts()).toMatchObject({ waiting: 0, failed: 1 });
    });

    it('forgets what was done two days ago, and what failed after three months', async () => {
      const { store, rows } = await threeLines();
      await store.giveUp(1, NOW, 'no such mailbox');
      await store.done(2, NOW);
      await store.done(3, NOW + 1);
      const ids = async () => (await rows('SELECT id FROM outbox ORDER BY id')).map(({ id }) => id);
      expect(await store.prune(NOW + 2 * DAY)).toBe(0);
      expect(await store.prune(NOW + 2 * DAY + 1)).toBe(1);
      expect(await ids()).toEqual([1, 3]);
      await store.prune(NOW + 90 * DAY);
      expect(await ids()).toEqual([1]);
      await store.prune(NOW + 90 * DAY + 1);
      expect(await ids()).toEqual([]);
    });

    it('forgets what failed with those who never confirmed, so that nobody fills it', async () => {
      const { store, rows } = await threeLines();
      for (const id of [1, 2, 3]) await store.giveUp(id, NOW, 'no such mailbox');
      await store.issueToken('t', hashOf('c@example.com'), NOW + DAY);
      await store.confirm('t', at(NOW), []);
      await store.prune(NOW + 30 * DAY);
      expect(await rows('SELECT id FROM outbox')).toHaveLength(3);
      expect(await store.deleteUnconfirmed(NOW + 30 * DAY)).toBe(2);
      expect(await store.prune(NOW + 30 * DAY)).toBeGreaterThan(0);
      expect(await rows('SELECT id FROM outbox')).toEqual([{ id: 3 }]);
    });

    it('is due for one whose clock was set back, whatever the one before wrote', async () => {
      const { store } = await threeLines();
      const [first] = await store.takeDue(NOW, LATER, 1, EVERY);
      await store.retry(first?.id ?? 0, NOW + 6 * HOUR, '451', true);
      expect(await store.takeDue(NOW - 365 * DAY, NOW - 364 * DAY, 10, EVERY)).toHaveLength(3);
    });

    it('hands an address that left to nobody but the provider, and keeps it no longer than that', async () => {
      const { store, traces, rows, subscribe } = await newStore('confirmed');
      for (const name of ['ada.lovelace', 'grace.hopper']) await subscribe(`${name}@example.com`);
      await store.unsubscribe(hashOf('ada.lovelace@example.com'), at(NOW));
      await store.forget('grace.hopper@example.com', NOW);
      // Nobody told a provider of one who never confirmed.
      await store.signUp(signUp('pending@example.com'));
      await store.unsubscribe(hashOf('pending@example.com'), at(NOW));
      await store.scrub();
      expect(await traces('ada.lovelace@example.com')).toEqual([]);
      const lines = await store.takeDue(NOW, LATER, 10, ['leave', 'forget']);
      expect(lines).toMatchObject([
        { errand: 'leave', email: 'ada.lovelace@example.com' },
        { errand: 'forget', email: 'grace.hopper@example.com' },
      ]);
      await store.done(lines[0]?.id ?? 0, NOW);
      await store.giveUp(lines[1]?.id ?? 0, NOW, '404');
      expect(await rows('SELECT sealed FROM outbox WHERE sealed IS NOT NULL')).toEqual([]);
      expect(await store.retryFailed()).toEqual({ taken: 0, lost: 1 });
    });

    it('takes back that somebody left where they are back before the provider heard it', async () => {
      const { store, subscribe } = await newStore('confirmed');
      await subscribe('ada@example.com');
      await store.unsubscribe(hashOf('ada@example.com'), at(NOW + 1));
      await subscribe('ada@example.com', NOW + HOUR);
      expect(await store.takeDue(NOW + HOUR, NOW + DAY, 10, ['leave'])).toEqual([]);
    });

    it('takes up what was given up, for whom still wants it, and counts from the start', async () => {
      const { store } = await threeLines();
      for (const { id } of await store.takeDue(NOW, LATER, 10, EVERY)) {
        await store.retry(id, NOW, '554 5.7.1', true);
        await store.giveUp(id, NOW, '554 5.7.1');
      }
      await store.unsubscribe(hashOf('a@example.com'), at(NOW));
      expect(await store.troubles()).toEqual([{ state: 'failed', why: '554 5.7.1', count: 3 }]);
      expect(await store.retryFailed()).toEqual({ taken: 2, lost: 1 });
      expect(await store.takeDue(NOW, LATER, 10, EVERY)).toMatchObject([
        { email: 'b@example.com', attempts: 0, unseen: 0 },
        { email: 'c@example.com', attempts: 0, unseen: 0 },
      ]);
    });

    it('never tells a provider to take off who came back, when what was given up is taken up', async () => {
      const { store, subscribe } = await newStore('confirmed');
      await subscribe('ada@example.com');
      await store.unsubscribe(hashOf('ada@example.com'), at(NOW + 1));
      const [left] = await store.takeDue(NOW + 1, LATER, 10, ['leave']);
      await store.giveUp(left?.id ?? 0, NOW + 1, 'It is down.');
      await subscribe('ada@example.com', NOW + HOUR);
      expect(await store.retryFailed()).toEqual({ taken: 0, lost: 1 });
      expect(await store.takeDue(NOW + DAY, NOW + 2 * DAY, 10, EVERY)).toEqual([]);
    });

    it('gives up a line that cannot be read, loudly, and goes on with the others', async () => {
      const { store, rows } = await newStore('confirmed');
      for (const name of ['ada', 'bob', 'eve'])
        await store.leaveProvider(`${name}@example.com`, NOW);
      await rows(
        "UPDATE outbox SET sealed = substr(sealed, 1, 20) || 'AAAA' || substr(sealed, 25) WHERE id = 1",
      );
      await rows("UPDATE outbox SET sealed = '' WHERE id = 2");
      expect(await store.takeDue(NOW, LATER, 10, EVERY)).toMatchObject([
        { errand: 'leave', email: 'eve@example.com' },
      ]);
      expect(await store.takeDue(LATER, LATER + 1, 1, EVERY)).toHaveLength(1);
      expect(await store.troubles()).toEqual([
        { state: 'failed', why: 'This line of the outbox is damaged.', count: 2 },
      ]);
      expect(await store.check()).toEqual({ failed: true });
    });

    it('does not count nothing as waiting', async () => {
      const { store } = await newStore();
      await store.signUp(signUp('bot@example.com', NOW, true));
      expect((await store.counts()).waiting).toBe(0);
      expect(await store.takeDue(NOW, LATER, 1, EVERY)).toMatchObject([
        { errand: 'nothing', email: '' },
      ]);
    });
  });
});
