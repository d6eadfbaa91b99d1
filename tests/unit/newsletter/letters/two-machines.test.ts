import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { openList } from '../../../../src/newsletter/store/open-list.ts';
import { dataFolder } from '../data-folder.ts';
import { hasPostgres, type Postgres, sharedPostgres } from '../store/postgres.ts';
import {
  builtLetter,
  fillList,
  KEY,
  postEnv,
  readerOf,
  siteIn,
  startJudge,
  startLetter,
} from './letter-site.ts';

// Each test starts processes of its own, which take their time on a busy machine.
vi.setConfig({ testTimeout: 300_000 });

const { id: ID } = builtLetter();

const everybody = (count: number): string[] => Array.from({ length: count }, (_, i) => readerOf(i));

/** So many readers in a new database of `postgres`, and two machines that share nothing else. */
async function scene(postgres: Postgres, count: number) {
  const url = await postgres.database();
  const list = openList({ url, key: KEY });
  await fillList(list, count);
  await list.close();
  const judge = await startJudge();
  onTestFinished(judge.close);
  const root = dataFolder();
  siteIn(root);
  const start = (
    machine: 'one' | 'other',
    args: readonly string[],
    more: Readonly<Record<string, string>> = {},
  ) => {
    const env = { ...postEnv(root, judge.url), DATABASE_URL: url, DATA_DIR: join(root, machine) };
    const started = startLetter(args, { ...env, ...more });
    onTestFinished(() => void started.child.kill('SIGKILL'));
    return started;
  };
  return { judge, start };
}

describe.skipIf(!hasPostgres)('two machines that send one letter from one PostgreSQL', () => {
  const running = sharedPostgres(true);

  it('share the work, and nobody gets it twice, also when one of them dies', async () => {
    const { judge, start } = await scene(running(), 120);
    const first = start('one', ['send', ID, '--yes']);
    await judge.holds(1);
    const second = start('other', ['resume', ID]);
    await judge.holds(40);
    first.child.kill('SIGKILL');
    const { code, said } = await second.ended;
    expect(code, said).toBe(0);
    expect(new Set(judge.taken).size).toBe(judge.taken.length);
    // Whoever has nothing is listed as unsure: at most one mail a connection.
    const missing = everybody(120).filter((email) => !judge.taken.includes(email));
    expect(missing.length).toBeLessThanOrEqual(5);
    for (const email of missing) expect(said).toContain(`  ${email} <`);
    const resent = await start('other', ['resume', ID, '--resend-unsure']).ended;
    expect(resent.code, resent.said).toBe(0);
    expect(new Set(judge.taken)).toEqual(new Set(everybody(120)));
  });

  it('keep to one rate together', async () => {
    const { judge, start } = await scene(running(), 30);
    const slow = { SEND_PER_SECOND: '20' };
    const begun = performance.now();
    const first = start('one', ['send', ID, '--yes'], slow);
    await judge.holds(5);
    const second = start('other', ['resume', ID], slow);
    const ends = await Promise.all([first.ended, second.ended]);
    expect(ends.map(({ code }) => code)).toEqual([0, 0]);
    expect(judge.taken.toSorted()).toEqual(everybody(30).toSorted());
    // 30 of them are 29 intervals of 50 ms; a busy machine is slower, and never faster.
    expect(performance.now() - begun).toBeGreaterThan(29 * 50);
  });

  it('send nothing twice when the database dies and comes back', async () => {
    const { judge, start } = await scene(running(), 100);
    const senders = [start('one', ['send', ID, '--yes'])];
    await judge.holds(1);
    senders.push(start('other', ['resume', ID]));
    await judge.holds(30);
    await running().stop('immediate');
    await running().start();
    await Promise.all(senders.map(({ ended }) => ended));
    const { code, said } = await start('one', ['resume', ID]).ended;
    expect(code, said).toBe(0);
    expect(new Set(judge.taken).size).toBe(judge.taken.length);
    const missing = everybody(100).filter((email) => !judge.taken.includes(email));
    expect(missing.length).toBeLessThanOrEqual(10);
    for (const email of missing) expect(said).toContain(`  ${email} <`);
  });
});
