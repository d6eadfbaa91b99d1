import { type Browser, chromium } from '@playwright/test';
import { findBrowser } from '../browser.ts';
import { buildIfMissing, serve } from './serve.ts';

/** The browser of a benchmark. */
interface BenchBrowser {
  readonly browser: Browser;
  /** The browser's name and version, as it states them. */
  readonly version: string;
}

/** What a benchmark of the built site has at hand. */
interface Bench extends BenchBrowser {
  /** The address of the home page of the built site. */
  readonly home: string;
}

/** Runs `bench` with a browser, and tells in a sentence what keeps it from running. */
export async function withBrowser(bench: (at: BenchBrowser) => Promise<void>): Promise<void> {
  try {
    const found = findBrowser();
    if (!found)
      throw new Error('No Chromium or Chrome found. "node tests/browser.ts" looks for one.');
    const browser = await chromium.launch({
      executablePath: found.path,
      // Letters as wide as on a phone, or other lines break and the late fonts move them.
      args: ['--font-render-hinting=none'],
    });
    try {
      await bench({ browser, version: found.version });
    } finally {
      await browser.close();
    }
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}

/** Runs `bench` on the built site as `withBrowser` does. */
export async function inBrowser(bench: (at: Bench) => Promise<void>): Promise<void> {
  await withBrowser(async (at) => {
    await buildIfMissing();
    const { home, stop } = await serve();
    try {
      await bench({ ...at, home });
    } finally {
      await stop();
    }
  });
}
