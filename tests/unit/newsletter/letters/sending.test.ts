import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { newsletter as main } from '../../../../src/newsletter/command/main.ts';
import { keyedHashes } from '../../../../src/newsletter/hashes.ts';
import { databasePath } from '../../../../src/newsletter/store/data-folder.ts';
import { openList } from '../../../../src/newsletter/store/open-list.ts';
import { dataFolder } from '../data-folder.ts';
import { at, NOW } from '../store/opened-store.ts';
import { tracesOf } from '../traces.ts';
import {
  builtLetter,
  KEY,
  postEnv,
  readerOf,
  readersIn,
  siteIn,
  startJudge,
  startLetter,
} from './letter-site.ts';

// Each test starts processes of its own, which take their time on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

const ID = 'the-hour-after';

/** A built letter, so many readers, and a mail server that judges who has it. */
async function scene(count: number, options: Parameters<typeof startJudge>[0] = {}) {
  const root = dataFolder();
  siteIn(root);
  await readersIn(root, count);
  const judge = await startJudge(options);
  onTestFinished(judge.close);
  const env = postEnv(root, judge.url);
  const start = (args: readonly string[], more: Readonly<Record<string, string>> = {}) => {
    const started = startLetter(args, { ...env, ...more });
    onTestFinished(() => void started.child.kill('SIGKILL'));
    return started;
  };
  const open = () => {
    const list = openList({ path: databasePath(join(root, 'data')), key: KEY });
    onTestFinished(() => list.close());
    return list;
  };
  /** The same in this process, for what ends soon. */
  const run = async (args: readonly string[], more: Readonly<Record<string, string>> = {}) => {
    let said = '';
    const hear = (line: unknown) => {
      said += `${line}\n`;
    };
    const spies = (['log', 'error'] as const).map((name) =>
      vi.spyOn(console, name).mockImplementation(hear),
    );
    const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
    const nobody = Readable.from([]);
    const code = await main(['letter', ...args], { ...env, ...more }, nowhere, nobody);
    for (const spy of spies) spy.mockRestore();
    return { code, said };
  };
  return { root, judge, start, run, open };
}

/** The count of a state in what `letter status` prints. */
const countIn = (said: string, state: string): number =>
  Number(new RegExp(`^ *(\\d+)  ${state}$`, 'm').exec(said)?.[1]);

const everybody = (count: number): string[] => Array.from({ length: count }, (_, i) => readerOf(i));

describe('a letter that is killed while it is sent', () => {
  it('goes on with resume: everybody has it once, but for the unsure, who are few', async () => {
    const { judge, start, run } = await scene(120);
    let args = ['send', ID, '--yes'];
    const kills = 2;
    for (let kill = 1; kill <= kills; kill += 1) {
      const sending = start(args);
      await Promise.race([judge.holds(30 * kill), sending.ended]);
      sending.child.kill('SIGKILL');
      await sending.ended;
      args = ['resume', ID];
    }
    const { code, said } = await start(args).ended;
    expect(code, said).toBe(0);
    expect(new Set(judge.taken).size).toBe(judge.taken.length);
    const unsure = countIn(said, 'unsure');
    expect(unsure).toBeLessThanOrEqual(5 * kills);
    expect(countIn(said, 'sent') + unsure).toBe(120);
    const missing = everybody(120).filter((email) => !judge.taken.includes(email));
    // Whoever has nothing is listed.
    for (const email of missing) expect(said).toContain(`  ${email} <`);
    expect(countIn((await run(['status', ID])).said, 'unsure')).toBe(unsure);

    const again = await run(['resume', ID]);
    expect(again.code).toBe(0);
    expect(new Set(judge.taken).size).toBe(judge.taken.length);
    const resent = await start(['resume', ID, '--resend-unsure']).ended;
    expect(resent.code, resent.said).toBe(0);
    expect(new Set(judge.taken)).toEqual(new Set(everybody(120)));
    expect(countIn(resent.said, 'sent')).toBe(120);
  });
});

describe('two processes that send at once', () => {
  it('share the work, and nobody gets it twice', async () => {
    const { judge, start, run } = await scene(80);
    const first = start(['send', ID, '--yes']);
    await judge.holds(1);
    const second = start(['resume', ID]);
    const third = await run(['send', ID, '--yes']);
    expect(third.code).toBe(2);
    expect(third.said).toContain('being sent already');
    const ends = await Promise.all([first.ended, second.ended]);
    expect(ends.map(({ code }) => code)).toEqual([0, 0]);
    expect(judge.taken.toSorted()).toEqual(everybody(80).toSorted());
  });

  it('keep to one rate together, also after a restart', async () => {
    const { judge, start } = await scene(30);
    const slow = { SEND_PER_SECOND: '20' };
    const begun = performance.now();
    const first = start(['send', ID, '--yes'], slow);
    await judge.holds(5);
    const second = start(['resume', ID], slow);
    await judge.holds(15);
    second.child.kill('SIGINT');
    const [one] = await Promise.all([first.ended, second.ended]);
    expect(one.code, one.said).toBe(0);
    expect(judge.taken.toSorted()).toEqual(everybody(30).toSorted());
    // 30 of them are 29 intervals of 50 ms; a busy machine is slower, and never faster.
    expect(performance.now() - begun).toBeGreaterThan(29 * 50);
  });
});

describe('a letter in the middle', () => {
  it('is paused and resumed', async () => {
    const { judge, start, run } = await scene(60);
    const sending = start(['send', ID, '--yes'], { SEND_PER_SECOND: '10' });
    await judge.holds(5);
    const paused = await run(['pause', ID]);
    expect(paused.said).toContain('is paused. You paused it.');
    const { code, said } = await sending.ended;
    expect([code, said.includes('You paused it.')]).toEqual([1, true]);
    const before = judge.taken.length;
    expect(before).toBeLessThan(60);
    expect(countIn((await run(['status', ID])).said, 'waiting')).toBe(60 - before);
    expect((await start(['resume', ID]).ended).code).toBe(0);
    expect(judge.taken.toSorted()).toEqual(everybody(60).toSorted());
  });

  it('is not sent to who has left, whose address is in no file; who came in between gets none', async () => {
    const { root, judge, start, open } = await scene(60);
    const sending = start(['send', ID, '--yes'], { SEND_PER_SECOND: '20' });
    await judge.holds(5);
    const list = open();
    const leaver = everybody(60).findLast((email) => !judge.taken.includes(email)) ?? '';
    const done = judge.taken[0] ?? '';
    const { address } = keyedHashes(KEY);
    for (const email of [leaver, done]) await list.unsubscribe(address(email), at(NOW));
    await list.importBatch(['late@example.com'], { source: 'x', givenOn: '2025-01-01' }, NOW);
    const { code, said } = await sending.ended;
    expect(code, said).toBe(0);
    expect(judge.taken).not.toContain(leaver);
    expect(judge.taken).not.toContain('late@example.com');
    expect(judge.taken).toHaveLength(59);
    expect([countIn(said, 'sent'), countIn(said, 'left')]).toEqual([59, 1]);
    expect(await list.scrub()).toBe(true);
    for (const email of [leaver, done]) expect(tracesOf(join(root, 'data'), email)).toEqual([]);
  });

  it('is cancelled: for good where some have it, and forgotten where nobody has', async () => {
    const { judge, start, run } = await scene(60);
    const slow = { SEND_PER_SECOND: '10' };
    const later = start(['send', ID, '--yes', '--at', '2999-01-01T00:00Z']);
    await vi.waitFor(async () => expect((await run(['status', ID])).code).toBe(0), {
      timeout: 30_000,
    });
    expect((await run(['cancel', ID])).said).toContain('Nobody got it');
    await later.ended;
    expect(judge.taken).toEqual([]);
    const sending = start(['send', ID, '--yes'], slow);
    await judge.holds(5);
    expect((await run(['cancel', ID])).said).toContain('was cancelled');
    expect((await sending.ended).code).toBe(1);
    const before = judge.taken.length;
    for (const args of [
      ['resume', ID],
      ['send', ID, '--yes'],
    ]) {
      const { code, said } = await run(args);
      expect([code, said.split('\n').length]).toEqual([2, 2]);
      expect(said).toContain('cancelled');
    }
    expect(judge.taken).toHaveLength(before);
  });
});

describe('what is wrong is said in a sentence, and nothing is sent', () => {
  it.each([
    ['a draft', { draft: true }, [], {}, 'is a draft'],
    ['a letter without a subject', { subject: ' ' }, [], {}, 'has no subject'],
    ['a letter of a day to come', { date: '2999-01-01' }, [], {}, 'yet to come'],
    [
      'an unknown letter',
      { id: 'another' },
      [],
      {},
      'There is no letter "the-hour-after"; there is another.',
    ],
    ['a time that is past', {}, ['--at', '2020-01-01T15:00Z'], {}, 'is past'],
    ['a time that is none', {}, ['--at', '2999-02-30T15:00Z'], {}, 'should be a moment'],
    ['a time without an offset', {}, ['--at', '2999-01-01T15:00'], {}, 'should be a moment'],
    ['no mail server', {}, [], { SMTP_URL: '' }, 'SMTP_URL is not set'],
    [
      'a mail server that is not there',
      {},
      [],
      { SMTP_URL: 'smtp://127.0.0.1:1' },
      'could not be reached',
    ],
    [
      'no postal address',
      {},
      [],
      { NEWSLETTER_POSTAL_ADDRESS: '' },
      'newsletter.postalAddress of content/site.yaml',
    ],
    ['half of DKIM', {}, [], { DKIM_DOMAIN: 'example.com' }, 'DKIM_SELECTOR is not set'],
    ['a rate that is none', {}, [], { SEND_PER_SECOND: 'fast' }, 'SEND_PER_SECOND is "fast"'],
    ['nobody who answers', {}, [], { YES: 'no' }, 'Nothing was sent'],
  ])('of %s', async (_, changes, args, env, sentence) => {
    const { root, judge, run, open } = await scene(1);
    siteIn(root, [builtLetter(changes)]);
    const yes = 'YES' in env ? [] : ['--yes'];
    const { code, said } = await run(['send', ID, ...yes, ...args], env);
    expect(said).toContain(sentence);
    expect(code).not.toBe(0);
    expect(judge.taken).toEqual([]);
    expect(await open().letterStatus(ID)).toBeUndefined();
  });

  it('of an empty list, and of letters that were never sent', async () => {
    const { root, run, open } = await scene(0);
    await open().close();
    const empty = await run(['send', ID, '--yes']);
    expect([empty.code, empty.said]).toEqual([2, expect.stringContaining('Nobody is subscribed')]);
    for (const action of ['status', 'pause', 'cancel', 'resume']) {
      const { code, said } = await run([action, ID]);
      expect([code, said.trim().split('\n').length], said).toEqual([2, 1]);
    }
    siteIn(root, []);
    expect((await run(['resume', 'what'])).said).toContain('There is no letter "what"');
  });
});
