import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, vi } from 'vitest';
import { databaseFile, exampleStore, HASHES, signUpOf } from '../store/example-store.ts';

// Each command is a process of its own, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const MAIN = fileURLToPath(new URL('../../../../src/newsletter/command/main.ts', import.meta.url));
const EVIDENCE = ['--source', 'Job fair', '--date', '2026-05-31'];
const ADA = 'ada@example.com';

/** A list in a folder of its own, the commands run on it, and files beside it. */
function exampleList() {
  const file = databaseFile();
  const folder = dirname(file);
  const example = exampleStore(file);
  const command = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...args], {
      env: {
        PATH: process.env.PATH,
        DATA_DIR: folder,
        NEWSLETTER_KEY: 'a key of at least thirty-two characters',
      },
      encoding: 'utf8',
    });
    return { status, stdout, stderr };
  };
  return { ...example, command, at: (name: string) => join(folder, name) };
}

describe('npm run newsletter', () => {
  it('imports with evidence, and says which lines it skips and why', () => {
    const { command, store, database, at } = exampleList();
    store.unsubscribe(HASHES.address('gone@example.com'), {
      at: 1,
      page: '',
      wording: '',
      network: '',
    });
    writeFileSync(
      at('people.csv'),
      `name,email\nAda,${ADA}\n,\nBob,bob@\nGone,Gone@example.com\nAda,ADA@example.com\n`,
    );
    const { status, stdout } = command('import', at('people.csv'), ...EVIDENCE);
    expect([status, stdout.split('\n')]).toEqual([
      0,
      [
        '1 added, 4 skipped.',
        'Line 3: it has no address.',
        'Line 4: what follows the @ sign is no domain.',
        'Line 5: this address has left, and must not be written to.',
        'Line 6: this address is on the list already.',
        '',
      ],
    ]);
    expect(
      database.prepare("SELECT wording, at FROM consents WHERE event = 'imported'").get(),
    ).toMatchObject({ wording: 'Job fair', at: Date.UTC(2026, 4, 31) });
    expect(command('stats').stdout).toMatch(/subscribed +1\n/);
  });

  it('exports what a spreadsheet can open without running it', () => {
    const { command, at } = exampleList();
    writeFileSync(at('people.csv'), 'email\n+1@example.com\n');
    command('import', at('people.csv'), ...EVIDENCE);
    const [head, first] = command('export').stdout.split('\r\n');
    expect(head).toBe('email,status,signed up,confirmed,page');
    expect(first).toMatch(/^'\+1@example\.com,subscribed,.*,2026-05-31T00:00:00\.000Z,$/);
  });

  it('forgets an address, but not that it had left', () => {
    const { command, store, database } = exampleList();
    store.signUp(signUpOf(ADA, Date.now()));
    store.unsubscribe(HASHES.address(ADA), { at: 2, page: '', wording: '', network: '' });
    expect(command('forget', ADA.toUpperCase()).stdout).toMatch(/^Deleted\./);
    expect(command('forget', ADA).stdout).toBe('There is nothing of this address.\n');
    expect(store.counts()).toMatchObject({ unsubscribed: 0, suppressed: 1 });
    const all = ['subscribers', 'outbox', 'consents', 'suppressions'].map((table) =>
      JSON.stringify(database.prepare(`SELECT * FROM ${table}`).all()),
    );
    expect(all.join('')).not.toContain('ada');
  });

  it('backs up a list that is in use, and never over another file', () => {
    const { command, store, at } = exampleList();
    store.signUp(signUpOf(ADA, Date.now()));
    expect(command('backup', at('copy.db')).status).toBe(0);
    expect(exampleStore(at('copy.db')).store.counts().pending).toBe(1);
    const before = readFileSync(at('copy.db'));
    const again = command('backup', at('copy.db'));
    expect([again.status, again.stderr]).toEqual([
      2,
      `${at('copy.db')} is there already. Choose another name.\n`,
    ]);
    expect(readFileSync(at('copy.db')).equals(before)).toBe(true);
  });

  it.each([
    [[], /^Usage: /],
    [['stat'], /^There is no command "stat"\./],
    [['forget'], /^Usage: /],
    [['forget', 'ada'], '"ada" is no email address.\n'],
    [['stats', '--verbose'], /^Unknown option '--verbose'\./],
    [['import', 'nowhere.csv'], /^An import needs to say where these people agreed/],
    [['import', 'nowhere.csv', '--source', 'x', '--date', '2026-02-30'], /^An import needs/],
    [['import', 'nowhere.csv', ...EVIDENCE], 'nowhere.csv cannot be read.\n'],
  ])('%j is told in a sentence', (args, sentence) => {
    const { status, stderr } = exampleList().command(...args);
    expect(status).toBe(2);
    expect(stderr).toMatch(sentence);
  });
});
