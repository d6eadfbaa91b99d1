import { type ChildProcess, type SpawnSyncOptions, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import {
  accessSync,
  chownSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { afterAll, beforeAll } from 'vitest';
import { freePort } from '../../../free-port.ts';

/** Where Debian and others put the programs of PostgreSQL, the newest version first. */
function folders(): readonly string[] {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian)
    ? readdirSync(debian).sort((a, b) => Number(b) - Number(a))
    : [];
  return [
    process.env['POSTGRES_BIN'] ?? '',
    ...versions.map((version) => join(debian, version, 'bin')),
    ...(process.env['PATH'] ?? '').split(delimiter),
    '/usr/local/bin',
  ].filter((folder) => folder !== '');
}

const canRun = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

const bin = folders().find((folder) =>
  ['initdb', 'postgres'].every((name) => canRun(join(folder, name))),
);

const idOf = (flag: '-u' | '-g', user: string): number | undefined => {
  const { status, stdout } = spawnSync('id', [flag, user], { encoding: 'utf8' });
  return status === 0 ? Number(stdout) : undefined;
};

/** Whom it runs as: it refuses root. Empty where it is not root who asks. */
function nobody(): { readonly uid?: number; readonly gid?: number } {
  if (process.getuid?.() !== 0) return {};
  for (const user of ['postgres', 'nobody']) {
    const [uid, gid] = [idOf('-u', user), idOf('-g', user)];
    if (uid !== undefined && gid !== undefined) return { uid, gid };
  }
  throw new Error('PostgreSQL refuses root, and there is no user "postgres" or "nobody" here.');
}

/** Whether there is a PostgreSQL to start. Where there is none, its tests are left out. */
export const hasPostgres = bin !== undefined;

/** What a run without PostgreSQL says, in one line. */
export const WITHOUT_POSTGRES =
  'Left out what needs PostgreSQL, which is not here. Install it: sudo apt-get install postgresql (or set POSTGRES_BIN to the folder of initdb).';

/** A PostgreSQL of our own. */
export interface Postgres {
  readonly port: number;
  readonly password: string;
  /** Makes an empty database; its address, with the password. */
  readonly database: () => Promise<string>;
  /** Ends it: `fast` cuts connections, `immediate` is as if the machine had died. */
  readonly stop: (how?: 'fast' | 'immediate') => Promise<void>;
  /** Starts it again, on the same port, with what was in it. */
  readonly start: () => Promise<void>;
  /** Ends it and deletes its folder. */
  readonly remove: () => Promise<void>;
}

const SIGNALS = { fast: 'SIGINT', immediate: 'SIGQUIT' } as const;

type Ids = ReturnType<typeof nobody>;

/** A temporary folder of theirs. */
function folderFor({ uid, gid }: Ids): string {
  const folder = mkdtempSync(join(tmpdir(), 'postgres-'));
  if (uid !== undefined && gid !== undefined) chownSync(folder, uid, gid);
  return folder;
}

function run(program: string, args: readonly string[], options: SpawnSyncOptions = {}): string {
  const { status, stdout, stderr } = spawnSync(program, args, { ...options, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${program} failed: ${stderr}`);
  return stdout;
}

/** Puts an empty cluster in `folder`, and returns its password. The first one is kept: copying it is far quicker. */
function copyCluster(folder: string, as: Ids, programs: string): string {
  const version = /[\d.]+\w*$/.exec(run(join(programs, 'postgres'), ['--version']).trim())?.[0];
  const kept = fileURLToPath(
    new URL(`../../../../node_modules/.cache/postgres/${version}-${as.uid}`, import.meta.url),
  );
  if (!existsSync(kept)) keepCluster(kept, as, programs);
  run('cp', ['-a', `${kept}/.`, folder]);
  return readFileSync(join(folder, 'password'), 'utf8');
}

function keepCluster(kept: string, as: Ids, programs: string): void {
  const folder = folderFor(as);
  const word = join(folder, 'password');
  writeFileSync(word, randomBytes(12).toString('hex'), { mode: 0o644 });
  run(
    join(programs, 'initdb'),
    [
      ...['-D', join(folder, 'data'), '-U', 'list', '-A', 'scram-sha-256', '--pwfile', word],
      ...['-E', 'UTF8', '--locale=C', '--no-sync'],
    ],
    { ...as, cwd: folder },
  );
  mkdirSync(dirname(kept), { recursive: true });
  // Whole or not at all: another process may be about to do the same.
  const beside = `${kept}-${process.pid}`;
  run('cp', ['-a', folder, beside]);
  rmSync(folder, { recursive: true });
  try {
    renameSync(beside, kept);
  } catch {
    rmSync(beside, { recursive: true });
  }
}

/**
 * Starts a PostgreSQL in a temporary folder, on a free port of this machine.
 *
 * @param durable whether what was committed survives `stop('immediate')` by a sync of each commit
 * @param settings more of postgresql.conf, as `name=value`
 */
export async function startPostgres(
  durable = false,
  settings: readonly string[] = [],
): Promise<Postgres> {
  if (bin === undefined) throw new Error(WITHOUT_POSTGRES);
  const as = nobody();
  const folder = folderFor(as);
  const password = copyCluster(folder, as, bin);
  const data = join(folder, 'data');
  const port = await freePort();
  const sync = durable ? [] : ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];
  const options = [
    ...['listen_addresses=127.0.0.1', `port=${port}`, `unix_socket_directories=${folder}`],
    ...['max_connections=200', 'shared_buffers=32MB', 'autovacuum=off', 'jit=off'],
    ...sync,
    ...settings,
  ].flatMap((setting) => ['-c', setting]);
  const urlOf = (name: string): string => `postgres://list:${password}@127.0.0.1:${port}/${name}`;
  let server: ChildProcess | undefined;
  let ended: Promise<unknown> = Promise.resolve();
  let count = 0;

  const start = async (): Promise<void> => {
    const started = spawn(join(bin, 'postgres'), ['-D', data, ...options], {
      ...as,
      cwd: folder,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    server = started;
    ended = once(started, 'close');
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    let said = '';
    started.stderr.on('data', (chunk) => {
      said += chunk;
      if (said.includes('ready to accept connections')) resolve();
    });
    const fail = () => reject(new Error(`PostgreSQL did not start: ${said}`));
    ended.then(fail, fail);
    await promise;
  };

  const stop = async (how: 'fast' | 'immediate' = 'fast'): Promise<void> => {
    server?.kill(SIGNALS[how]);
    await ended;
    server = undefined;
  };

  await start();
  return {
    port,
    password,
    start,
    stop,
    database: async () => {
      count += 1;
      const name = `list_${count}`;
      const client = new Client({ connectionString: urlOf('postgres') });
      await client.connect();
      await client.query(`CREATE DATABASE ${name}`);
      await client.end();
      return urlOf(name);
    },
    remove: async () => {
      await stop('immediate');
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** How long a busy machine may take to start one, in milliseconds. */
const STARTING = 120_000;

/** One for all tests of a group, or of a file: started before them, and removed after them. */
export function sharedPostgres(durable = false): () => Postgres {
  let starting: Promise<Postgres> | undefined;
  let server: Postgres | undefined;
  beforeAll(async () => {
    starting = startPostgres(durable);
    server = await starting;
  }, STARTING);
  afterAll(async () => (await starting)?.remove(), STARTING);
  return () => {
    if (server === undefined) throw new Error('PostgreSQL was not started.');
    return server;
  };
}
