import { createRequire } from 'node:module';
import type { Locator, Page } from '@playwright/test';

/** The line from Playwright to a browser that is driven by WebDriver BiDi. */
interface Transport {
  send(message: { readonly id: number; readonly method: string; readonly params?: object }): void;
  onmessage?: (message: Message) => void;
}

/** A response to a command, or an event. */
interface Message {
  readonly type?: string;
  readonly id?: number;
  readonly method?: string;
  readonly params?: { readonly navigation?: string | null; readonly url?: string };
  readonly result?: object;
}

/** What Firefox holds of a tab (`BrowsingContext.webidl`), which BiDi has no command for yet. */
interface TabSettings {
  readonly allowJavascript?: boolean;
  readonly mediumOverride?: 'print' | '';
  readonly prefersColorSchemeOverride?: 'light' | 'dark' | 'none';
  readonly forcedColorsOverride?: 'active' | 'none';
}

/** Ids of our commands begin where those of Playwright do not come. */
const FIRST_ID = 2 ** 40;

/** Said where an update of Playwright has changed what the tests take of its inside. */
const CHANGED =
  'Playwright has another way to Firefox now: tests/e2e/firefox.ts takes its WebSocketTransport ' +
  'with send and onmessage. Look for it in playwright-core/lib/coreBundle.js, or go back to the ' +
  'version of Playwright before.';

/** Who waits for the response to a command of ours, by its id. */
const waiting = new Map<number, (response: Message) => void>();
let lastId = FIRST_ID;
let line: { readonly send: Transport['send'] } | undefined;

/** What Playwright is to read of `message`: it knows no download that comes without a navigation. */
function readable(message: Message): Message {
  const { method, params } = message;
  if (!method?.startsWith('browsingContext.download') || !params?.url || params.navigation)
    return message;
  return { ...message, params: { ...params, navigation: params.url } };
}

/** Listens to what Firefox says before Playwright does. */
function listen(transport: Transport): void {
  const { onmessage } = transport;
  if (!onmessage) throw new Error(CHANGED);
  transport.onmessage = (message) => {
    const resolve = waiting.get(message.id ?? 0);
    if (resolve) resolve(message);
    else onmessage.call(transport, readable(message));
  };
}

/** What the tests take of Playwright's inside. */
interface Inside {
  readonly server?: { readonly WebSocketTransport?: { readonly prototype: Partial<Transport> } };
}

function insidePlaywright(): Inside {
  const ofPlaywright = createRequire(createRequire(import.meta.url).resolve('@playwright/test'));
  return ofPlaywright('playwright-core/lib/coreBundle');
}

/**
 * Takes the line between Playwright and Firefox, to answer what Firefox does not know (Playwright asks
 * it for the media of a page) and to ask what Playwright cannot. Throws an Error where Playwright has
 * changed.
 */
export function holdLineToFirefox(bundle: Inside = insidePlaywright()): void {
  const prototype = bundle.server?.WebSocketTransport?.prototype;
  const original = prototype?.send;
  if (!prototype || !original) throw new Error(CHANGED);
  let held: Transport | undefined;
  prototype.send = function (this: Transport, message) {
    if (held !== this) listen(this);
    held = this;
    line = { send: original.bind(this) };
    if (message.method !== 'emulation.setMediaFeaturesOverride') original.call(this, message);
    else queueMicrotask(() => this.onmessage?.({ type: 'success', id: message.id, result: {} }));
  };
}

/** Sends a command of WebDriver BiDi and returns its result. */
async function ask<T>(method: string, params: object): Promise<T> {
  if (!line) throw new Error(CHANGED);
  const { promise, resolve } = Promise.withResolvers<Message>();
  lastId += 1;
  const id = lastId;
  waiting.set(id, resolve);
  line.send({ id, method, params });
  const response = await promise;
  waiting.delete(id);
  // The result of a response is what its method says (WebDriver BiDi 7).
  if (response.type === 'success') return response.result as T;
  throw new Error(`Firefox refuses ${method}: ${JSON.stringify(response)}`);
}

/** Runs in the window of Firefox itself: `settings` are for the tab in front. */
const SET = `(settings) => {
  const { gBrowser } = Services.wm.getMostRecentWindow('navigator:browser');
  Object.assign(gBrowser.selectedBrowser.browsingContext, JSON.parse(settings));
}`;

/** Gives the tab of `page` settings that last as long as it. */
async function setTab(page: Page, settings: TabSettings): Promise<void> {
  await page.bringToFront();
  const { contexts } = await ask<{ contexts: { context: string }[] }>('browsingContext.getTree', {
    'moz:scope': 'chrome',
    maxDepth: 0,
  });
  const { type } = await ask<{ type: string }>('script.callFunction', {
    functionDeclaration: SET,
    arguments: [{ type: 'string', value: JSON.stringify(settings) }],
    awaitPromise: true,
    target: { context: contexts[0]?.context },
  });
  if (type !== 'success') throw new Error(`Firefox does not take ${JSON.stringify(settings)}.`);
}

/**
 * Has `page` do what Playwright cannot ask Firefox for: show itself as on paper, in the dark or in forced
 * colors, and run no scripts. A click stands for a tap of a finger.
 */
export async function completeFirefox(page: Page, scripts: boolean): Promise<void> {
  // All locators share it; the worker drives no other engine.
  const locators: Locator & { tap: unknown } = Object.getPrototypeOf(page.locator('html'));
  locators.tap = locators.click;
  if (!scripts) await setTab(page, { allowJavascript: false });
  // A list of elements that is handed to a page without scripts ends Firefox 153 with a signal 11.
  locators.allInnerTexts = async function () {
    return Promise.all((await this.all()).map((one) => one.innerText()));
  };
  page.emulateMedia = async ({ media, colorScheme, forcedColors } = {}) => {
    await setTab(page, {
      ...(media !== undefined && { mediumOverride: media === 'print' ? media : '' }),
      ...(colorScheme !== undefined && {
        prefersColorSchemeOverride: colorScheme === 'dark' ? colorScheme : 'light',
      }),
      ...(forcedColors !== undefined && { forcedColorsOverride: forcedColors ?? 'none' }),
    });
  };
}
