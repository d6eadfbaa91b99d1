import type { Browser } from '@playwright/test';
import { findWebKit } from '../../other-engines.ts';
import { leaveOut } from '../left-out.ts';
import { asProgram, standBefore } from './beforehand.ts';
import { startSession } from './driver.ts';
import { limited } from './limited.ts';
import { WebKitPage } from './page.ts';

/** What tests ask of a context of theirs, of what Playwright's options name. */
interface Asked {
  readonly baseURL?: string | undefined;
  readonly javaScriptEnabled?: boolean | undefined;
  readonly permissions?: readonly string[] | undefined;
}

/** A context of WebKit, which may still be told what is asked of it until its page opens. */
export interface WebKitContext {
  asked: Asked;
}

/** What `make` made for each key, and makes once. */
function once<K, T>(make: (key: K) => Promise<T>): (key: K) => Promise<T> {
  const made = new Map<K, Promise<T>>();
  return (key) => {
    const one = made.get(key) ?? make(key);
    made.set(key, one);
    return one;
  };
}

/**
 * WebKitGTK as far as Playwright's fixtures and the journeys need it, one window for all tests of a
 * worker: each begins with nothing stored. Tests without scripts have a browser of their own, which
 * starts with the first of them.
 */
export async function startWebKit(site: string): Promise<Browser & AsyncDisposable> {
  const webkit = findWebKit();
  if (!webkit) throw new Error('There is no WebKitGTK here to test with.');
  const stack = new AsyncDisposableStack();
  const sessionWith = once(async (scripts: boolean) =>
    stack.use(await startSession(webkit, scripts)),
  );
  const before = once(async (origin: string) => stack.use(await standBefore(origin)));
  const newPage = async (asked: Asked, scripts: readonly string[]) => {
    const { baseURL = site, javaScriptEnabled = true, permissions } = asked;
    if (permissions) leaveOut('contexts');
    const { origin, pathname } = new URL(baseURL);
    const beforehand = await before(origin);
    beforehand.scripts.splice(0, Number.POSITIVE_INFINITY, ...scripts);
    const session = await sessionWith(javaScriptEnabled);
    const page = new WebKitPage(session, beforehand.origin + pathname, beforehand.scripts);
    // A page of the site that is none: what it stores belongs to all of them.
    await page.goto('/robots.txt');
    await page.evaluate(() => {
      localStorage.clear();
      sessionStorage.clear();
    });
    await page.goto('about:blank');
    return limited(page);
  };
  const newContext = async (asked: Asked = {}) => {
    const scripts: string[] = [];
    const context = {
      asked,
      newPage: () => newPage(context.asked, scripts),
      addInitScript: async (code: (arg: never) => unknown, arg?: unknown) => {
        scripts.push(asProgram(code, arg));
      },
      close: async () => undefined,
    };
    return limited(context);
  };
  // The first takes longest, so it is there before the first test.
  await sessionWith(true);
  const browser = {
    newContext,
    // What Playwright's fixtures read of any browser.
    _connection: { headers: [] },
    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  };
  // It has of a Browser what the fixtures ask for, and tests ask for no more.
  return browser as unknown as Browser & AsyncDisposable;
}
