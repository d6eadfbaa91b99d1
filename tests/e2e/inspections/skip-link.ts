import type { Page } from '@playwright/test';
import { expect } from '../test.ts';
import { writtenIn } from '../written.ts';

const SKIP = writtenIn('reading.yaml')('page.skip');

/** Where the focus is, and what a reader sees by it. It runs in the page, so it uses nothing from here. */
function whereFocusIs() {
  const isSeen = (element: Element | null) => {
    const box = element?.getBoundingClientRect();
    return box !== undefined && box.height > 0 && box.top >= 0 && box.bottom <= innerHeight;
  };
  const text = document.querySelector('main#content');
  const active = document.activeElement;
  const isOnPage = text !== null && active !== null && active !== document.body;
  return {
    name: active?.textContent.trim(),
    isSeen: isSeen(active),
    hash: location.hash,
    seesHeading: isSeen(document.querySelector('h1')),
    isPast: isOnPage && !(text.compareDocumentPosition(active) & Node.DOCUMENT_POSITION_PRECEDING),
  };
}

/**
 * Presses Tab in a page that has just come: the first stop has to skip to the text, and do so.
 * Goes on where it fails, so that whatever else the page has to be is looked at too.
 */
export async function skipToText(page: Page): Promise<void> {
  await page.keyboard.press('Tab');
  const first = await page.evaluate(whereFocusIs);
  const skips = { name: SKIP, isSeen: true };
  expect.soft(first, 'the first stop skips to the text, and can be seen').toMatchObject(skips);
  // Enter would follow whatever else has the focus.
  if (first.name !== SKIP) return;

  await page.keyboard.press('Enter');
  const there = await page.evaluate(whereFocusIs);
  const leads = { hash: '#content', seesHeading: true };
  expect.soft(there, 'it leads to the text').toMatchObject(leads);
  await page.keyboard.press('Tab');
  const { isPast } = await page.evaluate(whereFocusIs);
  expect.soft(isPast, 'the next stop lies in the text or after it').toBe(true);
}
