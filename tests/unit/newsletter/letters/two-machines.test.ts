import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { openList } from '../../../../src/newsletter/store/open-list.ts';
import { dataFolder } from '../data-folder.ts';
import { hasPostgres, startPostgres } from '../store/postgres.ts';
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

/** So many readers in a PostgreSQL, and two machines that share nothing else. */
async function scene(count: number) {
  const postgres = await startPostgres(true);
  onTestFinished(postgres.remove);
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
  return { judge, start, postgres };
}

describe.skipIf(!hasPostgres)('two machines that send one letter from one PostgreSQL', () => {
  it('share the work, and nobody gets it twice, also when one of them dies', async () => {
    const { judge, start } = await scene(240);
    const first = start('one', ['send', ID, '--yes']);
    await judge.holds(1);
    const second = start('other', ['resume', ID]);
    await judge.holds(80);
    first.child.kill('SIGKILL');
    const { code, said } = await second.ended;
    expect(code, said).toBe(0);
    expect(new Set(judge.taken).size).toBe(judge.taken.length);
    // Whoever has nothing is listed as unsure: at most one mail a connection.
    const missing = everybody(240).filter((email) => !judge.taken.includes(email));
    expect(missing.length).toBeLessThanOrEqual(5);
    for (const email of missing) expect(said).toContain(`  ${email} <`);
    const resent = await start('other', ['resume', ID, '--resend-unsure']).ended;
    expect(resent.code, resent.said).toBe(0);
    expect(new Set(judge.taken)).toEqual(new Set(everybody(240)));
  });

  it('keep to one rate together', async () => {
    const { judge, start } = await scene(60);
    const slow = { SEND_PER_SECOND: '20' };
    const begun = performance.now();
    const first = start('one', ['send', ID, '--yes'], slow);
    await judge.holds(5);
    const second = start('other', ['resume', ID], slow);
    const ends = await Promise.all([first.ended, second.ended]);
    expect(ends.map(({ code }) => code)).toEqual([0, 0]);
    expect(judge.taken.toSorted()).toEqual(everybody(60).toSorted());
    // 60 of them are 59 intervals of 50 ms; a busy machine is slower, and never faster.
    expect(performance.now() - begun).toBeGreaterThan(59 * 50);
  });

  it('send nothing twice when the database dies and comes back', async () => {
    const { judge, start, postgres } = await scene(200);
    const senders = [start('one', ['send', ID, '--yes'])];
    await judge.holds(1);
    senders.push(start('other', ['resume', ID]));
    await judge.holds(60);
    await postgres.stop('immediate');
    await postgres.start();
    await Promise.all(senders.map(({ ended }) => ended));
    const { code, said } = await start('one', ['resume', ID]).ended;
    expect(code, said).toBe(0);
    expect(new Set(judge.taken).size).toBe(judge.taken.length);
    const missing = everybody(200).filter((email) => !judge.taken.includes(email));
    expect(missing.length).toBeLessThanOrEqual(10);
    for (const email of missing) expect(said).toContain(`  ${email} <`);
  });
});
