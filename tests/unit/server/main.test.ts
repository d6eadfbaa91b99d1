import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { swapIn } from '../../../src/build/swap.ts';
import { PASSED_ON } from '../../quick-env.ts';
import { FILES, writeFiles } from './built-site.ts';
import { ask, everythingFrom, open } from './raw-http.ts';

// Each test starts a process of its own, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const MAIN = fileURLToPath(new URL('../../../src/server/main.ts', import.meta.url));

interface Run {
  readonly process: ChildProcess;
  /** Resolves with all of standard output once it holds the text. */
  readonly says: (text: string) => Promise<string>;
  /** Resolves when the process has ended. */
  readonly end: Promise<{ code: number | null; out: string; err: string }>;
}

/** Starts the server as `npm run serve` does, on a free port unless the environment says otherwise. */
function start(dist: string, env: Readonly<Record<string, string>> = {}): Run {
  const child = spawn(process.execPath, [MAIN, dist], {
    env: { ...PASSED_ON, HOST: '127.0.0.1', PORT: '0', ...env },
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
  const end = once(child, 'close').then(() => ({ code: child.exitCode, out, err }));
  const says = async (text: string): Promise<string> => {
    while (!out.includes(text)) {
      const ended = await Promise.race([once(child.stdout, 'data').then(() => undefined), end]);
      if (ended !== undefined && !out.includes(text)) throw new Error(`It ended: ${err}`);
    }
    return out;
  };
  return { process: child, says, end };
}

const portIn = (line: string): number => Number(/:(\d+)\//.exec(line)?.[1]);

describe('the server process', () => {
  it('says in one line where the site is, and serves it there', async () => {
    const dist = join(await writeFiles(FILES), 'dist');
    const { says } = start(dist, { SITE_URL: 'https://example.com/some/path/' });
    const line = await says('\n');
    expect(line).toMatch(/^The site is at http:\/\/127\.0\.0\.1:\d+\/some\/path\/\n$/);
    expect((await ask(portIn(line), 'GET /some/path/about/')).status).toBe(200);
    expect((await ask(portIn(line), 'GET /about/')).status).toBe(404);
  });

  it('names an address that can be opened when it listens everywhere', async () => {
    const dist = join(await writeFiles(FILES), 'dist');
    const { says } = start(dist, { HOST: '0.0.0.0' });
    expect(await says('\n')).toMatch(/^The site is at http:\/\/localhost:\d+\/\n$/);
  });

  it.each(['SIGTERM', 'SIGINT'] as const)(
    'ends cleanly on %s: the request under way is answered, new ones are not taken',
    async (signal) => {
      const dist = join(await writeFiles(FILES), 'dist');
      const { process: child, says, end } = start(dist);
      const port = portIn(await says('\n'));
      const idle = await open(port);
      const idleClosed = everythingFrom(idle);
      const busy = await open(port);
      const response = everythingFrom(busy);
      busy.write('GET /tiny.txt HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\n\r\nab');
      // A response to a later request shows that the server has seen what came before.
      await ask(port, 'GET /');
      child.kill(signal);
      await says('Stopping.');
      child.kill(signal);
      await idleClosed;
      await expect(open(port)).rejects.toThrow('ECONNREFUSED');
      busy.write('cd');
      expect((await response).toString()).toMatch(/^HTTP\/1\.1 200 OK\r\n.*ok$/s);
      const { code, err } = await end;
      expect({ code, err }).toEqual({ code: 0, err: '' });
    },
  );
});

describe('a running server', () => {
  const robots = (address: string) => `Sitemap: ${address}sitemap.xml\n`;
  const SITE_URL = 'https://example.com/';

  it('takes up what is built, drops no request, and keeps what is not for its address', async () => {
    const at = { 'dist/robots.txt': robots(SITE_URL) };
    const dist = join(await writeFiles({ ...FILES, ...at }), 'dist');
    const build = async (text: string, address: string) => {
      const files = { 'dist/index.html': text, 'dist/robots.txt': robots(address) };
      const next = join(await writeFiles({ ...FILES, ...files }), 'dist');
      swapIn(next, dist, process.pid);
    };
    const { says, end, process: child } = start(dist, { SITE_URL });
    const port = portIn(await says('\n'));
    const statuses = new Set<number>();
    let asking = true;
    const asked = (async () => {
      while (asking) statuses.add((await ask(port, 'GET /')).status);
    })();
    await build('The second', SITE_URL);
    await says('served from now on.');
    expect((await ask(port, 'GET /')).body.toString()).toBe('The second');
    await build('Of another address', 'http://localhost:4321/');
    expect(await says('npm run build again.')).toContain('It was built for http://localhost:4321/');
    expect((await ask(port, 'GET /')).body.toString()).toBe('The second');
    asking = false;
    await asked;
    expect([...statuses]).toEqual([200]);
    child.kill('SIGTERM');
    expect((await end).err).toBe('');
  });

  it('says when it starts that a site was built for another address', async () => {
    const at = { 'dist/robots.txt': robots(SITE_URL) };
    const {
      says,
      end,
      process: child,
    } = start(join(await writeFiles({ ...FILES, ...at }), 'dist'));
    await says('\n');
    child.kill('SIGTERM');
    expect((await end).err).toMatch(/^This site is served at another address than its own\. .*\n$/);
  });
});

describe('a server without a newsletter', () => {
  it('says that all is well, and takes no sign-up', async () => {
    const dist = join(await writeFiles(FILES), 'dist');
    const port = portIn(await start(dist, { NEWSLETTER_PROVIDER: 'none' }).says('\n'));
    const health = await ask(port, 'GET /health/');
    expect(health.status).toBe(200);
    expect(JSON.parse(health.body.toString())).toEqual({ status: 'ok', pages: 'ok' });
    expect((await ask(port, 'HEAD /health/')).status).toBe(200);
    for (const path of ['subscribe', 'confirm', 'unsubscribe']) {
      expect((await ask(port, `POST /newsletter/${path}/`)).status).toBe(404);
    }
  });
});

// Each mistake has its sentence in the tests of what finds it; here, that it is told, and how.
describe('a start that cannot be', () => {
  it('is told in one sentence, with nothing in it that a terminal obeys', async () => {
    const dist = join(await writeFiles(FILES), 'dist');
    const { code, out, err } = await start(dist, { HOST: '\u202e\u009b2J' }).end;
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(/^HOST is "\\u202e\\u009b2J"\. [^\n]+\.\n$/);
  });

  it('leaves nothing that keeps the process alive', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    onTestFinished(() => void other.close());
    await once(other, 'listening');
    const address = other.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    const dist = join(await writeFiles(FILES), 'dist');
    const { code, out, err } = await start(dist, { PORT: `${port}` }).end;
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(
      new RegExp(`^Port ${port} is in use by another program\\. [^\\n]*set PORT[^\\n]+\\.\\n$`),
    );
  });
});
