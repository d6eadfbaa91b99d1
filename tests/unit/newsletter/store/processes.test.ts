import { describe, expect, it, vi } from 'vitest';
import { databasePath } from '../../../../src/newsletter/store/data-folder.ts';
import { dataFolder } from '../data-folder.ts';
import { everybodyOn, NOW, newStore, openIn, signUp } from './opened-store.ts';
import { startWriting } from './writing-process.ts';

// Each test starts processes of its own, which take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

describe('several processes', () => {
  it('write to one database side by side, and no sign-up is lost', async () => {
    const { folder, store, rows } = newStore();
    const others = [startWriting(folder, 'b', 150), startWriting(folder, 'c', 150)];
    await Promise.all(others.map(({ committed }) => committed(1)));
    for (let number = 0; number < 150; number += 1) {
      await store.signUp(signUp(`a-${number}@example.com`, NOW + number));
    }
    const ends = await Promise.all(others.map(({ end }) => end));
    expect(ends.map(({ err, emails }) => ({ err, count: emails.length }))).toEqual([
      { err: '', count: 150 },
      { err: '', count: 150 },
    ]);
    expect(await store.counts()).toMatchObject({ pending: 450, waiting: 450 });
    expect(rows('SELECT COUNT(*) AS n FROM consents')).toEqual([{ n: 450 }]);
  });

  it('may all be the first to open it', async () => {
    const folder = dataFolder();
    const all = Array.from({ length: 5 }, (_, index) => startWriting(folder, `${index}`, 3));
    const ends = await Promise.all(all.map(({ end }) => end));
    expect(ends.map(({ err }) => err).join('')).toBe('');
    expect((await openIn(folder).counts()).pending).toBe(15);
  });
});

describe('a backup', () => {
  it('is of one moment, and comes to its end while another process keeps writing', async () => {
    const { folder, store } = newStore();
    const many = Array.from({ length: 40_000 }, (_, index) => `many-${index}@example.com`);
    await store.importBatch(many, { source: 'x', givenOn: '2025-01-01' }, NOW);
    const writing = startWriting(folder, 'a');
    await writing.committed(1);
    const copies = dataFolder();
    const starts: number[] = [];
    await store.backup(databasePath(copies), (done) => starts.push(done));
    writing.child.kill('SIGKILL');
    await writing.end;
    expect(starts.length).toBeGreaterThan(10);
    expect(starts).toEqual(starts.toSorted((a, b) => a - b));
    const { pending, waiting, subscribed } = await openIn(copies).counts();
    expect({ subscribed, waiting }).toEqual({ subscribed: 40_000, waiting: pending });
  });
});

describe('a process that is killed', () => {
  it('loses nothing that it had committed, and leaves a database in order', async () => {
    const { folder, store, rows } = newStore();
    const committed: string[] = [];
    for (let round = 0; round < 5; round += 1) {
      const writing = startWriting(folder, `round-${round}`);
      await writing.committed(20 + 17 * round);
      writing.child.kill('SIGKILL');
      const { emails, err } = await writing.end;
      expect(err).toBe('');
      committed.push(...emails);
    }
    expect(committed.length).toBeGreaterThanOrEqual(270);
    const stored = new Set((await everybodyOn(store)).map(({ email }) => email));
    expect(committed.filter((email) => !stored.has(email))).toEqual([]);
    // Of the last transaction of each round, all of it is there or nothing.
    const complete = { pending: stored.size, waiting: stored.size };
    expect(await store.counts()).toMatchObject(complete);
    expect(stored.size - committed.length).toBeLessThanOrEqual(5);
    expect(rows('SELECT COUNT(*) AS n FROM consents')).toEqual([{ n: stored.size }]);
    expect(rows('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
  });
});
