import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { PASSED_ON } from '../../../quick-env.ts';
import { siteFolder, startSite } from '../../newsletter/process/site-process.ts';
import { findProgram, withoutProgram } from './programs.ts';

const FOLDER = 'src/server/hosts';
const UNITS = readdirSync(FOLDER).filter((file) => /\.(service|timer)$/.test(file));
const analyze = findProgram('systemd-analyze');
if (!analyze) console.log(withoutProgram('systemd-analyze'));

/** A unit as it reads on a machine that keeps its state in `state`, with this project in /srv. */
function unit(file: string, state: string): string {
  return readFileSync(join(FOLDER, file), 'utf8')
    .replaceAll('/srv/second-thoughts', resolve('.'))
    .replaceAll('%S/', `${state}/`);
}

/** The values that a unit gives a setting, one a line of it. */
const settings = (text: string, name: string): readonly string[] =>
  [...text.matchAll(new RegExp(`^${name}=(.*)$`, 'gm'))].map(([, value = '']) => value);

/** The environment of a unit (systemd.exec(5)). */
const environmentOf = (text: string): Record<string, string> =>
  Object.fromEntries(
    settings(text, 'Environment').flatMap((line) =>
      line.split(' ').map((pair) => pair.split(/=(.*)/s).slice(0, 2)),
    ),
  );

/** A command line as systemd runs it: words, of which some are quoted, variables, `%%` for `%`. */
function commandOf(line: string, env: Readonly<Record<string, string>>): readonly string[] {
  const words = [...line.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)];
  return words.map(([, single, double, bare]) =>
    single !== undefined
      ? single.replaceAll('%%', '%')
      : (double ?? bare ?? '').replace(/\$\{(\w+)\}/g, (_, name) => env[name] ?? ''),
  );
}

function stateFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'second-thoughts-units-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

describe('the units of systemd', () => {
  it.skipIf(!analyze)('are read by systemd without a complaint, and keep to themselves', () => {
    const folder = stateFolder();
    for (const file of UNITS) writeFileSync(join(folder, file), unit(file, folder));
    const paths = UNITS.map((file) => join(folder, file));
    const { status, stderr } = spawnSync(analyze ?? '', ['verify', '--man=no', ...paths], {
      encoding: 'utf8',
    });
    const ours = stderr.split('\n').filter((line) => line.includes('second-thoughts'));
    expect({ status, ours }).toEqual({ status: 0, ours: [] });
    for (const path of paths.filter((one) => one.endsWith('.service'))) {
      const said = execFileSync(
        analyze ?? '',
        ['security', '--offline=true', '--threshold=20', '--no-pager', path],
        { encoding: 'utf8' },
      );
      // Of ten, where a service without any of it has 9.6.
      expect(said).toMatch(/Overall exposure level .*: [01]\.\d OK/);
    }
  });

  it('copy the list and its key while the server runs, and forget what is older than two weeks', async () => {
    const state = stateFolder();
    const root = await siteFolder();
    const text = unit('second-thoughts-backup.service', state);
    const env = environmentOf(text);
    const { DATA_DIR = '', COPIES = '' } = env;
    await startSite(root, { DATA_DIR });
    const old = join(COPIES, 'list-2020-01-01T00-00-00.db');
    execFileSync('mkdir', ['-p', COPIES]);
    writeFileSync(old, 'old');
    utimesSync(old, new Date('2020-01-01'), new Date('2020-01-01'));
    for (const line of settings(text, 'ExecStart')) {
      const [command = '', ...args] = commandOf(line, env);
      const { status, stderr } = spawnSync(command, args, {
        cwd: settings(text, 'WorkingDirectory')[0],
        env: { ...PASSED_ON, ...env },
        encoding: 'utf8',
      });
      expect({ status, stderr }).toMatchObject({ status: 0 });
    }
    expect(readdirSync(COPIES).sort()).toEqual([
      'key',
      expect.stringMatching(/^list-\d{4}-.*\.db$/),
    ]);
    expect(readFileSync(join(COPIES, 'key'))).toEqual(readFileSync(join(DATA_DIR, 'key')));
  });

  it('start the server with what they say, and stop it by the signal that systemd sends', async () => {
    const state = stateFolder();
    const root = await siteFolder();
    const text = unit('second-thoughts.service', state);
    const env = environmentOf(text);
    const [command = '', ...args] = commandOf(settings(text, 'ExecStart')[0] ?? '', env);
    const server = spawn(command, [...args, join(root, 'dist')], {
      cwd: settings(text, 'WorkingDirectory')[0],
      env: { ...PASSED_ON, ...env, PORT: '0' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    onTestFinished(() => void server.kill('SIGKILL'));
    const ended = once(server, 'exit');
    let said = '';
    await new Promise<void>((started) => {
      server.stdout.on('data', (chunk) => {
        said += chunk;
        if (/is at http/.test(said)) started();
      });
      server.once('exit', () => started());
    });
    expect(said).toMatch(/is at http:\/\/127\.0\.0\.1:\d+\//);
    expect(readdirSync(env['DATA_DIR'] ?? '')).toContain('key');
    server.kill('SIGTERM');
    expect(await ended).toEqual([0, null]);
  });
});
