import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../../free-port.ts';
import { SELF_SIGNED } from '../../newsletter/delivery/self-signed.ts';
import { findProgram } from './programs.ts';

/** A reverse proxy of the kind that owners put in front of the server. */
export type ReverseProxy = 'nginx' | 'caddy';

/** A proxy that runs: where it listens with TLS, and how it ends. */
export interface RunningProxy extends AsyncDisposable {
  readonly port: number;
}

/** The text with each of `pairs` put in the other's place. Throws where a text is not in it. */
function replaced(text: string, pairs: readonly (readonly [string, string])[]): string {
  return pairs.reduce((changed, [from, to]) => {
    if (!changed.includes(from)) throw new Error(`The configuration says no "${from}" any more.`);
    return changed.replaceAll(from, to);
  }, text);
}

interface Place {
  readonly folder: string;
  readonly name: string;
  readonly port: number;
  readonly instances: readonly number[];
}

const fileOf = (name: string) => readFile(`src/server/hosts/${name}`, 'utf8');

async function nginx({ folder, name, port, instances }: Place): Promise<readonly string[]> {
  const site = replaced(await fileOf('nginx.conf'), [
    ['example.com', name],
    ['/etc/letsencrypt/live/', `${folder}/`],
    ['    listen 80;\n    listen [::]:80;', `    listen 127.0.0.1:${await freePort()};`],
    [
      '    listen 443 ssl http2;\n    listen [::]:443 ssl http2;',
      `    listen 127.0.0.1:${port} ssl http2;`,
    ],
    [
      '    server 127.0.0.1:4321 max_fails=0;\n',
      instances.map((one) => `    server 127.0.0.1:${one} max_fails=0;\n`).join(''),
    ],
  ]).replaceAll(`${folder}/${name}/`, `${folder}/`);
  await writeFile(join(folder, 'site.conf'), site);
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (kind) => `${kind}_temp_path ${folder}/${kind};`,
  );
  await writeFile(
    join(folder, 'nginx.conf'),
    [
      'daemon off;',
      // Where it is root, it would drop to a user who may not look into the folder.
      ...(process.getuid?.() === 0 ? ['user root;'] : []),
      'worker_processes 1;',
      `pid ${folder}/pid;`,
      'error_log stderr warn;',
      'events { worker_connections 512; }',
      // As in Debian's own file, where it says more than the usual.
      `http { access_log off; gzip on; ${temporary.join(' ')} include site.conf; }`,
    ].join('\n'),
  );
  return ['-p', folder, '-c', join(folder, 'nginx.conf'), '-e', 'stderr'];
}

async function caddy({ folder, name, port, instances }: Place): Promise<readonly string[]> {
  const own = `https://${name}:${port} {\n\tbind 127.0.0.1\n\ttls ${folder}/fullchain.pem ${folder}/privkey.pem`;
  const site = replaced(await fileOf('Caddyfile'), [
    ['\nexample.com {', `\n${own}`],
    [
      '\treverse_proxy 127.0.0.1:4321 {',
      `\treverse_proxy ${instances.map((one) => `127.0.0.1:${one}`).join(' ')} {`,
    ],
  ]);
  const options = '{\n\tadmin off\n\tauto_https off\n\tlog {\n\t\tlevel ERROR\n\t}\n}\n';
  await writeFile(join(folder, 'Caddyfile'), options + site);
  return ['run', '--adapter', 'caddyfile', '--config', join(folder, 'Caddyfile')];
}

async function answersAt(port: number, process: ChildProcess): Promise<void> {
  for (;;) {
    if (process.exitCode !== null) throw new Error('The proxy ended.');
    const socket = connect(port, '127.0.0.1');
    const isOpen = await once(socket, 'connect').then(
      () => true,
      () => false,
    );
    socket.destroy();
    if (isOpen) return;
  }
}

/**
 * Starts a proxy with the file that owners get, in a temporary folder, with a certificate that signed
 * itself.
 *
 * @param name the host that it answers to
 * @param instances the ports of the servers behind it
 */
export async function startProxy(
  kind: ReverseProxy,
  name: string,
  instances: readonly number[],
): Promise<RunningProxy> {
  const program = findProgram(kind);
  if (program === undefined) throw new Error(`There is no ${kind} here.`);
  const folder = await mkdtemp(join(tmpdir(), `second-thoughts-${kind}-`));
  await writeFile(join(folder, 'fullchain.pem'), SELF_SIGNED.cert);
  await writeFile(join(folder, 'privkey.pem'), SELF_SIGNED.key);
  const port = await freePort();
  const args = await (kind === 'nginx' ? nginx : caddy)({ folder, name, port, instances });
  const child = spawn(program, args, {
    cwd: folder,
    env: {
      PATH: process.env['PATH'],
      HOME: folder,
      XDG_DATA_HOME: folder,
      XDG_CONFIG_HOME: folder,
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk) => {
    said += chunk;
  });
  const ended = once(child, 'close');
  await answersAt(port, child).catch((error: unknown) => {
    throw new Error(`${kind} did not start: ${said}`, { cause: error });
  });
  return {
    port,
    [Symbol.asyncDispose]: async () => {
      child.kill('SIGTERM');
      await ended;
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
