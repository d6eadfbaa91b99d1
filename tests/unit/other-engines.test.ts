import { readFileSync } from 'node:fs';
import { expect as matchers, type Page, type Locator as PlaywrightLocator } from '@playwright/test';
import { describe, expect, it } from 'vitest';
import { holdLineToFirefox } from '../e2e/firefox.ts';
import type { Session } from '../e2e/webkit/driver.ts';
import { Locator } from '../e2e/webkit/locator.ts';
import { lookAt } from '../e2e/webkit/looking.ts';
import { WebKitPage } from '../e2e/webkit/page.ts';
import { findFirefox, findWebKit, otherEngines } from '../other-engines.ts';

/** A machine on which these program files run, and say what they are. */
function machine(versions: Record<string, string>, env: Record<string, string> = {}) {
  const plain = (path: string) => path.replaceAll('\\', '/');
  return {
    env: { PATH: '/usr/bin', ...env },
    isProgram: (path: string) => plain(path) in versions,
    version: (path: string) => versions[plain(path)],
  };
}

const FIREFOX = { '/usr/bin/firefox-esr': 'Mozilla Firefox 153.8.0esr' };
const WEBKIT = {
  '/usr/bin/WebKitWebDriver': '',
  '/usr/bin/Xvfb': '',
  '/usr/bin/dbus-run-session': '',
};

describe('findFirefox', () => {
  it('takes an extended support release before another', () => {
    const versions = { ...FIREFOX, '/usr/bin/firefox': 'Mozilla Firefox 160.0' };
    expect(findFirefox(machine(versions))?.path).toBe('/usr/bin/firefox-esr');
  });

  it('passes over one that is too old', () => {
    const versions = {
      '/usr/bin/firefox-esr': 'Mozilla Firefox 115.0esr',
      '/usr/bin/firefox': 'Mozilla Firefox 160.0',
    };
    expect(findFirefox(machine(versions))?.path).toBe('/usr/bin/firefox');
  });

  it('takes the one that is named, and says so where it is none', () => {
    const named = (path: string) => findFirefox(machine(FIREFOX, { FIREFOX_PATH: path }));
    expect(named('/usr/bin/firefox-esr')?.version).toContain('153');
    expect(() => named('/my/editor')).toThrow('FIREFOX_PATH is "/my/editor"');
  });
});

describe('findWebKit', () => {
  it('needs the driver, a screen and a bus', () => {
    expect(findWebKit(machine(WEBKIT))).toMatchObject({ driver: '/usr/bin/WebKitWebDriver' });
    for (const missing of Object.keys(WEBKIT)) {
      const rest = Object.entries(WEBKIT).filter(([path]) => path !== missing);
      expect(findWebKit(machine(Object.fromEntries(rest))), missing).toBeUndefined();
    }
  });
});

describe('otherEngines', () => {
  it('says where tests run, and in one line each how to install what is left out', () => {
    expect(otherEngines(machine({ ...FIREFOX, ...WEBKIT }))).toEqual([
      'And in Mozilla Firefox 153.8.0esr (/usr/bin/firefox-esr).',
      'And in WebKitGTK (/usr/bin/WebKitWebDriver).',
    ]);
    const [firefox, webkit] = otherEngines(machine({}));
    expect(firefox).toMatch(/^Left out: Firefox\. .*apt-get install firefox-esr/);
    expect(webkit).toMatch(/^Left out: WebKit\. .*apt-get install webkit2gtk-driver xvfb dbus/);
  });
});

describe('holdLineToFirefox', () => {
  it('finds what it takes of the inside of Playwright, or says that an update changed it', () => {
    expect(() => holdLineToFirefox()).not.toThrow();
    expect(() => holdLineToFirefox({ server: {} })).toThrow(
      'Playwright has another way to Firefox',
    );
  });
});

describe('the matchers of Playwright', () => {
  const field = { isVisible: true, isChecked: false, text: 'Full  letter', value: 'Ana' };
  // What the driver returns depends on the command, so its type is for who asks to say.
  const answer = <T>(value: unknown) => Promise.resolve(value as T);
  const session: Session = {
    downloads: '',
    send: (_, path) => answer(path === '/url' ? 'http://localhost/plan/#words' : 'The plan'),
    run: (code) => answer([code === String(lookAt) ? field : {}]),
    [Symbol.asyncDispose]: () => Promise.resolve(),
  };
  // Journeys have them for Playwright's own, too.
  const page: Page = Object(new WebKitPage(session, 'http://localhost/', []));
  const locator: PlaywrightLocator = Object(new Locator(session, []).locator('p'));

  it('take a page and a locator in WebKit for their own', async () => {
    await matchers(page).toHaveURL('/plan/#words');
    await matchers(page).toHaveTitle(/plan/);
    await matchers(locator).toBeVisible();
    await matchers(locator).not.toBeChecked();
    await matchers(locator).toHaveText('Full letter');
    await matchers(locator).toHaveValue('Ana');
    await matchers(locator).toHaveCount(1);
  });

  it('say what they found in WebKit where it is not as expected', async () => {
    const soon = matchers.configure({ timeout: 1 });
    await expect(soon(locator).toBeHidden()).rejects.toThrow('Expected: hidden');
    await expect(soon(locator).toHaveValue('Ben')).rejects.toThrow('"Ana"');
    await expect(soon(page).not.toHaveTitle('The plan')).rejects.toThrow('The plan');
  });
});

describe('what an engine leaves out', () => {
  it('stands in the README, each with its reason', () => {
    const code = readFileSync('tests/e2e/left-out.ts', 'utf8');
    const reasons = [...code.matchAll(/^ {2}(\w+):\s+'([^']+)',$/gm)];
    const readme = readFileSync('README.md', 'utf8');
    const rows = [...readme.matchAll(/^\| `(\w+)` \| [\w, ]+ \| (.+) \|$/gm)];
    expect(reasons.length).toBeGreaterThan(0);
    const told = (all: readonly RegExpExecArray[]) =>
      all.map(([, name, reason]) => `${name}: ${reason}`).sort();
    expect(told(rows)).toEqual(told(reasons));
  });
});
