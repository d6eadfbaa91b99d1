import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { databasePath, openStore } from '../../../../src/newsletter/store/open-store.ts';
import { dataFolder } from '../data-folder.ts';
import { at, hashOf, KEY, NOW, newStore, signUp } from '../store/opened-store.ts';

// Each test starts processes of its own, which take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const MAIN = fileURLToPath(new URL('../../../../src/newsletter/command/main.ts', import.meta.url));
const EVIDENCE = ['--source', 'sign-up sheet', '--date', '2025-03-01'];

/** Runs the command line in a folder, as `npm run newsletter --` does. */
async function newsletter(
  folder: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = { NEWSLETTER_KEY: KEY },
) {
  const child = spawn(process.execPath, [MAIN, ...args], {
    cwd: folder,
    env: { PATH: process.env.PATH, DATA_DIR: folder, ...env },
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

describe('stats and export, while the store is open elsewhere', () => {
  it('count what there is', async () => {
    const { folder, store, subscribe } = newStore();
    subscribe('ada@example.com');
    store.signUp(signUp('bob@example.com'));
    const { code, out, err } = await newsletter(folder, ['stats']);
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
    subscribe('ada@example.com');
    store.signUp({ ...signUp('+bob@example.com', NOW + 1), page: '=cmd(),"x"' });
    subscribe('eve@example.com', NOW + 2);
    store.unsubscribe(hashOf('eve@example.com'), at(NOW + 3));
    const list = [
      'email,status,confirmed,page',
      'ada@example.com,subscribed,2026-01-05T09:00:00.000Z,/newsletter/',
      `'+bob@example.com,pending,,"'=cmd(),""x"""`,
      'eve@example.com,unsubscribed,2026-01-05T09:00:00.002Z,/newsletter/',
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
    store.importBatch(many, { source: 'x', givenOn: '2025-01-01' }, NOW);
    const child = spawn(process.execPath, [MAIN, 'export'], {
      env: { PATH: process.env.PATH, DATA_DIR: folder, NEWSLETTER_KEY: KEY },
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
    expect(await newsletter(folder, ['import', 'old.csv', ...EVIDENCE], env)).toEqual({
      code: 0,
      out: 'Imported 1, skipped 1.\nLine 3: has an address without @.\n',
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
    expect(out).toBe('Imported 1, skipped 0.\n');
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
    subscribe('ada@example.com');
    const { code, out, err } = await newsletter(folder, ['forget', ' Ada@EXAMPLE.com']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^Deleted Ada@example\.com and 0 lines of the outbox for it\.\n/);
    expect(store.counts()).toMatchObject({ subscribed: 0, suppressed: 1 });
    writeFileSync(join(folder, 'old.csv'), 'email\nada@example.com\n');
    expect((await newsletter(folder, ['import', 'old.csv', ...EVIDENCE])).out).toMatch(
      /^Imported 0, skipped 1\.\nLine 2: has unsubscribed or was deleted\.\n$/,
    );
    expect((await newsletter(folder, ['forget', 'ada@example.com'])).out).toMatch(
      /^ada@example\.com was not in the store; /,
    );
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
    subscribe('ada@example.com');
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
    const copy = openStore({ path, hashAddress: hashOf });
    expect(copy.counts()).toEqual(store.counts());
    copy.close();
  });

  it('says that a folder is missing', async () => {
    const { folder } = newStore();
    const { code, err } = await newsletter(folder, ['backup', 'no/copy.sqlite']);
    expect(code).toBe(2);
    expect(err).toMatch(/copy\.sqlite cannot be made: its folder is not there; [^\n]+\.\n$/);
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
    const { code, out, err } = await newsletter(folder, ['stats'], env);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(/was made with another key\. [^\n]+\.\n$/);
  });

  it('help is no mistake', async () => {
    const { code, out, err } = await newsletter(dataFolder(), ['--help']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^npm run newsletter -- COMMAND\n/);
  });
});
