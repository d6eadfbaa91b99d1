import { type BrowserContext, test as base, type Page } from '@playwright/test';
import { clockAhead } from '../clock/ahead.ts';
import { shiftClock } from '../clock/shift-clock.ts';
import { completeFirefox, holdLineToFirefox } from './firefox.ts';
import { installProbe } from './probe.ts';
import { watchLoading } from './watch-loading.ts';
import { startWebKit, type WebKitContext } from './webkit/browser.ts';

/** What a test may listen to in the shared tab. */
const WATCHED_EVENTS = ['console', 'pageerror', 'request', 'requestfailed', 'response'];

interface PerTest {
  /** The origin of the server under test. */
  readonly server: string;
  /**
   * An empty tab for checks that only look: all tests of a worker share it, since opening one costs
   * more than most checks. It loses its routes and listeners after each; tests that add scripts or
   * keep something in the browser take `page`.
   */
  readonly tab: Page;
}

interface PerWorker {
  readonly sharedTab: Page;
}

/** Gives the pages of `context` the day of this run. */
async function onSameDay(context: BrowserContext): Promise<void> {
  if (clockAhead() !== 0) await context.addInitScript(shiftClock, clockAhead());
}

/** Playwright's test, with the probe in every page. */
export const test = base.extend<PerTest, PerWorker>({
  browser: [
    async ({ playwright, browserName, channel, headless, launchOptions }, use, { project }) => {
      if (project.name === 'webkit') {
        await using browser = await startWebKit(project.use.baseURL ?? '');
        await use(browser);
        return;
      }
      if (project.name === 'firefox') holdLineToFirefox();
      const browser = await playwright[browserName].launch({
        ...launchOptions,
        ...(channel && { channel }),
        ...(headless !== undefined && { headless }),
      });
      await use(browser);
      await browser.close();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  context: async (
    { context, baseURL, javaScriptEnabled, permissions },
    use,
    { project: { name } },
  ) => {
    // Playwright tells only browsers of its own.
    const asked: WebKitContext = { asked: { baseURL, javaScriptEnabled, permissions } };
    if (name === 'webkit') Object.assign(context, asked);
    await onSameDay(context);
    await use(context);
  },
  page: async ({ page, viewport, javaScriptEnabled }, use, { project: { name } }) => {
    if (name === 'webkit' && viewport) await page.setViewportSize(viewport);
    await page.addInitScript(installProbe);
    if (name === 'firefox') {
      await page.bringToFront();
      await completeFirefox(page, javaScriptEnabled !== false);
    }
    await use(page);
  },
  server: async ({ baseURL }, use) => {
    await use(new URL(baseURL ?? '').origin);
  },
  tab: async ({ sharedTab, viewport }, use) => {
    await sharedTab.goto('about:blank');
    if (viewport) await sharedTab.setViewportSize(viewport);
    await sharedTab.emulateMedia({
      media: null,
      colorScheme: null,
      forcedColors: null,
      // A page that is still on its way to where a link led moves what is looked at.
      reducedMotion: 'reduce',
    });
    await use(sharedTab);
    await sharedTab.unrouteAll();
    for (const event of WATCHED_EVENTS) sharedTab.removeAllListeners(event);
  },
  sharedTab: [
    async ({ browser }, use, { project }) => {
      const { baseURL = '' } = project.use;
      const page = await browser.newPage({ baseURL });
      await onSameDay(page.context());
      await page.addInitScript(installProbe);
      await page.addInitScript(watchLoading);
      await use(page);
      await page.close();
    },
    { scope: 'worker' },
  ],
});

export { expect } from '@playwright/test';
