import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '../../free-port.ts';
import type { WebKit } from '../../other-engines.ts';

/** An element as W3C WebDriver names it, in what it takes and gives. */
export type ElementRef = Readonly<Record<typeof ELEMENT, string>>;

/** The name of the member that holds an element's id (W3C WebDriver 12.2). */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

/** The id of an element, for the addresses of commands. */
export const idOf = (element: ElementRef): string => element[ELEMENT];

/** What the driver refused, by the error code of W3C WebDriver, such as `stale element reference`. */
export class DriverError extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(`${code}: ${message}`);
    this.code = code;
  }
}

/** A browser that is driven by W3C WebDriver. */
export interface Session extends AsyncDisposable {
  /** The folder in which it saves what is downloaded. */
  readonly downloads: string;
  /** Sends a command; `path` begins after the session's id. Throws a DriverError. */
  readonly send: <T>(method: 'GET' | 'POST' | 'DELETE', path: string, body?: object) => Promise<T>;
  /** Runs `code`, the text of a function, in the open page, and awaits what it returns. */
  readonly run: <T>(code: string, args: readonly unknown[]) => Promise<T>;
}

/** A bus that starts no programs: no desktop is there, and what it would start outlives the tests. */
const BUS = `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:tmpdir=/tmp</listen>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>`;

/**
 * Puts elements, which the driver knows only where they are arguments by themselves, back to where
 * they stand in `args`. It runs in the page.
 */
const CALL = (code: string) => `
  const [shape, ...elements] = arguments;
  const args = JSON.parse(shape, (name, value) => value?.element >= 0 ? elements[value.element] : value);
  return (${code})(...args);`;

/** `args` as text with the place of each element in it, and the elements. */
function takeApart(args: readonly unknown[]): [string, ...ElementRef[]] {
  const elements: ElementRef[] = [];
  const shape = JSON.stringify(args, (_, value: unknown) =>
    isElement(value) ? { element: elements.push(value) - 1 } : value,
  );
  return [shape, ...elements];
}

function isElement(value: unknown): value is ElementRef {
  return typeof value === 'object' && value !== null && ELEMENT in value;
}

/** A screen that nobody sees. It chooses its number, and says it once it is there. */
async function startScreen({ screen }: WebKit): Promise<{ process: ChildProcess; name: string }> {
  const args = ['-displayfd', '3', '-screen', '0', '1600x1200x24', '-nolisten', 'tcp'];
  const process = spawn(screen, args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const numbers = process.stdio[3];
  if (!numbers) throw new Error('Xvfb has no pipe.');
  const [number] = await Promise.race([
    once(numbers, 'data'),
    once(process, 'exit').then(() => Promise.reject(new Error('Xvfb ended at once.'))),
  ]);
  return { process, name: `:${String(number).trim()}` };
}

async function command<T>(method: string, url: string, body?: object): Promise<T> {
  const init = body ? { method, body: JSON.stringify(body) } : { method };
  const response = await fetch(url, init);
  // Every response of a driver is an object with a value (W3C WebDriver 6.6).
  const { value } = (await response.json()) as { value: T & { error?: string; message?: string } };
  if (response.ok) return value;
  throw new DriverError(value.error ?? 'unknown error', value.message ?? '');
}

async function untilReady(url: string): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    const response = await fetch(`${url}/status`).catch(() => undefined);
    if (response?.ok) return;
    await pause(100);
  }
  throw new Error('WebKitWebDriver does not answer.');
}

/** Ends what was started with a group of its own, and all that it started. */
async function end(process: ChildProcess): Promise<void> {
  if (process.exitCode !== null || process.pid === undefined) return;
  globalThis.process.kill(-process.pid, 'SIGTERM');
  await once(process, 'exit');
}

/**
 * Starts WebKitGTK on a screen, a bus and a home folder of its own, all of which end with the session.
 * Its sandbox needs rights that root of a container lacks, so it is off: it meets our own pages only.
 * Without `scripts`, pages run none; those of the driver go on.
 */
export async function startSession(webkit: WebKit, scripts = true): Promise<Session> {
  const home = mkdtempSync(join(tmpdir(), 'second-thoughts-webkit-'));
  const screen = await startScreen(webkit);
  const port = await freePort();
  const bus = join(home, 'bus.conf');
  writeFileSync(bus, BUS);
  const downloads = join(home, 'downloads');
  mkdirSync(downloads);
  // Where a program of a desktop saves (xdg-user-dirs).
  writeFileSync(join(home, 'user-dirs.dirs'), `XDG_DOWNLOAD_DIR="${downloads}"\n`);
  const driver = spawn(webkit.bus, ['--config-file', bus, '--', webkit.driver, `--port=${port}`], {
    detached: true,
    stdio: 'ignore',
    env: {
      ...process.env,
      DISPLAY: screen.name,
      HOME: home,
      XDG_CONFIG_HOME: home,
      XDG_CACHE_HOME: home,
      XDG_DATA_HOME: home,
      LANG: 'en_US.UTF-8',
      LANGUAGE: 'en_US',
      TZ: 'UTC',
      GDK_BACKEND: 'x11',
      GTK_USE_PORTAL: '0',
      LIBGL_ALWAYS_SOFTWARE: '1',
      WEBKIT_DISABLE_COMPOSITING_MODE: '1',
      WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
    },
  });
  const stop = async () => {
    await end(driver);
    screen.process.kill('SIGTERM');
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const url = `http://127.0.0.1:${port}`;
    await untilReady(url);
    const { sessionId } = await command<{ sessionId: string }>('POST', `${url}/session`, {
      capabilities: {
        alwaysMatch: {
          timeouts: { script: 60_000, pageLoad: 60_000 },
          'webkitgtk:browserOptions': {
            args: ['--automation', `--enable-javascript=${scripts}`],
          },
        },
      },
    });
    const session = `${url}/session/${sessionId}`;
    return {
      downloads,
      send: (method, path, body) =>
        command(method, session + path, method === 'POST' ? (body ?? {}) : undefined),
      run: (code, args) =>
        command('POST', `${session}/execute/sync`, {
          script: CALL(code),
          args: takeApart(args),
        }),
      [Symbol.asyncDispose]: async () => {
        await command('DELETE', session).catch(() => undefined);
        await stop();
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
