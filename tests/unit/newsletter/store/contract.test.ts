import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it, onTestFinished } from 'vitest';
import { hashToken } from '../../../../src/newsletter/hashes.ts';
import { databasePath } from '../../../../src/newsletter/store/data-folder.ts';
import type { List } from '../../../../src/newsletter/store/list.ts';
import { startListThread } from '../../../../src/newsletter/store/list-thread.ts';
import { openList } from '../../../../src/newsletter/store/open-list.ts';
import { dataFolder } from '../data-folder.ts';
import { inEveryDatabase } from './every-database.ts';
import { at, DAY, EVERY, HOUR, hashOf, KEY, NOW, signUp } from './opened-store.ts';

/** Every way to have a list. Whoever adds one, adds it here: all must keep the same promises. */
const LISTS: Readonly<Record<string, (path: string) => List>> = {
  'in its own process': (path) => openList({ path, key: KEY }, 500),
  'in a thread': (path) =>
    startListThread(
      () => ({ path, key: KEY }),
      () => undefined,
    ).list,
};

/** Takes somebody in, has their mails sent, and lets them go. */
async function comingAndGoing(list: List): Promise<void> {
  await list.signUp(signUp('ada@example.com'));
  const [line] = await list.takeDue(NOW, NOW + HOUR, 5, EVERY);
  expect(line).toMatchObject({ errand: 'confirm', email: 'ada@example.com' });
  const { id = 0, subscriber = '' } = line ?? {};
  expect(await list.stillWaits(id)).toBe(true);
  await list.issueToken(hashToken('t'), subscriber, NOW + DAY);
  await list.done(id, NOW);
  expect(await list.confirm(hashToken('t'), at(NOW), ['welcome'])).toBe('confirmed');
  expect(await list.isListed(subscriber)).toBe(true);
  expect(await list.nextDue(EVERY)).toBeDefined();
  expect(await list.subscribers(undefined, 10)).toEqual({
    people: [expect.objectContaining({ email: 'ada@example.com', status: 'subscribed' })],
    next: undefined,
  });
  await list.unsubscribe(subscriber, at(NOW));
  expect(await list.scrub()).toBe(true);
  expect(await list.counts()).toMatchObject({ subscribed: 0, suppressed: 1, waiting: 0 });
}

/** Reads all of a list in parts. */
async function readingInParts(list: List): Promise<void> {
  for (let index = 0; index < 7; index += 1) {
    await list.signUp(signUp(`p${index}@example.com`, NOW + Math.floor(index / 3)));
  }
  const found: string[] = [];
  let part = await list.subscribers(undefined, 3);
  while (part.next !== undefined) {
    found.push(...part.people.map(({ email }) => email));
    part = await list.subscribers(part.next, 3);
  }
  found.push(...part.people.map(({ email }) => email));
  expect(found.toSorted()).toEqual(Array.from({ length: 7 }, (_, i) => `p${i}@example.com`));
  expect(found.slice(0, 3).toSorted()).toEqual([0, 1, 2].map((index) => `p${index}@example.com`));
}

describe.each(Object.entries(LISTS))('a list %s', (_, open) => {
  const opened = () => {
    const path = databasePath(dataFolder());
    const list = open(path);
    onTestFinished(() => list.close());
    return { path, list };
  };

  it('takes people in, has their mails sent, and lets them go', () =>
    comingAndGoing(opened().list));

  it('gives itself in parts, each person once, the oldest first', () =>
    readingInParts(opened().list));

  it('does calls in their order, whether they are waited for or not', async () => {
    const { list } = opened();
    const all = Array.from({ length: 50 }, (_, index) => `somebody-${index}@example.com`);
    const came = all.map((email) => list.signUp(signUp(email)));
    const forgotten = list.forget(all[0] ?? '', NOW);
    expect((await list.counts()).pending).toBe(49);
    expect(await forgotten).toMatchObject({ known: true });
    await Promise.all(came);
  });

  it('copies itself and says how far it is', async () => {
    const { list } = opened();
    await list.signUp(signUp('ada@example.com'));
    const copy = join(dataFolder(), 'copy.sqlite');
    const steps: number[] = [];
    await list.backup(copy, (done) => steps.push(done));
    expect(steps.length).toBeGreaterThan(0);
    const other = open(copy);
    onTestFinished(() => other.close());
    expect(await other.isListed(hashOf('ada@example.com'))).toBe(true);
  });

  it('fails with a kind and without an address, changes nothing, and works again after it', async () => {
    const { list, path } = opened();
    await list.signUp(signUp('ada@example.com'));
    const other = new DatabaseSync(path);
    other.exec('BEGIN IMMEDIATE');
    const failed = list.signUp(signUp('bob@example.com'));
    await expect(failed).rejects.toMatchObject({
      name: 'ListError',
      ill: 'locked',
      message: 'Another process holds the list locked.',
    });
    other.exec('ROLLBACK');
    other.close();
    expect((await list.counts()).pending).toBe(1);
    await list.signUp(signUp('bob@example.com'));
    expect((await list.counts()).pending).toBe(2);
  });
});

inEveryDatabase((newStore) => {
  it('takes people in, has their mails sent, and lets them go', async () =>
    comingAndGoing((await newStore()).store));

  it('gives itself in parts, each person once, the oldest first', async () =>
    readingInParts((await newStore()).store));

  it('is the same list for whoever opens it next', async () => {
    const { store, again } = await newStore();
    await store.signUp(signUp('ada@example.com'));
    expect((await again().counts()).pending).toBe(1);
  });
});
