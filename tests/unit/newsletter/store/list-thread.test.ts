import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { expect, it, onTestFinished, vi } from 'vitest';
import { SetupError } from '../../../../src/newsletter/setup-error.ts';
import { databasePath } from '../../../../src/newsletter/store/data-folder.ts';
import { startListThread } from '../../../../src/newsletter/store/list-thread.ts';
import { dataFolder } from '../data-folder.ts';
import { everybodyOn, KEY, openIn, signUp } from './opened-store.ts';
import { threads } from './threads.ts';

/** A list in a thread, and what was said about its state. */
function started(folder: string, options = () => ({ path: databasePath(folder), key: KEY })) {
  const said: string[] = [];
  const { list, ill } = startListThread(options, (now) => said.push(now?.ill ?? 'well'));
  onTestFinished(() => list.close());
  return { list, ill, said };
}

it('comes back when its thread is killed, and has all that it acknowledged', async () => {
  const folder = dataFolder();
  const all = threads();
  const { list, said } = started(folder);
  const kept: string[] = [];
  let [killed, refused] = [0, 0];
  for (let index = 0; killed < 3 || kept.length < 60; index += 1) {
    const email = `reader${index}@example.com`;
    const asked = list.signUp(signUp(email)).then(
      () => kept.push(email),
      (error) => {
        expect(error.name).toBe('ListError');
        refused += 1;
      },
    );
    if (index % 30 === 29 && killed < 3) {
      killed += 1;
      await all.at(-1)?.terminate();
      await asked;
      await vi.waitFor(() => list.check(), { timeout: 30_000 });
    } else if (index % 3 === 0) await asked;
  }
  expect([all.length, refused > 0]).toEqual([4, true]);
  expect(said).toEqual(['broken', 'well', 'broken', 'well', 'broken', 'well']);
  const listed = (await everybodyOn(list)).map(({ email }) => email);
  expect(kept.filter((email) => !listed.includes(email))).toEqual([]);
});

it('takes nothing for a file that was deleted, begins no empty list in its place, and goes on with one that was put back', async () => {
  const folder = dataFolder();
  const all = threads();
  const { list, said } = started(folder);
  await list.signUp(signUp('ada@example.com'));
  const aside = dataFolder();
  await list.backup(databasePath(aside));
  rmSync(folder, { recursive: true });
  for (let time = 0; time < 5; time += 1) {
    await expect(list.signUp(signUp('bob@example.com'))).rejects.toThrow(/was deleted/);
  }
  // It has been opened again, and was not there.
  await vi.waitFor(() => expect(all.length).toBeGreaterThan(1), { timeout: 30_000 });
  await expect(list.counts()).rejects.toThrow(/deleted while the server ran\. Put back/);
  expect(existsSync(folder)).toBe(false);
  mkdirSync(folder);
  renameSync(databasePath(aside), databasePath(folder));
  await vi.waitFor(() => list.signUp(signUp('eve@example.com')), { timeout: 30_000 });
  await list.check();
  expect((await everybodyOn(list)).map(({ email }) => email)).toEqual([
    'ada@example.com',
    'eve@example.com',
  ]);
  expect(said).toEqual(['gone', 'well']);
});

it('rejects at once while the list cannot be opened, says so once, and opens it when it can', async () => {
  const folder = dataFolder();
  mkdirSync(databasePath(folder));
  const { list, ill, said } = started(folder);
  for (let time = 0; time < 20; time += 1) {
    await expect(list.signUp(signUp('ada@example.com'))).rejects.toMatchObject({ ill: 'unopened' });
  }
  expect(said).toEqual(['unopened']);
  expect(ill()?.message).toMatch(/cannot be opened: EISDIR/);
  rmSync(databasePath(folder), { recursive: true });
  await vi.waitFor(() => list.signUp(signUp('ada@example.com')), { timeout: 30_000 });
  expect([said, ill()]).toEqual([['unopened', 'well'], undefined]);
});

it('takes what its options throw for a list that cannot be opened, in the words for the owner', async () => {
  const { list, ill } = started(dataFolder(), () => {
    throw new SetupError('Set DATA_DIR.');
  });
  await expect(list.counts()).rejects.toMatchObject({
    name: 'ListError',
    message: 'Set DATA_DIR.',
  });
  expect(ill()?.ill).toBe('unopened');
});

it('lets go of a damaged file, and takes the one that was put back', async () => {
  const folder = dataFolder();
  const first = openIn(folder);
  await first.signUp(signUp('ada@example.com'));
  await first.close();
  const { list, said } = started(folder);
  expect((await list.counts()).pending).toBe(1);
  await list.close();
  rmSync(databasePath(folder));
  for (const end of ['-wal', '-shm']) rmSync(databasePath(folder) + end, { force: true });
  writeFileSync(databasePath(folder), 'This is no database. '.repeat(1_000));
  const second = started(folder);
  await expect(second.list.counts()).rejects.toMatchObject({ ill: 'unopened' });
  rmSync(databasePath(folder));
  await vi.waitFor(() => second.list.signUp(signUp('bob@example.com')), { timeout: 30_000 });
  expect([said, second.said]).toEqual([[], ['unopened', 'well']]);
});

it('lets all who wait for a lock wait for it once, together', async () => {
  const folder = dataFolder();
  const { list } = started(folder);
  await list.counts();
  const other = new DatabaseSync(databasePath(folder));
  other.exec('BEGIN IMMEDIATE');
  const begun = performance.now();
  const all = Array.from({ length: 40 }, (_, index) => list.signUp(signUp(`${index}@example.com`)));
  const ills = (await Promise.allSettled(all)).map((end) =>
    end.status === 'rejected' ? end.reason.ill : 'done',
  );
  // One after the other, they would take 80 seconds.
  expect(performance.now() - begun).toBeLessThan(40_000);
  other.exec('ROLLBACK');
  other.close();
  expect(new Set(ills)).toEqual(new Set(['locked']));
  expect((await list.counts()).pending).toBe(0);
});
