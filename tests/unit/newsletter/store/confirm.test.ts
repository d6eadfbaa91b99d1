import { describe, expect, it } from 'vitest';
import { tracesOf } from '../traces.ts';
import { at, DAY, HOUR, hashOf, NOW, newStore, signUp } from './opened-store.ts';

const ADA = 'ada@example.com';

function pendingAda() {
  const opened = newStore();
  opened.store.signUp({ ...signUp(ADA), page: '/articles/one/' });
  opened.sendAll();
  opened.store.issueToken('token-hash', hashOf(ADA), NOW + DAY);
  return opened;
}

describe('a confirmation', () => {
  it('puts the address on the list and queues the errands, with the page of the sign-up', () => {
    const { store, rows } = pendingAda();
    const circumstances = { ...at(NOW + HOUR), page: '', wording: 'Yes, send it' };
    expect(store.confirm('token-hash', circumstances, ['welcome', 'hand-over'])).toBe('confirmed');
    expect(store.counts()).toMatchObject({ pending: 0, subscribed: 1, waiting: 2 });
    expect(store.takeDue(NOW + HOUR, NOW + DAY, 10)).toMatchObject([
      { errand: 'welcome', email: ADA, page: '/articles/one/', createdAt: NOW + HOUR },
      { errand: 'hand-over', email: ADA, page: '/articles/one/' },
    ]);
    expect(rows("SELECT * FROM consents WHERE event = 'confirm'")).toMatchObject([
      { subscriber: hashOf(ADA), at: NOW + HOUR, page: '', wording: 'Yes, send it' },
    ]);
    expect([...store.subscribers()]).toEqual([
      { email: ADA, status: 'subscribed', confirmedAt: NOW + HOUR, page: '/articles/one/' },
    ]);
  });

  it('does nothing more the next time, with any of its tokens, even an expired one', () => {
    const { store, rows } = pendingAda();
    store.issueToken('second', hashOf(ADA), NOW + 2 * DAY);
    store.confirm('second', at(NOW + HOUR), ['welcome']);
    expect(store.confirm('second', at(NOW + HOUR), ['welcome'])).toBe('already');
    expect(store.confirm('token-hash', at(NOW + 3 * DAY), ['welcome'])).toBe('already');
    expect(store.counts()).toMatchObject({ subscribed: 1, waiting: 1 });
    expect(rows("SELECT 1 FROM consents WHERE event = 'confirm'")).toHaveLength(1);
  });

  it('needs a token that was issued and has not expired', () => {
    const { store } = pendingAda();
    expect(store.confirm('token', at(NOW), [])).toBe('unknown');
    expect(store.confirm('token-hash', at(NOW + DAY), [])).toBe('expired');
    expect(store.counts()).toMatchObject({ pending: 1, subscribed: 0 });
    expect(store.confirm('token-hash', at(NOW + DAY - 1), [])).toBe('confirmed');
  });

  it('has no token for one who was deleted while the mail was on its way', () => {
    const { store } = pendingAda();
    store.forget(ADA, NOW);
    store.issueToken('late', hashOf(ADA), NOW + DAY);
    expect(store.confirm('late', at(NOW), [])).toBe('unknown');
    expect(store.confirm('token-hash', at(NOW), [])).toBe('unknown');
  });

  it('forgets tokens a month after they expired', () => {
    const { store, rows } = pendingAda();
    store.issueToken('later', hashOf(ADA), NOW + 31 * DAY + 1);
    expect(rows('SELECT hash FROM tokens')).toEqual([{ hash: 'later' }]);
  });
});

describe('an unsubscription', () => {
  it('ends the subscription, suppresses the address, and cancels what waits for it', () => {
    const { store, rows } = pendingAda();
    store.confirm('token-hash', at(NOW), ['welcome', 'hand-over']);
    store.unsubscribe(hashOf(ADA), at(NOW + HOUR));
    expect(store.counts()).toMatchObject({
      subscribed: 0,
      unsubscribed: 1,
      suppressed: 1,
      waiting: 0,
    });
    expect([...store.subscribers()]).toEqual([]);
    expect(store.isListed(hashOf(ADA))).toBe(false);
    expect(store.takeDue(NOW + DAY, NOW + 2 * DAY, 10)).toEqual([]);
    expect(rows("SELECT at FROM consents WHERE event = 'unsubscribe'")).toEqual([
      { at: NOW + HOUR },
    ]);
  });

  it('is not undone by a link to confirm that still lies in the inbox', () => {
    const { store } = pendingAda();
    store.unsubscribe(hashOf(ADA), at(NOW));
    expect(store.confirm('token-hash', at(NOW), [])).toBe('unknown');
    expect(store.counts()).toMatchObject({ unsubscribed: 1, suppressed: 1 });
  });

  it('happens once, however often it is asked for', () => {
    const { store, rows } = pendingAda();
    for (let time = 0; time < 3; time += 1) store.unsubscribe(hashOf(ADA), at(NOW + time));
    expect(rows("SELECT at FROM consents WHERE event = 'unsubscribe'")).toEqual([{ at: NOW }]);
  });

  it('takes back what a worker holds already', () => {
    const { store } = pendingAda();
    store.confirm('token-hash', at(NOW), ['welcome']);
    const [line] = store.takeDue(NOW, NOW + HOUR, 1);
    expect(store.stillWaits(line?.id ?? 0)).toBe(true);
    store.unsubscribe(hashOf(ADA), at(NOW));
    expect(store.stillWaits(line?.id ?? 0)).toBe(false);
  });

  it('suppresses an address that is no longer in the store', () => {
    const { store } = newStore();
    store.unsubscribe(hashOf(ADA), at(NOW));
    store.unsubscribe(hashOf(ADA), at(NOW));
    expect(store.counts()).toMatchObject({ unsubscribed: 1, suppressed: 1 });
  });
});

describe('taking back who was handed over', () => {
  const leave = (store: ReturnType<typeof pendingAda>['store'], time = NOW) =>
    store.unsubscribe(hashOf(ADA), at(time), ['take-back']);

  it('keeps the address with the line alone, and only until it has ended', async () => {
    const { folder, store, rows } = pendingAda();
    store.confirm('token-hash', at(NOW), ['hand-over']);
    leave(store);
    expect(await store.scrub()).toBe(true);
    expect([...store.subscribers()]).toEqual([]);
    const [line, ...more] = store.takeDue(NOW, NOW + HOUR, 9);
    expect([line, more]).toMatchObject([{ errand: 'take-back', email: ADA }, []]);
    store.retry(line?.id ?? 0, NOW + HOUR, 'not now');
    expect(rows('SELECT email FROM outbox WHERE email IS NOT NULL')).toEqual([{ email: ADA }]);
    store.done(line?.id ?? 0, NOW + HOUR);
    expect(await store.scrub()).toBe(true);
    expect(tracesOf(folder, ADA)).toEqual([]);
  });

  it('lets the address go as well where it is given up or forgotten', async () => {
    for (const end of ['giveUp', 'forget'] as const) {
      const { folder, store } = pendingAda();
      store.confirm('token-hash', at(NOW), []);
      leave(store);
      const [line] = store.takeDue(NOW, NOW + HOUR, 9);
      if (end === 'giveUp') store.giveUp(line?.id ?? 0, NOW, 'no');
      else expect(store.forget(ADA, NOW)).toEqual({ known: false, lines: 1 });
      expect(await store.scrub()).toBe(true);
      expect(tracesOf(folder, ADA)).toEqual([]);
    }
  });

  it('is for those who had confirmed, and not for whoever is back', () => {
    const { store, sendAll } = pendingAda();
    leave(store);
    expect(sendAll()).toEqual([]);
    const back = pendingAda();
    back.store.confirm('token-hash', at(NOW), []);
    leave(back.store);
    back.store.signUp(signUp(ADA, NOW + DAY));
    back.store.issueToken('back', hashOf(ADA), NOW + 2 * DAY);
    expect(back.store.confirm('back', at(NOW + DAY), ['hand-over'])).toBe('confirmed');
    expect(back.sendAll(NOW + DAY)).toEqual([`hand-over ${ADA}`]);
  });
});

describe('the log of consents', () => {
  it.each([
    ["UPDATE consents SET event = 'confirm'", /only grows: nothing in it is changed/],
    ['DELETE FROM consents', /only grows: nothing is deleted/],
  ])('refuses %s', (sql, words) => {
    const { rows } = pendingAda();
    const before = rows('SELECT * FROM consents');
    expect(() => rows(sql)).toThrow(words);
    expect(rows('SELECT * FROM consents')).toEqual(before);
  });
});
