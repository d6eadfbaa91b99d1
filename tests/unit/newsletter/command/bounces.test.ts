import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { newsletter } from '../../../../src/newsletter/command/main.ts';
import { PASSED_ON } from '../../../quick-env.ts';
import { dataFolder } from '../data-folder.ts';
import { imapStub } from '../returns/imap-server.ts';
import { sendLetter } from '../returns/sent-letter.ts';
import { everybodyOn, KEY, MINUTE, NOW, newStore } from '../store/opened-store.ts';
import { tracesOf } from '../traces.ts';

// Some start processes of their own, which take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const MAIN = fileURLToPath(new URL('../../../../src/newsletter/command/main.ts', import.meta.url));

const GONE = 'gone@example.com';
const report = readFileSync(new URL('../returns/reports/exim-gone.eml', import.meta.url));

/** A list with one reader, who was sent the letter of the report. */
async function afterTheLetter() {
  const made = newStore();
  await made.subscribe(GONE);
  await sendLetter(made.store, 'the-hour-after', NOW + MINUTE);
  const env = { DATA_DIR: made.folder, INIT_CWD: made.folder, NEWSLETTER_KEY: KEY };
  return { ...made, env };
}

/** How a command ends, and what it says. */
async function run(args: readonly string[], env: Readonly<Record<string, string>>) {
  let said = '';
  const note = (line: unknown) => {
    said += `${line}\n`;
  };
  const spies = [vi.spyOn(console, 'log'), vi.spyOn(console, 'error')];
  for (const spy of spies) spy.mockImplementation(note);
  const output = new Writable({
    write(chunk, _, done) {
      said += chunk;
      done();
    },
  });
  const code = await newsletter(args, env, output);
  for (const spy of spies) spy.mockRestore();
  return { code, said };
}

const TAKEN = `1. Not delivered, no such mailbox (5.1.1), the-hour-after. Taken off the list.
Read 1 mail, took 1 person off the list.
`;

describe('bounces', () => {
  it('reads a Maildir, and leaves no byte of who is gone in the list', async () => {
    const { folder, env, store } = await afterTheLetter();
    const root = dataFolder();
    const maildir = join(root, 'returns');
    for (const place of ['new', 'cur', 'tmp']) mkdirSync(join(maildir, place), { recursive: true });
    writeFileSync(join(maildir, 'new', '1.host'), report);
    expect(await run(['bounces', '--maildir', 'returns'], { ...env, INIT_CWD: root })).toEqual({
      code: 0,
      said: TAKEN,
    });
    expect(readdirSync(join(maildir, 'cur'))).toEqual(['1.host:2,S']);
    expect(await everybodyOn(store)).toEqual([]);
    expect(tracesOf(folder, GONE)).toEqual([]);
    expect(await run(['bounces', '--maildir', maildir], env)).toEqual({
      code: 0,
      said: 'Read 0 mails, took 0 people off the list.\n',
    });
    expect((await run(['stats'], env)).said).toContain(
      `Letter the-hour-after, "About the-hour-after":
      1  were taken by the mail server
      0  were refused by it
      0  are unsure
      1  came back
      0  complained
      0  left after it
`,
    );
  });

  it('reads a mailbox', async () => {
    const { env } = await afterTheLetter();
    const mails = [{ uid: 7, raw: report, seen: false }];
    const { port } = await imapStub({ password: 'hush', mails });
    const secrets = { BOUNCE_IMAP_USER: 'ada', BOUNCE_IMAP_PASSWORD: 'hush' };
    const args = ['bounces', '--imap', `imap://127.0.0.1:${port}`];
    expect(await run(args, { ...env, ...secrets })).toEqual({ code: 0, said: TAKEN });
    expect(mails[0]?.seen).toBe(true);
  });

  it('leaves no byte of who is gone where it fails later', async () => {
    const { folder, env, store } = await afterTheLetter();
    const mails = [{ uid: 7, raw: report, seen: false }];
    const { port } = await imapStub({ password: 'hush', mails, hangsUpAt: 'UID STORE' });
    const args = ['bounces', '--imap', `imap://ada:hush@127.0.0.1:${port}`];
    const { code, said } = await run(args, env);
    expect(code).toBe(2);
    expect(said).toContain('What was handled stays so; run it again.');
    expect(await everybodyOn(store)).toEqual([]);
    expect(tracesOf(folder, GONE)).toEqual([]);
  });

  it('reads standard input', async () => {
    const { env, store } = await afterTheLetter();
    const child = spawn(process.execPath, [MAIN, 'bounces'], {
      env: { ...PASSED_ON, ...env },
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    onTestFinished(() => void child.kill('SIGKILL'));
    let said = '';
    child.stdout.on('data', (chunk) => {
      said += chunk;
    });
    const postmark = 'From MAILER-DAEMON Fri Nov 27 08:42:47 2026\n';
    child.stdin.end(Buffer.concat([Buffer.from(postmark), report, Buffer.from(`\n${postmark}`)]));
    expect(await once(child, 'close')).toEqual([0, null]);
    expect(said).toBe(TAKEN);
    expect(await everybodyOn(store)).toEqual([]);
  });

  it.each([
    [['--maildir', 'a', '--imap', 'b'], 'Write bounces with --maildir or with --imap'],
    [['file.mbox'], 'Write bounces, bounces --maildir DIR or bounces --imap URL'],
    [['--maildir', 'nowhere'], 'is no Maildir: it should hold the folders new and cur.'],
    [['--imap', 'hush'], '--imap should be an address such as imaps://'],
    [['--imap'], "Option '--imap <value>' argument missing"],
    [['--source', 'x'], '--source is for import alone'],
  ])('says what is wrong with %j', async (args, sentence) => {
    const { env } = await afterTheLetter();
    const { code, said } = await run(['bounces', ...args], env);
    expect(said).toContain(sentence);
    expect(said).not.toContain('hush');
    expect(code).toBe(2);
  });

  it('has options that no other command takes', async () => {
    const { env } = await afterTheLetter();
    expect((await run(['stats', '--imap', 'x'], env)).said).toContain(
      '--imap is for bounces alone',
    );
  });
});
