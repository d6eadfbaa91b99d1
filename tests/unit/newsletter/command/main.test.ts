import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { newsletter as main } from '../../../../src/newsletter/command/main.ts';
import { databasePath } from '../../../../src/newsletter/store/data-folder.ts';
import { openList } from '../../../../src/newsletter/store/open-list.ts';
import { PASSED_ON } from '../../../quick-env.ts';
import { dataFolder } from '../data-folder.ts';
import {
  at,
  everybodyOn,
  hashOf,
  KEY,
  NOW,
  newStore,
  openIn,
  signUp,
} from '../store/opened-store.ts';
import { tracesOf } from '../traces.ts';

// Some start processes of their own, which take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const MAIN = fileURLToPath(new URL('../../../../src/newsletter/command/main.ts', import.meta.url));
const EVIDENCE = ['--source', 'sign-up sheet', '--date', '2025-03-01'];

/** How `npm run newsletter -- …args` ends that is called in `folder`, and what it says. */
async function newsletter(
  folder: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = { NEWSLETTER_KEY: KEY },
) {
  const said = { out: '', err: '' };
  const log = vi.spyOn(console, 'log').mockImplementation((line) => {
    said.out += `${line}\n`;
  });
  const error = vi.spyOn(console, 'error').mockImplementation((line) => {
    said.err += `${line}\n`;
  });
  const output = new Writable({
    write: (chunk, _, done) => {
      said.out += chunk;
      done();
    },
  });
  try {
    const code = await main(args, { DATA_DIR: folder, INIT_CWD: folder, ...env }, output);
    return { code, ...said };
  } finally {
    log.mockRestore();
    error.mockRestore();
  }
}

/** The same as a process of its own, which takes far longer. */
async function inAProcess(
  folder: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = { NEWSLETTER_KEY: KEY },
) {
  const child = spawn(process.execPath, [MAIN, ...args], {
    cwd: folder,
    env: { ...PASSED_ON, DATA_DIR: folder, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk) => {
    out += chunk;
  });
  child.stderr.on('data', (chunk) => {
    err += chunk;
  });
  await once(child, 'close');
  return { code: child.exitCode, out, err };
}

describe('what a terminal would obey', () => {
  it.each([
    [['\u001b]0;owned\u0007'], '\\u001b]0;owned\\u0007'],
    [['forget', 'ada\u009b2J'], 'ada\\u009b2J'],
    [['import', 'a\u202egpj.csv', ...EVIDENCE], 'a\\u202egpj.csv'],
    [['import', '\rok', ...EVIDENCE], '\\u000dok'],
  ])('%j is shown in the sentence', async (args, shown) => {
    const { folder } = newStore();
    const { err } = await newsletter(folder, args);
    expect(err).toContain(shown);
    expect(err).not.toMatch(/[^\P{Cc}\n\t]|\p{Bidi_Control}/u);
  });
});

describe('stats and export, while the store is open elsewhere', () => {
  it('count what there is', async () => {
    const { folder, store, subscribe } = newStore();
    await subscribe('ada@example.com');
    await store.signUp(signUp('bob@example.com'));
    const { code, out, err } = await inAProcess(folder, ['stats']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out.split('\n').map((line) => line.trim())).toEqual([
      '1  subscribed',
      '1  signed up, not confirmed yet',
      '0  have left',
      '0  addresses that are never imported',
      '1  mails and hand-overs that wait to go out',
      '0  mails and hand-overs that were given up',
      '',
    ]);
  });

  it('write all addresses as CSV that a spreadsheet takes for no formula', async () => {
    const { folder, store, subscribe } = newStore();
    await subscribe('ada@example.com');
    await store.signUp({ ...signUp('+bob@example.com', NOW + 1), page: '=cmd(),"x"' });
    await subscribe('eve@example.com', NOW + 2);
    await store.unsubscribe(hashOf('eve@example.com'), at(NOW + 3));
    await subscribe('=r&d@example.com', NOW + 4);
    const list = [
      'email,status,confirmed,page',
      'ada@example.com,subscribed,2026-01-05T09:00:00.000Z,/newsletter/',
      `'+bob@example.com,pending,,"'=cmd(),""x"""`,
      "'=r&d@example.com,subscribed,2026-01-05T09:00:00.004Z,/newsletter/",
      '',
    ].join('\r\n');
    expect(await newsletter(folder, ['export'])).toEqual({ code: 0, out: list, err: '' });

    const { code, out } = await newsletter(folder, ['export', 'list.csv']);
    const path = join(folder, 'list.csv');
    expect({ code, out }).toEqual({ code: 0, out: expect.stringContaining(`Wrote ${path}.`) });
    expect(readFileSync(path, 'utf8')).toBe(list);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    const again = await newsletter(folder, ['export', 'list.csv']);
    expect(again).toMatchObject({ code: 2, out: '' });
    expect(again.err).toMatch(/list\.csv is there already; [^\n]+\.\n$/);
  });

  it('end quietly when the reader has enough', async () => {
    const { folder, store } = newStore();
    const many = Array.from({ length: 5_000 }, (_, index) => `a${index}@example.com`);
    await store.importBatch(many, { source: 'x', givenOn: '2025-01-01' }, NOW);
    const child = spawn(process.execPath, [MAIN, 'export'], {
      env: { ...PASSED_ON, DATA_DIR: folder, NEWSLETTER_KEY: KEY },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    onTestFinished(() => void child.kill('SIGKILL'));
    let err = '';
    child.stderr.on('data', (chunk) => {
      err += chunk;
    });
    await once(child.stdout, 'data');
    child.stdout.destroy();
    await once(child, 'close');
    expect({ code: child.exitCode, err }).toEqual({ code: 0, err: '' });
  });
});

describe('import', () => {
  it('makes a store where there is none, with a key, and finds what it imported', async () => {
    const folder = join(dataFolder(), 'data');
    mkdirSync(folder);
    writeFileSync(
      join(folder, 'old.csv'),
      '\ufeffemail;name\r\nada@example.com;Ada\r\nbad;Bob\r\n',
    );
    const env = {};
    expect(await inAProcess(folder, ['import', 'old.csv', ...EVIDENCE], env)).toEqual({
      code: 0,
      out: 'Subscribed 1, skipped 1, suppressed 0.\nLine 3: has an address without @.\n',
      err: '',
    });
    expect(readdirSync(folder).sort()).toEqual(['key', 'newsletter.sqlite', 'old.csv']);
    expect((await newsletter(folder, ['export'], env)).out).toMatch(/\r\nada@example\.com,subscr/);
  });

  it('begins relative paths where npm was called', async () => {
    const { folder } = newStore();
    const elsewhere = dataFolder();
    writeFileSync(join(elsewhere, 'old.csv'), 'email\nada@example.com\n');
    const env = { NEWSLETTER_KEY: KEY, INIT_CWD: elsewhere };
    const { out } = await newsletter(folder, ['import', 'old.csv', ...EVIDENCE], env);
    expect(out).toBe('Subscribed 1, skipped 0, suppressed 0.\n');
  });

  it('asks before it writes, and takes the answer, also for whole files of those who left', async () => {
    const { folder, store, subscribe } = newStore();
    await subscribe('eve.online@example.com');
    const file = (name: string, text: string) => writeFileSync(join(folder, name), text);
    file('old.csv', 'email,state\nada@example.com,in\nbob@example.com,out\n');
    const asked = await newsletter(folder, ['import', 'old.csv', ...EVIDENCE]);
    expect(asked).toMatchObject({ code: 2, out: '' });
    expect(asked.err).toMatch(/^Nothing was imported: [\s\S]*"state":\n {2}says "in" on line 2\n/);
    expect(await store.counts()).toMatchObject({ subscribed: 1, suppressed: 0 });

    const empty = dataFolder();
    await newsletter(empty, ['import', join(folder, 'old.csv'), ...EVIDENCE]);
    expect(readdirSync(empty)).toEqual([]);

    const answers = ['--means', 'state:in=subscribed', '--means', 'state:out=left'];
    const done = await newsletter(folder, ['import', 'old.csv', ...EVIDENCE, ...answers]);
    expect(done).toMatchObject({ code: 0, err: '' });
    expect(done.out).toMatch(/^Subscribed 1, skipped 0, suppressed 1\.\n/);

    file('unsubscribed.csv', 'email\neve.online@example.com\n');
    const everyone = ['--everyone', 'left'];
    const left = await newsletter(folder, ['import', 'unsubscribed.csv', ...EVIDENCE, ...everyone]);
    expect(left.out).toMatch(/^Subscribed 0, skipped 0, suppressed 1\.\n/);
    expect(await store.counts()).toMatchObject({ subscribed: 1, suppressed: 2 });
    expect(tracesOf(folder, 'eve.online@example.com')).toEqual([join(folder, 'unsubscribed.csv')]);
  });

  it('takes its own export back, whatever the addresses look like', async () => {
    const { folder, subscribe } = newStore();
    const all = ['r&d@example.com', '=a@example.com', "'=b@example.com", '{x}|`@example.com'];
    for (const email of all) await subscribe(email);
    expect((await newsletter(folder, ['export', 'list.csv'])).code).toBe(0);
    const other = dataFolder();
    const path = join(folder, 'list.csv');
    const { out } = await newsletter(other, ['import', path, ...EVIDENCE]);
    expect(out).toBe('Subscribed 4, skipped 0, suppressed 0.\n');
    expect((await everybodyOn(openIn(other))).map(({ email }) => email).sort()).toEqual(all.sort());
  });

  it('says what is wrong with a file', async () => {
    const { folder } = newStore();
    writeFileSync(
      join(folder, 'latin.csv'),
      Buffer.from('email,name\na@example.com,J\xf6rg', 'latin1'),
    );
    const empty = dataFolder();
    const missing = await newsletter(empty, ['import', 'no.csv', ...EVIDENCE]);
    expect(readdirSync(empty)).toEqual([]);
    expect(missing).toMatchObject({ code: 2, out: '' });
    expect(missing.err).toMatch(/no\.csv is not there; [^\n]+\.\n$/);
    const latin = await newsletter(folder, ['import', 'latin.csv', ...EVIDENCE]);
    expect(latin).toMatchObject({ code: 2, out: '' });
    expect(latin.err).toMatch(/latin\.csv is no text in UTF-8; [^\n]+\.\n$/);
  });
});

describe('forget', () => {
  it('deletes an address and keeps it from coming back by an import', async () => {
    const { folder, store, subscribe } = newStore();
    await subscribe('ada@example.com');
    const { code, out, err } = await newsletter(folder, ['forget', ' Ada@EXAMPLE.com']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^Deleted Ada@example\.com and 0 lines of the outbox for it\.\n/);
    expect(out).toMatch(
      /\nDelete it also in backups and exported files that were made elsewhere\.\n$/,
    );
    expect(tracesOf(folder, 'ada@example.com')).toEqual([]);
    expect(await store.counts()).toMatchObject({ subscribed: 0, suppressed: 1 });
    writeFileSync(join(folder, 'old.csv'), 'email\nada@example.com\n');
    expect((await newsletter(folder, ['import', 'old.csv', ...EVIDENCE])).out).toMatch(
      /^Subscribed 0, skipped 1, suppressed 0\.\nLine 2: has unsubscribed or was deleted\.\n$/,
    );
    expect((await newsletter(folder, ['forget', 'ada@example.com'])).out).toMatch(
      /^ada@example\.com was not in the store; /,
    );
  });

  it('deletes the mails in files too, and names the copies that are still there', async () => {
    const { folder, subscribe } = newStore();
    const email = "-o'neil&{co}@example.com";
    await subscribe(email);
    await subscribe('bob@example.com');
    const mails = join(folder, 'mail');
    mkdirSync(mails);
    const eml = (to: string) => `From: a@b.co\nTo:\n ${to}\nSubject: Hello\n\nHello, ${to}.\n`;
    writeFileSync(join(mails, '1.eml'), eml(email.toUpperCase()));
    writeFileSync(join(mails, '2.eml'), eml('bob@example.com'));
    writeFileSync(join(mails, 'notes.txt'), 'not a mail');
    await newsletter(folder, ['backup', 'gone.sqlite']);
    rmSync(join(folder, 'gone.sqlite'));
    const elsewhere = dataFolder();
    await newsletter(folder, ['backup', join(elsewhere, 'copy.sqlite')]);
    await newsletter(folder, ['export', join(elsewhere, 'list.csv')]);
    const { code, out } = await newsletter(folder, ['forget', email]);
    expect(code).toBe(0);
    expect(out).toContain(
      'These files were made here and may still hold it. Delete them, and make new ones:\n',
    );
    const day = new Date().toISOString().slice(0, 4);
    expect(out).toContain(`\n  ${join(elsewhere, 'copy.sqlite')}, of ${day}`);
    expect(out).toContain(`\n  ${join(elsewhere, 'list.csv')}, of ${day}`);
    expect(out).not.toContain('gone.sqlite');
    expect(readdirSync(mails).sort()).toEqual(['2.eml', 'notes.txt']);
    expect(tracesOf(folder, email)).toEqual([]);
    expect(tracesOf(folder, 'bob@example.com')).not.toEqual([]);
  });

  it('says so where another process keeps reading the old bytes', async () => {
    const { folder, subscribe } = newStore();
    await subscribe('ada@example.com');
    const reader = new DatabaseSync(databasePath(folder));
    reader.exec('BEGIN; SELECT COUNT(*) FROM subscribers;');
    const { code, out } = await newsletter(folder, ['forget', 'ada@example.com']);
    reader.close();
    expect(code).toBe(0);
    expect(out).toMatch(/\nOld bytes of the list are still being read by another process\. /);
  });

  it('wants an address', async () => {
    const { folder } = newStore();
    expect(await newsletter(folder, ['forget', 'ada'])).toEqual({
      code: 2,
      out: '',
      err: '"ada" is no email address; write forget ada@example.com.\n',
    });
  });
});

describe('backup', () => {
  it('copies everything into a new file, for nobody else to read, and overwrites none', async () => {
    const { folder, store, subscribe } = newStore();
    await subscribe('ada@example.com');
    const { code, out, err } = await newsletter(folder, ['backup', 'copy.sqlite']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^Wrote \S+copy\.sqlite\. Keep NEWSLETTER_KEY too: [^\n]+\.\n$/);
    const path = join(folder, 'copy.sqlite');
    expect(statSync(path).mode & 0o777).toBe(0o600);
    const before = readFileSync(path);
    const again = await newsletter(folder, ['backup', 'copy.sqlite']);
    expect(again).toMatchObject({ code: 2, out: '' });
    expect(again.err).toMatch(/copy\.sqlite is there already; [^\n]+\.\n$/);
    expect(readFileSync(path)).toEqual(before);
    const copy = openList({ path, key: KEY });
    expect(await copy.counts()).toEqual(await store.counts());
    await copy.close();
  });

  it('says that a folder is missing', async () => {
    const { folder } = newStore();
    const { code, err } = await newsletter(folder, ['backup', 'no/copy.sqlite']);
    expect(code).toBe(2);
    expect(err).toMatch(/copy\.sqlite cannot be made: its folder is not there; [^\n]+\.\n$/);
  });
});

describe('retry', () => {
  it('takes up what was given up, says what it cannot, and stats say why', async () => {
    const { folder, store } = newStore();
    for (const name of ['ada', 'bob']) await store.signUp(signUp(`${name}@example.com`));
    const why = 'The mail server answered 554 5.7.1 to DATA.';
    for (const id of [1, 2]) await store.giveUp(id, NOW, why);
    await store.forget('bob@example.com', NOW);
    await store.signUp(signUp('eve@example.com'));
    await store.giveUp(3, NOW, why);
    await store.unsubscribe(hashOf('eve@example.com'), at(NOW));
    expect((await newsletter(folder, ['stats'])).out).toMatch(
      /\n {6}2 {2}given up: The mail server answered 554 5\.7\.1 to DATA\.\n$/,
    );
    const { code, out, err } = await newsletter(folder, ['retry']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^1 line of the outbox will be tried again [^\n]+\.\n1 cannot be: /);
    expect(await store.counts()).toMatchObject({ waiting: 1, failed: 1 });
  });
});

describe('forget', () => {
  it('says which mails in files it could not reach', async () => {
    const { folder, subscribe } = newStore();
    await subscribe('ada@example.com');
    // A folder in the place of the folder's files: nobody, root included, can read it as one.
    writeFileSync(join(folder, 'mail'), 'not a folder');
    const { code, out } = await newsletter(folder, ['forget', 'ada@example.com']);
    expect(code).toBe(0);
    expect(out).toMatch(
      /\nThese files could not be looked into or deleted\. [^\n]+\n {2}\S+mail\n$/,
    );
  });
});

describe('what cannot be done', () => {
  it.each([
    [['stats', 'x'], /^Write stats, with [^\n]+\.\n$/],
    [[], /^No command was given; [^\n]+\.\n$/],
    [['import', 'a.csv'], /^An import needs --source "TEXT": [^\n]+\.\n$/],
  ])('%j is told in one sentence, with exit code 2', async (args, sentence) => {
    const { code, out, err } = await newsletter(dataFolder(), args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(sentence);
  });

  it.each(['stats', 'export'])('%s does not make a store where DATA_DIR is wrong', async (name) => {
    const folder = dataFolder();
    const { code, out, err } = await newsletter(folder, [name]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/^There is no newsletter database at \S+; set DATA_DIR [^\n]+\.\n$/);
    expect(existsSync(databasePath(folder))).toBe(false);
  });

  it('another key is refused with exit code 1', async () => {
    const { folder } = newStore();
    const env = { NEWSLETTER_KEY: 'another key that is long enough to be one' };
    const { code, out, err } = await inAProcess(folder, ['stats'], env);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(/was made with another key\. [^\n]+\.\n$/);
  });

  it('help is no mistake', async () => {
    const { code, out, err } = await newsletter(dataFolder(), ['--help']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^npm run newsletter -- COMMAND\n/);
  });
});
