import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';
import { type Browser, findBrowser } from './browser.ts';
import { builtSite } from './e2e/built-site.ts';
import { PLAIN_HTTP_HOST } from './e2e/plain-http.ts';
import { findFirefox, findWebKit } from './other-engines.ts';
import { quickEnv } from './quick-env.ts';

// For the workers too.
Object.assign(process.env, quickEnv());

const root = fileURLToPath(new URL('..', import.meta.url));
// A port of its own, so that the site can be open beside the tests.
const port = Number(process.env['TEST_PORT'] ?? 4329);
const origin = `http://localhost:${port}`;
const browser = findBrowser();

const chromium = {
  ...(browser && { executablePath: browser.path }),
  // Nothing but the site under test may use the network.
  args: [
    '--disable-gpu',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
    '--disable-quic',
    // Letters as wide as on a phone; a headless shell rounds their widths otherwise.
    '--font-render-hinting=none',
    `--host-resolver-rules=MAP ${PLAIN_HTTP_HOST} localhost`,
  ],
};

const firefox = findFirefox();

function firefoxUse({ path }: Browser) {
  return {
    browserName: 'firefox' as const,
    channel: 'moz-firefox',
    launchOptions: {
      executablePath: path,
      // So that tests can ask it what pages are shown as, which only its own windows can set.
      args: ['--remote-allow-system-access'],
      firefoxUserPrefs: {
        'ui.prefersReducedMotion': 1,
        // A mouse, which a machine without a screen may lack: fine, and able to hover.
        'ui.primaryPointerCapabilities': 6,
        'ui.allPointerCapabilities': 6,
        // Playwright waits for a page to load when it goes back, as in its Chromium.
        'browser.sessionhistory.max_total_viewers': 0,
      },
    },
  };
}

/** The journeys that look, and a look at every page: what an engine can break. */
const inOtherEngine = {
  workers: 1,
  // What goes the same way at two widths goes it at one there.
  grepInvert: / wide, light$/,
  testMatch: [
    'every-page/other-engines.spec.ts',
    'journeys/{coming-back,newsletter-form,paper,reading,search,without-scripts}.spec.ts',
    'journeys/signing-up.spec.ts',
    'journeys/plan/plan.spec.ts',
    'journeys/quiz/{answering,comparison,keeping}.spec.ts',
  ],
};

export default defineConfig({
  testDir: 'e2e',
  outputDir: `${root}node_modules/.cache/browser-tests/failures`,
  fullyParallel: true,
  workers: 2,
  // A machine that is busy for a moment fails no run: `closing-line.ts` tells of it, and allows one check.
  retries: 1,
  // Room for a slow or busy machine; a check of one page takes seconds.
  timeout: 120_000,
  expect: { timeout: 15_000 },
  forbidOnly: Boolean(process.env['CI']),
  reporter: [['line'], ['./e2e/closing-line.ts']],
  use: {
    baseURL: origin,
    locale: 'en-US',
    timezoneId: 'UTC',
    // A page that is on its way to where a link led would move what a test looks at or presses.
    contextOptions: { reducedMotion: 'reduce' },
    screenshot: 'only-on-failure',
    actionTimeout: 15_000,
  },
  projects: [
    // The two with one worker each come first, side by side: at the end, one would leave a core idle.
    ...(firefox ? [{ ...inOtherEngine, name: 'firefox', use: firefoxUse(firefox) }] : []),
    ...(findWebKit() ? [{ ...inOtherEngine, name: 'webkit' }] : []),
    // It looks at every page by more than the others.
    {
      name: 'chromium',
      testIgnore: 'every-page/other-engines.spec.ts',
      use: { launchOptions: chromium },
    },
  ],
  webServer: {
    command: `"${process.execPath}" src/server/main.ts "${builtSite().folder}"`,
    cwd: root,
    env: {
      PORT: String(port),
      HOST: 'localhost',
      SITE_URL: process.env['SITE_URL'] ?? '',
      DATA_DIR: `${root}node_modules/.cache/browser-tests/data`,
    },
    url: origin + builtSite().base,
    reuseExistingServer: false,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 5_000 },
  },
});
