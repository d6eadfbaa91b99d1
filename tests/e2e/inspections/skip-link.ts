import type { Page } from '@playwright/test';
import { expect } from '../test.ts';

/**
 * Presses Tab in a page that has just come: the first stop has to skip to the text, and do so.
 * Goes on where it fails, so that whatever else the page has to be is looked at too.
 */
export async function skipToText(page: Page): Promise<void> {
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Skip to the text' });
  await expect.soft(skip, 'the first stop skips to the text').toBeFocused();
  // Enter would follow whatever else has the focus.
  if (!(await skip.evaluateAll((links) => links.some((one) => one === document.activeElement))))
    return;
  await expect.soft(skip, 'it can be seen').toBeInViewport({ ratio: 1 });

  await page.keyboard.press('Enter');
  await expect.soft(page, 'it leads to the text').toHaveURL(/#content$/);
  await expect.soft(page.getByRole('heading', { level: 1 })).toBeInViewport();
  await page.keyboard.press('Tab');
  const isPast = await page.evaluate(() => {
    const text = document.querySelector('main#content');
    const active = document.activeElement;
    if (!text || !active || active === document.body) return false;
    return !(text.compareDocumentPosition(active) & Node.DOCUMENT_POSITION_PRECEDING);
  });
  expect.soft(isPast, 'the next stop lies in the text or after it').toBe(true);
}
