import { describe, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE, NOW, newStore, signUp } from './opened-store.ts';

const LATER = NOW + HOUR;

function threeLines() {
  const opened = newStore();
  for (const name of ['a', 'b', 'c']) opened.store.signUp(signUp(`${name}@example.com`));
  return opened;
}

describe('the outbox', () => {
  it('gives out what is due, in order, at most so many, and to one taker only', () => {
    const { store } = threeLines();
    expect(store.nextDue()).toBe(NOW);
    expect(store.takeDue(NOW - 1, LATER, 10)).toEqual([]);
    expect(store.takeDue(NOW, LATER, 2).map(({ email }) => email)).toEqual([
      'a@example.com',
      'b@example.com',
    ]);
    expect(store.takeDue(NOW, LATER, 2).map(({ email }) => email)).toEqual(['c@example.com']);
    expect(store.takeDue(LATER - 1, LATER, 2)).toEqual([]);
    expect(store.nextDue()).toBe(LATER);
  });

  it('gives a line out again when the lease has run out, and counts that attempt', () => {
    const { store } = threeLines();
    store.takeDue(NOW, LATER, 1);
    store.takeDue(NOW, LATER + 1, 2);
    expect(store.takeDue(LATER, LATER + HOUR, 10)).toMatchObject([
      { email: 'a@example.com', attempts: 1 },
    ]);
  });

  it('waits with what failed until it is due again', () => {
    const { store, rows } = threeLines();
    const [first] = store.takeDue(NOW, LATER, 1);
    store.retry(first?.id ?? 0, NOW + 5 * MINUTE, 'the server says 451');
    expect(rows('SELECT last_error FROM outbox WHERE id = 1')).toEqual([
      { last_error: 'the server says 451' },
    ]);
    expect(store.takeDue(NOW + 5 * MINUTE - 1, LATER, 10)).toHaveLength(2);
    expect(store.nextDue()).toBe(NOW + 5 * MINUTE);
    expect(store.takeDue(NOW + 5 * MINUTE, LATER, 10)).toMatchObject([
      { email: 'a@example.com', attempts: 1 },
    ]);
  });

  it('never gives out again what was done or given up, also not after a late retry', () => {
    const { store, rows } = threeLines();
    store.takeDue(NOW, LATER, 10);
    store.done(1, NOW);
    store.giveUp(2, NOW, 'no such mailbox');
    store.done(3, NOW);
    for (const id of [1, 2, 3]) store.retry(id, NOW, 'too late');
    store.giveUp(3, NOW, 'too late');
    store.done(2, NOW);
    expect(store.takeDue(NOW + DAY, NOW + 2 * DAY, 10)).toEqual([]);
    expect(store.nextDue()).toBeUndefined();
    expect(rows('SELECT state FROM outbox ORDER BY id').map(({ state }) => state)).toEqual([
      'done',
      'failed',
      'done',
    ]);
    expect(store.counts()).toMatchObject({ waiting: 0, failed: 1 });
  });

  it('forgets what was done a week ago, and keeps what failed', () => {
    const { store, rows } = threeLines();
    store.giveUp(1, NOW, 'no such mailbox');
    store.done(2, NOW);
    store.done(3, NOW + 7 * DAY + 1);
    expect(rows('SELECT id FROM outbox ORDER BY id')).toEqual([{ id: 1 }, { id: 3 }]);
  });

  it('does not count nothing as waiting', () => {
    const { store } = newStore();
    store.signUp(signUp('bot@example.com', NOW, true));
    expect(store.counts().waiting).toBe(0);
    expect(store.takeDue(NOW, LATER, 1)).toMatchObject([{ errand: 'nothing', email: '' }]);
  });
});
