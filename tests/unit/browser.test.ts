import { describe, expect, it } from 'vitest';
import { findBrowser } from '../browser.ts';

/** A machine on which these program files run, and say what they are. */
function machine(versions: Record<string, string>, env: Record<string, string> = {}) {
  return {
    env: { PATH: ['/usr/bin', '/opt'].join(process.platform === 'win32' ? ';' : ':'), ...env },
    ownBrowser: '/own/chrome',
    version: (path: string) => versions[path.replaceAll('\\', '/')],
  };
}

describe('findBrowser', () => {
  it('takes a headless shell before any browser', () => {
    const found = findBrowser(
      machine({
        '/own/chrome': 'Chromium 150.0.1',
        '/usr/bin/chromium': 'Chromium 156.0.1',
        '/opt/chromium-headless-shell': 'Chromium 156.0.2',
      }),
    );
    expect(found?.version).toBe('Chromium 156.0.2');
  });

  it("takes Playwright's own before one on the path", () => {
    const versions = { '/own/chrome': 'Chromium 150.0.1', '/usr/bin/chromium': 'Chromium 156.0.1' };
    expect(findBrowser(machine(versions))?.path).toBe('/own/chrome');
  });

  it('passes over one that is too old, and one that does not run', () => {
    const versions = {
      '/usr/bin/chromium': 'Chromium 98.0.1',
      '/opt/google-chrome': 'Google Chrome 140.0',
    };
    expect(findBrowser(machine(versions))?.version).toBe('Google Chrome 140.0');
  });

  it('finds none where there is none', () => {
    expect(findBrowser(machine({}))).toBeUndefined();
  });

  it('takes the one that is named, and says so where it is none', () => {
    const versions = { '/my/chrome': 'Chromium 130.0', '/usr/bin/chromium': 'Chromium 156.0.1' };
    const named = (path: string) => findBrowser(machine(versions, { CHROMIUM_PATH: path }));
    expect(named('/my/chrome')?.version).toBe('Chromium 130.0');
    expect(() => named('/my/editor')).toThrow('CHROMIUM_PATH is "/my/editor"');
  });
});
