import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import { leaveOut } from './left-out.ts';

/** What Playwright sends to a browser that is driven by WebDriver BiDi, and how it is answered. */
interface Transport {
  send(message: { readonly id: number; readonly method: string }): void;
  onmessage?(answer: object): void;
}

/**
 * Playwright asks every browser of WebDriver BiDi for the media of a page, which Firefox ESR does not
 * know: this answers for it, so that it shows pages as it does by itself.
 */
export function answerForFirefox(): void {
  const ofPlaywright = createRequire(createRequire(import.meta.url).resolve('@playwright/test'));
  const bundle: { server: { WebSocketTransport: { prototype: Transport } } } = ofPlaywright(
    'playwright-core/lib/coreBundle',
  );
  const { prototype } = bundle.server.WebSocketTransport;
  const { send } = prototype;
  prototype.send = function (message) {
    if (message.method !== 'emulation.setMediaFeaturesOverride') send.call(this, message);
    else queueMicrotask(() => this.onmessage?.({ type: 'success', id: message.id, result: {} }));
  };
}

/** Has `page` do without what Firefox cannot be asked for: a click stands for a tap of a finger. */
export function limitFirefox(page: Page): void {
  const emulateMedia = page.emulateMedia.bind(page);
  page.emulateMedia = async (options = {}) => {
    const { media, colorScheme, forcedColors } = options;
    if (media === 'print' || colorScheme === 'dark' || forcedColors === 'active') leaveOut('media');
    await emulateMedia(options);
  };
  // All locators share it; the worker drives no other engine.
  const locators: { tap: unknown; click: unknown } = Object.getPrototypeOf(page.locator('html'));
  locators.tap = locators.click;
}
