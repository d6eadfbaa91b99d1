import { execFileSync, spawnSync } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from '@playwright/test';
import { otherEngines } from './other-engines.ts';

/** A browser that the tests can drive: its program file, and its version as it states it. */
export interface Browser {
  readonly path: string;
  readonly version: string;
}

/** What the search asks of a machine. */
export interface Machine {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Where Playwright keeps a Chromium of its own, installed or not. */
  readonly ownBrowser: string | undefined;
  /** What a program file prints for `--version`; undefined where there is none that runs. */
  readonly version: (path: string) => string | undefined;
}

/** The first with all that the pages use and the tests emulate. */
const OLDEST_VERSION = 125;

/** Chromium without a window: the same pages in half the time. */
const SHELL_NAMES = ['chromium-headless-shell', 'chrome-headless-shell'];

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

const MAC_APPS = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/**
 * The browser to test with: the one that `CHROMIUM_PATH` names and no other, or else the first that
 * works of the headless shells on the `PATH`, Playwright's own, the others on the `PATH` and those in
 * a Mac's Applications folder.
 * Returns undefined where there is none. Throws an Error when the one named does not work.
 */
export function findBrowser(machine: Machine = thisMachine()): Browser | undefined {
  const { env, ownBrowser } = machine;
  const named = env['CHROMIUM_PATH'];
  if (named) {
    const browser = tryBrowser(named, machine);
    if (browser) return browser;
    throw new Error(
      `CHROMIUM_PATH is "${named}", which is no Chromium or Chrome ${OLDEST_VERSION} or later that runs here. ` +
        'Set it to the program file of one, or leave it out.',
    );
  }
  const folders = (env['PATH'] ?? '').split(delimiter).filter(Boolean);
  const onPath = (names: readonly string[]) =>
    names.flatMap((name) => folders.map((folder) => join(folder, name)));
  const candidates = [
    ...onPath(SHELL_NAMES),
    ...(ownBrowser ? [ownBrowser] : []),
    ...onPath(NAMES),
    ...MAC_APPS,
  ];
  for (const path of candidates) {
    const browser = tryBrowser(path, machine);
    if (browser) return browser;
  }
  return undefined;
}

function tryBrowser(path: string, { version }: Machine): Browser | undefined {
  const text = version(path);
  const major = text?.match(/\bChrom\D*(\d+)\./)?.[1];
  return text && Number(major) >= OLDEST_VERSION ? { path, version: text } : undefined;
}

function thisMachine(): Machine {
  return { env: process.env, ownBrowser: ownBrowser(), version: versionOf };
}

function ownBrowser(): string | undefined {
  try {
    return chromium.executablePath();
  } catch {
    // Playwright has no browser for this system.
    return undefined;
  }
}

/** Runs it: on some systems a program of that name only says what to install instead. */
function versionOf(path: string): string | undefined {
  if (!isProgram(path)) return undefined;
  try {
    return execFileSync(path, ['--version'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      timeout: 20_000,
    }).trim();
  } catch {
    return undefined;
  }
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

function run(...[command = '', ...args]: readonly string[]): boolean {
  console.log(`> ${[command, ...args].join(' ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync(command, args, { stdio: 'inherit', timeout: 10 * 60_000, env }).status === 0;
}

function succeeds(...[command = '', ...args]: readonly string[]): boolean {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0;
}

/** Tries what can put a browser on this machine, the least intrusive way first. */
function install(): Browser | undefined {
  const linux = process.platform === 'linux';
  const root = process.getuid?.() === 0;
  const playwright = createRequire(import.meta.url).resolve('@playwright/test/cli');
  for (const libraries of linux && root ? [['--with-deps'], []] : [[]]) {
    const done = run(process.execPath, playwright, 'install', ...libraries, 'chromium');
    const browser = done ? findBrowser() : undefined;
    if (browser) return browser;
  }
  const apt = root ? ['apt-get'] : ['sudo', '-n', 'apt-get'];
  if (!linux || !succeeds(...apt, '--version')) return undefined;
  // The fonts are those that stand in for ours while ours load.
  const installs = (browser: string) =>
    run(...apt, 'install', '-y', '--no-install-recommends', browser, 'fonts-liberation');
  // Not every Debian has the shell by itself.
  return run(...apt, 'update') && (installs('chromium-headless-shell') || installs('chromium'))
    ? findBrowser()
    : undefined;
}

const HOW_TO_INSTALL: Partial<Record<NodeJS.Platform, string>> = {
  darwin: 'brew install --cask google-chrome',
  linux: 'sudo apt-get install chromium',
};

function main(): void {
  let browser = findBrowser();
  if (!browser) {
    console.log(
      'There is no Chromium or Chrome here for the browser tests. Trying to install one.',
    );
    browser = install();
  }
  if (browser) {
    console.log(`Browser tests run in ${browser.version} (${browser.path}).`);
    for (const line of otherEngines()) console.log(line);
    return;
  }
  const command = HOW_TO_INSTALL[process.platform];
  console.error(
    `The browser tests need Chromium or Chrome ${OLDEST_VERSION} or later: install one${command ? `, for example with "${command}"` : ''}, or set CHROMIUM_PATH to the program file of one you have.`,
  );
  process.exitCode = 1;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    main();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
