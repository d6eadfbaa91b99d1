import { execFileSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Browser } from './browser.ts';

/** The programs that WebKitGTK needs to be driven where there is no screen. */
export interface WebKit {
  readonly driver: string;
  readonly screen: string;
  readonly bus: string;
}

/** What the search asks of a machine. */
export interface Machine {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly isProgram: (path: string) => boolean;
  /** What a program file prints for `--version`; undefined where it does not run. */
  readonly version: (path: string) => string | undefined;
}

/** The first extended support release with all that tests ask of Firefox (`e2e/firefox.ts`). */
const OLDEST_FIREFOX = 153;

function thisMachine(): Machine {
  return {
    env: process.env,
    isProgram: (path) => {
      try {
        accessSync(path, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    },
    version: (path) => {
      try {
        const stdio = ['ignore', 'pipe', 'ignore'] as const;
        return execFileSync(path, ['--version'], {
          encoding: 'utf8',
          stdio: [...stdio],
          timeout: 20_000,
        }).trim();
      } catch {
        return undefined;
      }
    },
  };
}

function onPath(name: string, { env, isProgram }: Machine): string | undefined {
  const folders = (env['PATH'] ?? '').split(delimiter).filter(Boolean);
  return folders.map((folder) => join(folder, name)).find(isProgram);
}

/**
 * The Firefox to test with: the one that `FIREFOX_PATH` names and no other, or else the first on the
 * `PATH` that is recent enough. Returns undefined where there is none. Throws an Error when the one
 * named does not work.
 */
export function findFirefox(machine: Machine = thisMachine()): Browser | undefined {
  const named = machine.env['FIREFOX_PATH'];
  const candidates = named
    ? [named]
    : ['firefox-esr', 'firefox'].map((name) => onPath(name, machine));
  for (const path of candidates) {
    const version = path && machine.version(path);
    const major = version && /\bFirefox (\d+)\./.exec(version)?.[1];
    if (path && version && Number(major) >= OLDEST_FIREFOX) return { path, version };
  }
  if (!named) return undefined;
  throw new Error(
    `FIREFOX_PATH is "${named}", which is no Firefox ${OLDEST_FIREFOX} or later that runs here. ` +
      'Set it to the program file of one, or leave it out.',
  );
}

/** What WebKitGTK needs, where all of it is on the `PATH`. */
export function findWebKit(machine: Machine = thisMachine()): WebKit | undefined {
  const driver = onPath('WebKitWebDriver', machine);
  const screen = onPath('Xvfb', machine);
  const bus = onPath('dbus-run-session', machine);
  return driver && screen && bus ? { driver, screen, bus } : undefined;
}

/** A line for each engine besides Chromium: that the tests run in it, or how to install it. */
export function otherEngines(machine: Machine = thisMachine()): string[] {
  const firefox = findFirefox(machine);
  const webkit = findWebKit(machine);
  return [
    firefox
      ? `And in ${firefox.version} (${firefox.path}).`
      : 'Left out: Firefox. To test in it too, "sudo apt-get install firefox-esr", or set FIREFOX_PATH.',
    webkit
      ? `And in WebKitGTK (${webkit.driver}).`
      : 'Left out: WebKit. To test in it too, "sudo apt-get install webkit2gtk-driver xvfb dbus".',
  ];
}
