import { test } from '@playwright/test';

/**
 * What only some engines can be asked for by the way they are driven, and why. A check that needs it
 * is left out of the others' runs, which say so at their end.
 */
export const LEFT_OUT = {
  requests:
    'WebKitGTK is driven by W3C WebDriver, which neither answers requests nor tells of them',
  bodies: 'WebDriver BiDi, as Playwright speaks it, does not tell what a form sends',
  clock: 'W3C WebDriver cannot set the clock of a page',
  contexts: 'W3C WebDriver has one window, without permissions or other visitors',
  narrow: 'a window of WebKitGTK is never narrower than 447 px',
  pages: 'the W3C WebDriver page of the tests has no such command or selector',
  media: 'WebKitGTK has no command to print, and shows pages on a light screen alone',
} as const;

/** Ends the running test as one that its engine cannot be asked for. */
export function leaveOut(what: keyof typeof LEFT_OUT): never {
  test.info().skip(true, LEFT_OUT[what]);
  throw new Error('A skipped test goes on.');
}
