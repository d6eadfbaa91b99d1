import { describe, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE, NOW, newStore, signUp } from './opened-store.ts';

const LATER = NOW + HOUR;

async function threeLines() {
  const opened = newStore();
  for (const name of ['a', 'b', 'c']) await opened.store.signUp(signUp(`${name}@example.com`));
  return opened;
}

describe('the outbox', () => {
  it('gives out what is due, in order, at most so many, and to one taker only', async () => {
    const { store } = await threeLines();
    expect(await store.nextDue()).toBe(NOW);
    expect(await store.takeDue(NOW - 1, LATER, 10)).toEqual([]);
    expect((await store.takeDue(NOW, LATER, 2)).map(({ email }) => email)).toEqual([
      'a@example.com',
      'b@example.com',
    ]);
    expect((await store.takeDue(NOW, LATER, 2)).map(({ email }) => email)).toEqual([
      'c@example.com',
    ]);
    expect(await store.takeDue(LATER - 1, LATER, 2)).toEqual([]);
    expect(await store.nextDue()).toBe(LATER);
  });

  it('gives a line out again when the lease has run out, and counts that attempt', async () => {
    const { store } = await threeLines();
    await store.takeDue(NOW, LATER, 1);
    await store.takeDue(NOW, LATER + 1, 2);
    expect(await store.takeDue(LATER, LATER + HOUR, 10)).toMatchObject([
      { email: 'a@example.com', attempts: 1 },
    ]);
  });

  it('waits with what failed until it is due again', async () => {
    const { store, rows } = await threeLines();
    const [first] = await store.takeDue(NOW, LATER, 1);
    await store.retry(first?.id ?? 0, NOW + 5 * MINUTE, 'the server says 451');
    expect(rows('SELECT last_error FROM outbox WHERE id = 1')).toEqual([
      { last_error: 'the server says 451' },
    ]);
    expect(await store.takeDue(NOW + 5 * MINUTE - 1, LATER, 10)).toHaveLength(2);
    expect(await store.nextDue()).toBe(NOW + 5 * MINUTE);
    expect(await store.takeDue(NOW + 5 * MINUTE, LATER, 10)).toMatchObject([
      { email: 'a@example.com', attempts: 1 },
    ]);
  });

  it('never gives out again what was done or given up, also not after a late retry', async () => {
    const { store, rows } = await threeLines();
    await store.takeDue(NOW, LATER, 10);
    await store.done(1, NOW);
    await store.giveUp(2, NOW, 'no such mailbox');
    await store.done(3, NOW);
    for (const id of [1, 2, 3]) await store.retry(id, NOW, 'too late');
    await store.giveUp(3, NOW, 'too late');
    await store.done(2, NOW);
    expect(await store.takeDue(NOW + DAY, NOW + 2 * DAY, 10)).toEqual([]);
    expect(await store.nextDue()).toBeUndefined();
    expect(rows('SELECT state FROM outbox ORDER BY id').map(({ state }) => state)).toEqual([
      'done',
      'failed',
      'done',
    ]);
    expect(await store.counts()).toMatchObject({ waiting: 0, failed: 1 });
  });

  it('forgets what was done a week ago, and keeps what failed', async () => {
    const { store, rows } = await threeLines();
    await store.giveUp(1, NOW, 'no such mailbox');
    await store.done(2, NOW);
    await store.done(3, NOW + 7 * DAY + 1);
    expect(rows('SELECT id FROM outbox ORDER BY id')).toEqual([{ id: 1 }, { id: 3 }]);
  });

  it('does not count nothing as waiting', async () => {
    const { store } = newStore();
    await store.signUp(signUp('bot@example.com', NOW, true));
    expect((await store.counts()).waiting).toBe(0);
    expect(await store.takeDue(NOW, LATER, 1)).toMatchObject([{ errand: 'nothing', email: '' }]);
  });
});
