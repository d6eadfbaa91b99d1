import { type Browser, chromium } from '@playwright/test';
import { findBrowser } from '../browser.ts';
import { buildIfMissing, serve } from './serve.ts';

/** What a benchmark in a browser has at hand. */
interface Bench {
  readonly browser: Browser;
  /** The browser's name and version, as it states them. */
  readonly version: string;
  /** The address of the home page of the built site. */
  readonly home: string;
}

/** Runs `bench` on the built site, and tells in a sentence what keeps it from running. */
export async function inBrowser(bench: (at: Bench) => Promise<void>): Promise<void> {
  try {
    const found = findBrowser();
    if (!found)
      throw new Error('No Chromium or Chrome found. "node tests/browser.ts" looks for one.');
    await buildIfMissing();
    const { home, stop } = await serve();
    const browser = await chromium.launch({ executablePath: found.path });
    try {
      await bench({ browser, version: found.version, home });
    } finally {
      await browser.close();
      await stop();
    }
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
