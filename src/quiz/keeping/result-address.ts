import type { Answers } from '../engine/answers.ts';
import { shareFragment } from './share-link.ts';

/**
 * The link to the result of `answers` on the page at `href`, an absolute URL. Its query stays
 * behind: a private link carries no campaign of the visit in which it was made.
 */
export function resultLink(href: string, answers: Answers): string {
  const { origin, pathname } = new URL(href);
  return `${origin}${pathname}#${shareFragment(answers)}`;
}

/** The address of the page at `href` as people read and type it: without scheme, query or fragment. */
export function readableAddress(href: string): string {
  const { host, pathname } = new URL(href);
  return host + pathname;
}

/** `date` as an American would write it, such as "November 23, 2026", by default where they are. */
export function longDate(date: Date, timeZone?: string): string {
  return date.toLocaleDateString('en-US', { dateStyle: 'long', timeZone });
}
