import type { Errand } from '../store/list.ts';

const MINUTE = 60_000;

/**
 * After so many attempts a line is given up: after two days, by the waits below. Whoever left is not
 * to be written to, so a provider hears of it for ten days.
 */
export function mostAttempts(errand: Errand): number {
  return errand === 'leave' || errand === 'forget' ? 49 : 17;
}

/** First wait and longest one, in milliseconds. */
const WAIT = { first: MINUTE, longest: 6 * 60 * MINUTE };

/**
 * How long to wait after the attempt with this number, from 1, in milliseconds: twice as long each
 * time, and up to a quarter more by `random` (0 to 1), so that what failed together does not come
 * back together. Never less than the other side asked for, where that is not longer than half a day.
 */
export function retryDelay(attempt: number, random: number, asked = 0): number {
  const wait = Math.min(WAIT.first * 2 ** (attempt - 1), WAIT.longest);
  return Math.round(Math.max(wait * (1 + random / 4), Math.min(asked, 2 * WAIT.longest)));
}
