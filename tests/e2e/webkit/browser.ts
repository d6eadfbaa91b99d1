import type { Browser } from '@playwright/test';
import { findWebKit } from '../../other-engines.ts';
import { startSession } from './driver.ts';
import { limited } from './limited.ts';
import { WebKitPage } from './page.ts';

/**
 * WebKitGTK as far as Playwright's fixtures and the journeys need it, one window for all tests of a
 * worker: each begins with nothing stored.
 */
export async function startWebKit(baseURL: string): Promise<Browser & AsyncDisposable> {
  const webkit = findWebKit();
  if (!webkit) throw new Error('There is no WebKitGTK here to test with.');
  const session = await startSession(webkit);
  const newContext = async () => {
    const page = new WebKitPage(session, baseURL);
    // A page of the site that is none: what it stores belongs to all of them.
    await page.goto('/robots.txt');
    await page.evaluate(() => {
      localStorage.clear();
      sessionStorage.clear();
    });
    await page.goto('about:blank');
    const context = limited({
      newPage: async () => limited(page),
      close: async () => undefined,
    });
    return context;
  };
  const browser = {
    newContext,
    // What Playwright's fixtures read of any browser.
    _connection: { headers: [] },
    [Symbol.asyncDispose]: () => session[Symbol.asyncDispose](),
  };
  // It has of a Browser what the fixtures ask for, and tests ask for no more.
  return browser as unknown as Browser & AsyncDisposable;
}
