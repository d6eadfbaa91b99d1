import { describe, expect, it } from 'vitest';
import { inEveryDatabase } from './every-database.ts';
import { at, DAY, EVERY, everybodyOn, HOUR, hashOf, NOW, signUp } from './opened-store.ts';

const ADA = 'ada@example.com';

inEveryDatabase((newStore) => {
  async function pendingAda() {
    const opened = await newStore();
    await opened.store.signUp({ ...signUp(ADA), page: '/articles/one/' });
    await opened.sendAll();
    await opened.store.issueToken('token-hash', hashOf(ADA), NOW + DAY);
    return opened;
  }

  describe('a confirmation', () => {
    it('puts the address on the list and queues the errands, with the page of the sign-up', async () => {
      const { store, rows } = await pendingAda();
      const circumstances = { ...at(NOW + HOUR), page: '', wording: 'Yes, send it' };
      expect(await store.confirm('token-hash', circumstances, ['welcome', 'hand-over'])).toBe(
        'confirmed',
      );
      expect(await store.counts()).toMatchObject({ pending: 0, subscribed: 1, waiting: 2 });
      expect(await store.takeDue(NOW + HOUR, NOW + DAY, 10, EVERY)).toMatchObject([
        { errand: 'welcome', email: ADA, page: '/articles/one/', createdAt: NOW + HOUR },
        { errand: 'hand-over', email: ADA, page: '/articles/one/' },
      ]);
      expect(await rows("SELECT * FROM consents WHERE event = 'confirm'")).toMatchObject([
        { subscriber: hashOf(ADA), at: NOW + HOUR, page: '', wording: 'Yes, send it' },
      ]);
      expect(await everybodyOn(store)).toEqual([
        { email: ADA, status: 'subscribed', confirmedAt: NOW + HOUR, page: '/articles/one/' },
      ]);
    });

    it('does nothing more the next time, with any of its tokens, even an expired one', async () => {
      const { store, rows } = await pendingAda();
      await store.issueToken('second', hashOf(ADA), NOW + 2 * DAY);
      await store.confirm('second', at(NOW + HOUR), ['welcome']);
      expect(await store.confirm('second', at(NOW + HOUR), ['welcome'])).toBe('already');
      expect(await store.confirm('token-hash', at(NOW + 3 * DAY), ['welcome'])).toBe('already');
      expect(await store.counts()).toMatchObject({ subscribed: 1, waiting: 1 });
      expect(await rows("SELECT 1 FROM consents WHERE event = 'confirm'")).toHaveLength(1);
    });

    it('needs a token that was issued and has not expired', async () => {
      const { store } = await pendingAda();
      expect(await store.confirm('token', at(NOW), [])).toBe('unknown');
      expect(await store.confirm('token-hash', at(NOW + DAY), [])).toBe('expired');
      expect(await store.counts()).toMatchObject({ pending: 1, subscribed: 0 });
      expect(await store.confirm('token-hash', at(NOW + DAY - 1), [])).toBe('confirmed');
    });

    it('has no token for one who was deleted while the mail was on its way', async () => {
      const { store } = await pendingAda();
      await store.forget(ADA, NOW);
      await store.issueToken('late', hashOf(ADA), NOW + DAY);
      expect(await store.confirm('late', at(NOW), [])).toBe('unknown');
      expect(await store.confirm('token-hash', at(NOW), [])).toBe('unknown');
    });

    it('forgets tokens a month after they expired', async () => {
      const { store, rows } = await pendingAda();
      await store.issueToken('later', hashOf(ADA), NOW + 31 * DAY + 1);
      expect(await rows('SELECT hash FROM tokens')).toEqual([{ hash: 'later' }]);
    });
  });

  describe('an unsubscription', () => {
    it('ends the subscription, suppresses the address, and cancels what waits for it', async () => {
      const { store, rows } = await pendingAda();
      await store.confirm('token-hash', at(NOW), ['welcome', 'hand-over']);
      await store.unsubscribe(hashOf(ADA), at(NOW + HOUR));
      expect(await store.counts()).toMatchObject({
        subscribed: 0,
        unsubscribed: 1,
        suppressed: 1,
        waiting: 0,
      });
      expect(await everybodyOn(store)).toEqual([]);
      expect(await store.isListed(hashOf(ADA))).toBe(false);
      expect(await store.takeDue(NOW + DAY, NOW + 2 * DAY, 10, EVERY)).toEqual([]);
      expect(await rows("SELECT at FROM consents WHERE event = 'unsubscribe'")).toEqual([
        { at: NOW + HOUR },
      ]);
    });

    it('is not undone by a link to confirm that still lies in the inbox', async () => {
      const { store } = await pendingAda();
      await store.unsubscribe(hashOf(ADA), at(NOW));
      expect(await store.confirm('token-hash', at(NOW), [])).toBe('unknown');
      expect(await store.counts()).toMatchObject({ unsubscribed: 1, suppressed: 1 });
    });

    it('happens once, however often it is asked for', async () => {
      const { store, rows } = await pendingAda();
      for (let time = 0; time < 3; time += 1) await store.unsubscribe(hashOf(ADA), at(NOW + time));
      expect(await rows("SELECT at FROM consents WHERE event = 'unsubscribe'")).toEqual([
        { at: NOW },
      ]);
    });

    it('takes back what a worker holds already', async () => {
      const { store } = await pendingAda();
      await store.confirm('token-hash', at(NOW), ['welcome']);
      const [line] = await store.takeDue(NOW, NOW + HOUR, 1, EVERY);
      expect(await store.stillWaits(line?.id ?? 0)).toBe(true);
      await store.unsubscribe(hashOf(ADA), at(NOW));
      expect(await store.stillWaits(line?.id ?? 0)).toBe(false);
    });

    it('suppresses an address that is no longer in the store', async () => {
      const { store } = await newStore();
      await store.unsubscribe(hashOf(ADA), at(NOW));
      await store.unsubscribe(hashOf(ADA), at(NOW));
      expect(await store.counts()).toMatchObject({ unsubscribed: 1, suppressed: 1 });
    });
  });

  describe('the log of consents', () => {
    it('keeps what led to a subscription for good, and for a month what led to nothing', async () => {
      const { store, rows } = await pendingAda();
      await store.signUp(signUp(ADA, NOW + HOUR));
      await store.signUp(signUp(ADA, NOW + HOUR, true));
      await store.confirm('token-hash', at(NOW + 2 * HOUR), []);
      for (let time = 0; time < 5; time += 1) await store.signUp(signUp(ADA, NOW + DAY + time));
      await store.signUp(signUp('bob@example.com', NOW + DAY));
      const events = () => rows('SELECT event, at FROM consents ORDER BY id');
      await store.prune(NOW + 30 * DAY);
      expect(await events()).toHaveLength(10);
      await store.deleteUnconfirmed(NOW + 31 * DAY + 5);
      await store.prune(NOW + 31 * DAY + 5);
      expect(await events()).toEqual([
        { event: 'sign-up', at: NOW + HOUR },
        { event: 'confirm', at: NOW + 2 * HOUR },
      ]);
    });

    it.each([
      ["UPDATE consents SET event = 'confirm'", /only grows: nothing in it is changed/],
      ['DELETE FROM consents', /only grows: nothing is deleted/],
    ])('refuses %s', async (sql, words) => {
      const { store, rows } = await pendingAda();
      await store.confirm('token-hash', at(NOW), []);
      const before = await rows('SELECT * FROM consents');
      await expect(rows(sql)).rejects.toThrow(words);
      expect(await rows('SELECT * FROM consents')).toEqual(before);
    });
  });
});
