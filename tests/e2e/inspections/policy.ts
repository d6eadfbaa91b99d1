import type { Page } from '@playwright/test';

/**
 * Listens for what breaks a rule of the page's policy, fails, or asks anybody else, from here on. The
 * browser tells of each rule that is broken. Returns the lines, which grow. `status` is that of the
 * page itself: 404 for an unknown address, which the browser reports as an error too.
 */
export function listenForBreaches(page: Page, origin: string, status: 200 | 404): string[] {
  const breaches: string[] = [];
  page.on('console', (message) => {
    const isExpected = status === 404 && message.text().includes('404');
    if (/error|warning/.test(message.type()) && !isExpected)
      breaches.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => breaches.push(`error: ${error.message}`));
  page.on('request', (request) => {
    if (new URL(request.url()).origin !== origin) breaches.push(`asks ${request.url()}`);
  });
  page.on('requestfailed', (request) => breaches.push(`failed: ${request.url()}`));
  page.on('response', (response) => {
    const expected = response.request().isNavigationRequest() ? status : 200;
    if (response.status() !== expected) breaches.push(`${response.status()}: ${response.url()}`);
  });
  return breaches;
}

/** Unfolds all that folds, presses each button and has all pictures and fonts come. */
export function useAll(page: Page): Promise<void> {
  return page.evaluate(async () => {
    probe.unfold();
    for (const button of document.querySelectorAll<HTMLElement>('button[type=button]'))
      if (probe.isVisible(button)) button.click();
    // What is loaded only when it is scrolled to.
    for (const picture of document.images) {
      picture.loading = 'eager';
      // Whether it arrives is told by the answers.
      await picture.decode().catch(() => undefined);
    }
    await document.fonts.ready;
  });
}
