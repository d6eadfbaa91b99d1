import type { Browser } from '@playwright/test';

/** What a reader waits for and sees move, in milliseconds and as a score (Layout Instability API). */
export interface Visit {
  readonly firstPaint: number;
  readonly largestPaint: number;
  readonly layoutShift: number;
}

/** A phone of the middle range on a slow 4G line. */
const PHONE = { width: 390, height: 844 };
export const LINE = { latency: 150, bitsPerSecond: 1_600_000 };
export const SLOWDOWN = 4;

declare global {
  var paints: Visit;
}

/** Notes paints and shifts from the start of a page. It runs there, so it uses nothing from here. */
function watchPaints(): void {
  const paints = { firstPaint: Number.NaN, largestPaint: Number.NaN, layoutShift: 0 };
  const on = (type: string, note: (entry: PerformanceEntry) => void) =>
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({
      type,
      buffered: true,
    });
  on('paint', ({ name, startTime }) => {
    if (name === 'first-contentful-paint') paints.firstPaint = startTime;
  });
  on('largest-contentful-paint', ({ startTime }) => {
    paints.largestPaint = startTime;
  });
  on('layout-shift', (entry) => {
    // TypeScript's library does not know this entry yet; the specification gives it this member.
    paints.layoutShift += (entry as PerformanceEntry & { value: number }).value;
  });
  globalThis.paints = paints;
}

/** A visit to `address` with nothing in any cache, until its fonts are there and nothing is asked for. */
export async function visit(browser: Browser, address: string): Promise<Visit> {
  const context = await browser.newContext({ viewport: PHONE, ignoreHTTPSErrors: true });
  try {
    const page = await context.newPage();
    await page.addInitScript(watchPaints);
    const devtools = await context.newCDPSession(page);
    await devtools.send('Network.enable');
    await devtools.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: LINE.latency,
      downloadThroughput: LINE.bitsPerSecond / 8,
      uploadThroughput: LINE.bitsPerSecond / 8,
    });
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
    await page.goto(address, { waitUntil: 'networkidle' });
    await page.evaluate(async () => {
      await document.fonts.ready;
      await new Promise(requestAnimationFrame);
      await new Promise(requestAnimationFrame);
    });
    return await page.evaluate(() => paints);
  } finally {
    await context.close();
  }
}
